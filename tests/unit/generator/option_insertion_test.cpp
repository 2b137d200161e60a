#include "generator/option_insertion.hpp"

#include <catch2/catch.hpp>

using namespace napkin;
using namespace napkin::generator;

namespace {

const std::vector<std::string> options = {"1 GB", "2 GB", "a: b", "8 GB"};

InsertionResult insert(const std::string& text) {
  const schema::SourceText source("question.yaml", text);
  const schema::YamlResult parsed = schema::parse_yaml(source);
  REQUIRE(std::holds_alternative<schema::YamlNode>(parsed));
  return insert_options(source, std::get<schema::YamlNode>(parsed), options, 3);
}

/// The text with the options; a fault's message where there is one.
std::string inserted(const std::string& text) {
  const InsertionResult result = insert(text);
  const auto* fault = std::get_if<InsertionFault>(&result);
  return fault == nullptr ? std::get<std::string>(result) : "fault: " + fault->message;
}

std::string with_breaks(std::string text, const std::string& line_break) {
  std::string out;
  for (const char c : text) out += c == '\n' ? line_break : std::string(1, c);
  return out;
}

const std::string added =
    "  options:\n"
    "    - \"1 GB\"\n"
    "    - \"2 GB\"\n"
    "    - \"a: b\"\n"
    "    - \"8 GB\"\n"
    "  correct_index: 3\n";

void check_between(const std::string& before, const std::string& after) {
  CAPTURE(before, after);
  CHECK(inserted(before + after) == before + added + after);
}

}  // namespace

TEST_CASE("options stand behind the calculation, before what follows it", "[option-insertion]") {
  const std::string head = "id: a\ndetails:\n  realistic_solution: It takes 8 GB.\n  napkin_math: |\n    a\n\n    b\n";
  check_between(head, "");
  check_between(head, "status: draft\n");
  check_between(head, "  common_mistake: none\nstatus: draft\n");
  check_between(head, "  resources:\n    - name: a\n      url: https://example.org\nstatus: draft\n");
}

TEST_CASE("without a calculation they stand behind the other texts", "[option-insertion]") {
  check_between("details:\n  realistic_solution: It takes 8 GB.\n  common_mistake: none\n", "  resources: []\n");
  check_between("details:\n  common_mistake: none\n  realistic_solution: It takes 8 GB.\n", "status: draft\n");
}

TEST_CASE("every style of text keeps its lines", "[option-insertion]") {
  check_between("details:\n  napkin_math: >-\n    folded over\n    two lines\n", "status: draft\n");
  check_between("details:\n  napkin_math: >\n    a\n\n    b\n", "\n\nstatus: draft\n");
  check_between("details:\n  napkin_math: |-\n    a\n", "\nstatus: draft\n");
  check_between("details:\n  napkin_math: |2\n      set in\n    a\n", "status: draft\n");
  check_between("details:\n  napkin_math: 'quoted over\n    two lines'\n", "status: draft\n");
  check_between("details:\n  napkin_math: \"quoted \\\n    over two lines\"   # and a remark\n", "status: draft\n");
  check_between("details:\n  napkin_math: plain over\n    two lines\n", "status: draft\n");
}

TEST_CASE("blank lines at the end of a text that keeps them stay its own", "[option-insertion]") {
  check_between("details:\n  napkin_math: |+\n    a\n\n\n", "status: draft\n");
}

TEST_CASE("comments stay with what follows them", "[option-insertion]") {
  check_between("details:  # the answer\n  # how it is reckoned\n  napkin_math: |  # in steps\n    a\n    # b\n",
                "  # napkin: ignore F152, an old page\n  resources: []\n# the end\nstatus: draft\n");
}

TEST_CASE("line endings are the file's own", "[option-insertion]") {
  const std::string before = "details:\n  napkin_math: |\n    a\n", after = "status: draft\n";
  for (const std::string line_break : {"\r\n", "\r"})
    CHECK(inserted(with_breaks(before + after, line_break)) == with_breaks(before + added + after, line_break));
  CHECK(inserted("id: a\r\ndetails:\n  napkin_math: |\n    a\nstatus: draft\r\n") ==
        "id: a\r\ndetails:\n  napkin_math: |\n    a\n" + added + "status: draft\r\n");
}

TEST_CASE("a file without a line break at its end goes on without one", "[option-insertion]") {
  const std::string ending = "\n" + added.substr(0, added.size() - 1);
  for (const std::string before :
       {"details:\n  napkin_math: |\n    a", "details:\n  napkin_math: |-\n    a", "details:\n  napkin_math: a # b",
        "details:\n  napkin_math: 'a'", "details:\n  napkin_math: >\n    a\n    b"}) {
    CAPTURE(before);
    CHECK(inserted(before) == before + ending);
  }
  CHECK(inserted("details:\r\n  napkin_math: a") == "details:\r\n  napkin_math: a" + with_breaks(ending, "\r\n"));
}

TEST_CASE("keys and lists are set in as far as the file sets them in", "[option-insertion]") {
  const std::string deep = inserted("details:\n    napkin_math: a\nstatus: draft\n");
  CHECK(deep.find("\n    options:\n      - \"1 GB\"\n") != std::string::npos);
  CHECK(deep.find("\n    correct_index: 3\nstatus") != std::string::npos);
  const std::string flush = inserted("details:\n  napkin_math: a\nchains:\n- id: a\n  position: 1\n");
  CHECK(flush.find("\n  options:\n  - \"1 GB\"\n  - \"2 GB\"\n") != std::string::npos);
  const std::string wide = inserted("tags:\n    - b\ndetails:\n  napkin_math: a\n");
  CHECK(wide.find("\n  options:\n      - \"1 GB\"\n") != std::string::npos);
}

TEST_CASE("a byte-order mark and wide characters do not move the place", "[option-insertion]") {
  check_between("\xEF\xBB\xBFid: ü\ndetails:\n  napkin_math: |\n    2 × 3 ≈ 6 µs\n", "status: draft\n");
}

TEST_CASE("what cannot be added to is said, with its place", "[option-insertion]") {
  CHECK(inserted("id: a\n") == "fault: there are no details to add options to");
  CHECK(inserted("details: none\n") == "fault: there are no details to add options to");
  CHECK(inserted("details:\n  resources: []\n") == "fault: details hold neither a calculation nor a solution");
  const InsertionResult braces = insert("id: a\ndetails: {napkin_math: a}\n");
  REQUIRE(std::holds_alternative<InsertionFault>(braces));
  CHECK(std::get<InsertionFault>(braces).source.begin == 15);
  CHECK(std::get<InsertionFault>(braces).message.find("braces") != std::string::npos);
  CHECK(inserted("details:\n  ? napkin_math\n  : a\n").find("cannot be added behind 'napkin_math'") !=
        std::string::npos);
  CHECK(inserted("{details: {napkin_math: a}}\n").find("braces") != std::string::npos);
}
