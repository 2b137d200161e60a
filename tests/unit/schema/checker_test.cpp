#include "schema/checker.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace napkin::schema;

// Issues as one text: "kind path" each, so that a table of cases reads like one.
std::string name_of(IssueKind kind) {
  switch (kind) {
    case IssueKind::missing_key: return "missing";
    case IssueKind::unknown_key: return "unknown";
    case IssueKind::wrong_type: return "type";
    case IssueKind::not_in_enum: return "enum";
    case IssueKind::pattern_mismatch: return "pattern";
    case IssueKind::wrong_length: return "length";
    case IssueKind::out_of_range: return "range";
    case IssueKind::not_equal: return "equal";
    case IssueKind::wrong_format: return "format";
    case IssueKind::duplicate_key: return "duplicate";
    case IssueKind::null_value: return "null";
    case IssueKind::retyped_scalar: return "retyped";
    case IssueKind::ambiguous_scalar: return "ambiguous";
    case IssueKind::alias_cycle: return "cycle";
    case IssueKind::unsupported_yaml: return "unsupported";
  }
  return "?";
}

Schema load(const std::string& text) {
  auto loaded = load_schema(SourceText("schema.yaml", text));
  if (const auto* error = std::get_if<SchemaError>(&loaded)) FAIL(error->message);
  return std::get<Schema>(std::move(loaded));
}

SchemaIssues check(const Schema& schema, const std::string& document) {
  const SourceText source("document.yaml", document);
  auto parsed = parse_yaml(source);
  if (const auto* error = std::get_if<YamlError>(&parsed)) FAIL(error->message);
  return check_schema(schema, std::get<YamlNode>(parsed));
}

std::string issues(const Schema& schema, const std::string& document) {
  std::string all;
  for (const SchemaIssue& issue : check(schema, document).issues)
    all += (all.empty() ? "" : ", ") + name_of(issue.kind) + " " + issue.path;
  return all;
}

const std::string header = "id: https://example.org/s\nname: s\nimports: [linkml:types]\ndefault_range: string\n";

const Schema& shelf() {
  static const Schema schema = load(header + R"(
enums:
  Colour:
    permissible_values: {red: , green: , 'no': }
classes:
  Shelf:
    tree_root: true
    attributes:
      title: {required: true}
      name: {pattern: '^[a-z]+$'}
      short: {pattern: '^[\s\S]{2,4}$'}
      fixed: {equals_string: '1.0'}
      colour: {range: Colour}
      count: {range: integer, minimum_value: 1, maximum_value: 9}
      weight: {range: float}
      open: {range: boolean}
      day: {range: date}
      moment: {range: datetime}
      link: {range: uri}
      tags: {multivalued: true, minimum_cardinality: 1, maximum_cardinality: 2}
      box: {range: Box}
      boxes: {range: Box, multivalued: true}
      either: {any_of: [{range: integer}, {range: boolean}]}
      choice: {any_of: [{range: integer, maximum_value: 3}, {range: Box}]}
      free: {range: Free}
      weights: {range: Weight, multivalued: true, inlined: true}
  Box:
    attributes:
      size: {range: integer, required: true}
      colour: {range: Colour}
      inner: {range: Box}
  Weight:
    attributes:
      name: {key: true, required: true}
      value: {required: true, any_of: [{range: float}, {range: string}]}
  Free:
    class_uri: linkml:Any
)");
  return schema;
}

struct Case {
  std::string document;
  std::string expected;
};

TEST_CASE("each kind of issue is found at its path") {
  const auto& [document, expected] = GENERATE(values<Case>({
      {"title: a", ""},
      {"{}", "missing title"},
      {"[a]", "type "},
      {"text", "type "},
      {"~", "null "},
      {"title: a\ntitel: b", "unknown titel"},
      {"title: a\ntitle: b", "duplicate title"},
      {"title: a\nx: 1\nx: 2", "unknown x, duplicate x"},
      {"title: 3", "retyped title"},
      {"title: no", "retyped title"},
      {"title: 2026-04-01", "retyped title"},
      {"title: !!str 3", ""},
      {"title: !!int 3", "type title"},
      {"title: 08", "ambiguous title"},
      {"title: 1e3", "ambiguous title"},
      {"title:", "null title"},
      {"title: [a]", "type title"},
      {"title: {a: b}", "type title"},
      {"title: !thing a", "unsupported title"},
      {"title: =", "unsupported title"},
      {"title: a\nname:", ""},
      {"title: a\nname: B", "pattern name"},
      {"title: a\nname: 1", "retyped name"},
      {"title: a\nshort: a", "length short"},
      {"title: a\nshort: äöüß", ""},
      {"title: a\nshort: äöüßx", "length short"},
      {"title: a\nfixed: 1.0", "retyped fixed"},
      {"title: a\nfixed: '1.1'", "equal fixed"},
      {"title: a\nfixed: ~", "null fixed"},
      {"title: a\ncolour: red", ""},
      {"title: a\ncolour: Red", "enum colour"},
      {"title: a\ncolour: no", "retyped colour"},
      {"title: a\ncolour: yes", "enum colour"},
      {"title: a\ncolour: ~", ""},
      {"title: a\ncount: 1", ""},
      {"title: a\ncount: 3.0", ""},
      {"title: a\ncount: 3.5", "type count"},
      {"title: a\ncount: 0", "range count"},
      {"title: a\ncount: 10", "range count"},
      {"title: a\ncount: 007", "ambiguous count"},
      {"title: a\ncount: '3'", "type count"},
      {"title: a\ncount: true", "type count"},
      {"title: a\nweight: 1", ""},
      {"title: a\nweight: 1.5e3", "type weight"},
      {"title: a\nweight: 1.5e+3", ""},
      {"title: a\nopen: true", ""},
      {"title: a\nopen: yes", "ambiguous open"},
      {"title: a\nopen: 1", "type open"},
      {"title: a\nday: '2026-04-01'", ""},
      {"title: a\nday: 2026-04-01", "retyped day"},
      {"title: a\nday: '2026-02-30'", "format day"},
      {"title: a\nmoment: '2026-04-01T12:00:00Z'", ""},
      {"title: a\nmoment: '2026-04-01T12:00:00'", "format moment"},
      {"title: a\nlink: https://example.org/a?b#c", ""},
      {"title: a\nlink: example.org", "format link"},
      {"title: a\ntags: []", "length tags"},
      {"title: a\ntags: [a, b]", ""},
      {"title: a\ntags: [a, b, c]", "length tags"},
      {"title: a\ntags: [a, ~]", "null tags[1]"},
      {"title: a\ntags: a", "type tags"},
      {"title: a\ntags: {a: b}", "type tags"},
      {"title: a\ntags:", ""},
      {"title: a\nbox: {size: 1}", ""},
      {"title: a\nbox: {size: 1, inner: {colour: blue}}", "enum box.inner.colour, missing box.inner.size"},
      {"title: a\nbox: a", "type box"},
      {"title: a\nbox: [a]", "type box"},
      {"title: a\nboxes: [{size: 1}, {size: a}, b]", "type boxes[1].size, type boxes[2]"},
      {"title: a\neither: 1", ""},
      {"title: a\neither: true", ""},
      {"title: a\neither:", ""},
      {"title: a\neither: a", "type either"},
      {"title: a\neither: [1]", "type either"},
      {"title: a\nchoice: 4", "range choice"},
      {"title: a\nchoice: {}", "missing choice.size"},
      {"title: a\nchoice: {size: 1}", ""},
      {"title: a\nfree: {a: {b: [c]}}", ""},
      {"title: a\nfree: [c]", "type free"},
      {"title: a\nweights: {a: 1, b: c, d: {value: 1}, e: {name: e, value: 2}}", ""},
      {"title: a\nweights: {a: true, b: {valu: 1}}", "type weights.a, unknown weights.b.valu, missing weights.b.value"},
      {"title: a\nweights: [1]", "type weights"},
      {"title: a\n<<: {name: b}", "unsupported <<"},
      {"title: a\n[b]: c", "unsupported "},
      {"title: a\n? {b: c}\n: d", "unsupported "},
  }));
  CAPTURE(document);
  CHECK(issues(shelf(), document) == expected);
}

TEST_CASE("an issue says where it stands, what was found and what to do") {
  const std::string document = "title: a\nbox:\n  sise: 1\ncolour: gren\n";
  const SchemaIssues found = check(shelf(), document);
  REQUIRE(found.issues.size() == 3);
  const auto quote = [&](const SchemaIssue& issue) {
    return document.substr(issue.source.begin, issue.source.end - issue.source.begin);
  };
  CHECK(quote(found.issues[0]) == "sise");
  CHECK(found.issues[0].suggestion == "size");
  CHECK(quote(found.issues[1]) == "box");
  CHECK(found.issues[1].expected == "an integer");
  CHECK(quote(found.issues[2]) == "gren");
  CHECK(found.issues[2].expected == "red, green, no");
  CHECK(found.issues[2].suggestion == "green");
}

TEST_CASE("an alias is checked as what it stands for") {
  CHECK(issues(shelf(), "title: &t a\nname: *t\nshort: *t") == "length short");
  CHECK(issues(shelf(), "title: a\nbox: &b {size: x}\nboxes: [*b, *b]") ==
        "type box.size, type boxes[0].size, type boxes[1].size");
  CHECK(issues(shelf(), "title: a\nbox: &b {size: 1, inner: *b}") == "cycle box.inner");
  // The anchor that stands last before the alias counts.
  CHECK(issues(shelf(), "title: &t a\nname: &t b1\nshort: *t") == "pattern name");
}

TEST_CASE("aliases of aliases cost no more than their text") {
  const Schema tree = load(header +
                           "classes:\n  Tree:\n    attributes:\n      id: {required: true}\n"
                           "      kids: {range: Tree, multivalued: true}\n    tree_root: true\n");
  const auto laughs = [](const std::string& leaf) {
    std::string document = "id: root\nkids:\n- &a0 " + leaf + "\n";
    for (int i = 1; i <= 40; ++i) {
      const std::string last = "*a" + std::to_string(i - 1);
      document += "- &a" + std::to_string(i) + " {id: n, kids: [" + last + ", " + last + ", " + last + "]}\n";
    }
    return document;
  };
  CHECK(issues(tree, laughs("{id: leaf}")).empty());
  const SchemaIssues broken = check(tree, laughs("{idd: leaf}"));
  CHECK(broken.issues.size() == max_schema_issues);
  CHECK(broken.omitted > 1000000000);
}

TEST_CASE("many issues are listed up to a limit and counted") {
  std::string document = "title: a\n";
  for (int i = 0; i < 250; ++i) document += "key" + std::to_string(i) + ": 1\n";
  const SchemaIssues found = check(shelf(), document);
  CHECK(found.issues.size() == max_schema_issues);
  CHECK(found.omitted == 150);
}

}  // namespace
