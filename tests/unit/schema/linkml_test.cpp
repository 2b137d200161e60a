#include "schema/linkml.hpp"

#include <catch2/catch.hpp>

#include "schema/json_schema.hpp"
#include "schema/outline.hpp"

namespace {

using namespace napkin::schema;

const std::string header = "name: s\nimports: [linkml:types]\ndefault_range: string\n";  // three lines

std::string error_of(const std::string& text, std::string_view root_class = {}) {
  const SourceText source("s.yaml", text);
  const auto loaded = load_schema(source, root_class);
  const auto* error = std::get_if<SchemaError>(&loaded);
  return error == nullptr ? "" : describe(source, *error);
}

Schema load(const std::string& text) {
  auto loaded = load_schema(SourceText("s.yaml", text));
  if (const auto* error = std::get_if<SchemaError>(&loaded)) FAIL(error->message);
  return std::get<Schema>(std::move(loaded));
}

struct Refusal {
  std::string body;
  std::string expected;
};

TEST_CASE("what would change a verdict and is not supported is refused by name and place") {
  const auto& [body, expected] = GENERATE(values<Refusal>({
      {"classes: {A: {attributes: {x: {exactly_one_of: [{range: string}]}}}}",
       "s.yaml:4:32: unsupported LinkML element 'exactly_one_of'"},
      {"classes:\n  A:\n    rules: []", "s.yaml:6:5: unsupported LinkML element 'rules'"},
      {"classes:\n  A:\n    unique_keys: {}", "s.yaml:6:5: unsupported LinkML element 'unique_keys'"},
      {"types:\n  T: {typeof: string}", "s.yaml:4:1: unsupported LinkML element 'types'"},
      {"enums:\n  E:\n    reachable_from: {}", "s.yaml:6:5: unsupported LinkML element 'reachable_from'"},
      {"imports: [linkml:types, other]", "s.yaml:4:1: 'imports' stands here twice"},
      {"classes:\n  A:\n    attributes:\n      x: {requird: true}",
       "s.yaml:7:11: 'requird' is no LinkML element that belongs here; did you mean 'required'?"},
      {"classes:\n  A:\n    attributes:\n      x: {required: 1}", "s.yaml:7:21: true or false was expected here"},
      {"classes:\n  A:\n    attributes:\n      x: {minimum_value: a}", "s.yaml:7:26: a number was expected here"},
      {"classes:\n  A:\n    attributes:\n      x: {range: strin}",
       "s.yaml:7:18: the range 'strin' is no type, enum or class; did you mean 'string'?"},
      {"classes:\n  A:\n    attributes:\n      x: {pattern: '(?=a)b'}",
       "s.yaml:7:20: the pattern '(?=a)b' cannot be used: invalid perl operator: (?="},
      {"classes:\n  A: {is_a: B}", "s.yaml:5:13: there is no class 'B'"},
      {"classes:\n  A: {is_a: A}", "s.yaml:5:3: the class 'A' is its own ancestor"},
      {"classes:\n  A: {slots: [x]}", "s.yaml:5:15: there is no slot 'x'"},
      {"classes:\n  A: {slot_usage: {x: {required: true}}}", "s.yaml:5:20: slot_usage of 'x', which 'A' does not have"},
      {"classes: {A: {}, B: {}}", "s.yaml:1:1: several classes may be the root (A, B): mark it with 'tree_root: true'"},
      {"classes: {}", "s.yaml:1:1: no class is the root: mark it with 'tree_root: true'"},
      {"enums:\n  E:\n    permissible_values:\n      no:",
       "s.yaml:7:7: the permissible value 'no' is the boolean false to YAML; write 'no' in quotes"},
      {"enums:\n  E: {}", "s.yaml:5:3: the enum 'E' has no permissible_values"},
      {"classes: *a", "s.yaml:4:10: "},
  }));
  CAPTURE(body);
  const std::string error = error_of(header + body);
  CHECK(error.substr(0, expected.size()) == expected);
}

TEST_CASE("a range needs the types to be imported") {
  CHECK(error_of("name: s\nclasses:\n  A:\n    attributes:\n      x: {range: string}\n") ==
        "s.yaml:5:18: the range 'string' needs 'imports: [linkml:types]'");
  CHECK(error_of("name: s\nimports: [other]\n") == "s.yaml:2:11: unsupported import 'other': only linkml:types is");
}

TEST_CASE("metadata is passed over") {
  CHECK(error_of(header + R"(
prefixes: {linkml: https://w3id.org/linkml/}
license: MIT
see_also: [https://example.org]
classes:
  A:
    aliases: [an A]
    class_uri: schema:Thing
    attributes:
      x: {slot_uri: schema:name, recommended: true, examples: [{value: a}], annotations: {unit: s}}
)")
            .empty());
}

TEST_CASE("the root is named, marked, or the class that no other refers to") {
  const std::string text =
      header + "classes:\n  Part: {attributes: {x: {}}}\n  Whole: {attributes: {part: {range: Part}}}\n";
  CHECK(load(text).root().name == "Whole");
  CHECK(load(text + "  Other: {tree_root: true}\n").root().name == "Other");
  auto named = load_schema(SourceText("s.yaml", text), "Part");
  REQUIRE(std::holds_alternative<Schema>(named));
  CHECK(std::get<Schema>(named).root().name == "Part");
  CHECK(error_of(text, "Hole") == "s.yaml:1:1: there is no class 'Hole'; did you mean 'Whole'?");
}

TEST_CASE("slots are handed down, and each usage narrows them") {
  const Schema schema = load(header + R"(
slots:
  size: {range: integer, minimum_value: 1, maximum_value: 100, description: How large}
  colour name: {}
classes:
  Thing: {abstract: true, slots: [size], slot_usage: {size: {maximum_value: 50}}}
  Coloured: {mixin: true, slots: [colour name]}
  Ball:
    tree_root: true
    is_a: Thing
    mixins: [Coloured]
    slot_usage: {size: {required: true, minimum_value: 0, maximum_value: 60}, colour name: {pattern: "^r"}}
    attributes: {label: {}}
  Box: {attributes: {things: {range: Thing, multivalued: true}}}
)");
  const ClassDefinition& ball = schema.root();
  REQUIRE(ball.find("size") != nullptr);
  CHECK(ball.find("size")->required);
  CHECK(ball.find("size")->value.minimum == 1);
  CHECK(ball.find("size")->value.maximum == 50);
  CHECK(ball.find("size")->description == "How large");
  REQUIRE(ball.find("colour_name") != nullptr);
  CHECK(ball.find("colour_name")->value.pattern->expression() == "^r");
  CHECK(ball.find("label") != nullptr);
  // What is abstract has no instances: the heirs stand for it.
  const ValueRule& things = schema.find_class("Box")->find("things")->value;
  REQUIRE(things.classes.size() == 1);
  CHECK(schema.class_at(things.classes.front()).name == "Ball");
}

TEST_CASE("an object with an identifier is referred to unless it is inlined") {
  const Schema schema = load(header + R"(
classes:
  Person: {attributes: {id: {identifier: true}, age: {range: integer}}}
  Team:
    tree_root: true
    attributes:
      lead: {range: Person}
      coach: {range: Person, inlined: true}
      members: {range: Person, multivalued: true, inlined_as_list: true}
      by_id: {range: Person, multivalued: true, inlined: true}
)");
  const ClassDefinition& team = schema.root();
  CHECK(team.find("lead")->value.type == ValueType::text);
  CHECK(team.find("coach")->value.type == ValueType::object);
  CHECK(team.find("members")->collection == Collection::list);
  CHECK(team.find("by_id")->collection == Collection::dictionary);
  CHECK(team.find("by_id")->short_value.size() == 1);
  CHECK(schema.find_class("Person")->find("id")->required);
}

TEST_CASE("the embedded schema of a question holds the field rules") {
  const Schema& schema = question_schema();
  CHECK(schema.root().name == "Question");
  CHECK(schema.find_enum("Zone")->values.size() == 11);
  CHECK(schema.find_enum("CompetencyArea")->values.size() == 13);
  const Slot& title = *schema.root().find("title");
  CHECK(title.value.pattern->length()->maximum == 120);
  CHECK(title.required);
  const Slot& options = *schema.find_class("Details")->find("options");
  CHECK(options.minimum_cardinality == 4);
  CHECK(options.maximum_cardinality == 4);
}

TEST_CASE("the JSON Schema closes objects, keeps descriptions and admits null where LinkML does") {
  const Schema schema = load(header + R"(
id: https://example.org/s
enums: {E: {permissible_values: {a: {description: An a}, b: }}}
classes:
  Root:
    tree_root: true
    attributes:
      name: {required: true, pattern: '^[\s\S]{1,9}$', description: A name}
      kind: {range: E}
      part: {range: Part}
  Part: {attributes: {n: {range: integer, maximum_value: 3}}}
)");
  CHECK(to_json_schema(schema) == R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://example.org/s",
  "type": "object",
  "properties": {
    "name": {
      "description": "A name",
      "type": "string",
      "minLength": 1,
      "maxLength": 9
    },
    "kind": {
      "type": [
        "string",
        "null"
      ],
      "enum": [
        "a",
        "b",
        null
      ],
      "enumDescriptions": [
        "An a",
        "",
        ""
      ]
    },
    "part": {
      "anyOf": [
        {
          "$ref": "#/definitions/Part"
        },
        {
          "type": "null"
        }
      ]
    }
  },
  "required": [
    "name"
  ],
  "additionalProperties": false,
  "title": "s",
  "definitions": {
    "Root": {
      "type": "object",
      "properties": {
        "name": {
          "description": "A name",
          "type": "string",
          "minLength": 1,
          "maxLength": 9
        },
        "kind": {
          "type": [
            "string",
            "null"
          ],
          "enum": [
            "a",
            "b",
            null
          ],
          "enumDescriptions": [
            "An a",
            "",
            ""
          ]
        },
        "part": {
          "anyOf": [
            {
              "$ref": "#/definitions/Part"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "name"
      ],
      "additionalProperties": false
    },
    "Part": {
      "type": "object",
      "properties": {
        "n": {
          "type": [
            "integer",
            "null"
          ],
          "maximum": 3
        }
      },
      "additionalProperties": false
    }
  }
}
)");
}

TEST_CASE("the outline names every key with what it holds") {
  const Schema schema = load(header + R"(
classes:
  Root:
    description: The whole.
    attributes:
      name: {required: true, pattern: '^[\s\S]{1,9}$', description: A name}
      counts: {range: integer, multivalued: true, minimum_value: 0, minimum_cardinality: 2}
)");
  CHECK(outline(schema) ==
        "Root: The whole.\n"
        "  name*   text, up to 9 characters\n"
        "            A name\n"
        "  counts  list of an integer, 0 or more, 2 or more\n");
}

}  // namespace
