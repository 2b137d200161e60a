#include "validator/rules/registry.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/unit/validator/rules/rule_example.hpp"
#include "validator/report/rule_document.hpp"

using namespace napkin::validator;
namespace fs = std::filesystem;

namespace {

std::string folder_of(const RuleInfo& rule) { return fmt::format("{}-{}", rule.code, rule.name); }

bool is_code(std::string_view code) {
  return code.size() == 4 && std::string_view("SFXAUHCPDG").find(code[0]) != std::string_view::npos &&
         std::all_of(code.begin() + 1, code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_name(std::string_view name) {
  return !name.empty() && name.front() != '-' && name.back() != '-' && name.find("--") == std::string_view::npos &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

}  // namespace

TEST_CASE("every rule has a code and a name of its own, and all its texts", "[rules]") {
  std::set<std::string_view> codes, names;
  for (const RuleInfo* rule : all_rules()) {
    CAPTURE(rule->code, rule->name);
    CHECK(is_code(rule->code));
    CHECK(is_name(rule->name));
    CHECK(codes.insert(rule->code).second);
    CHECK(names.insert(rule->name).second);
    CHECK(rule->summary.size() > 10);
    CHECK(rule->summary.size() <= 110);
    CHECK(rule->summary.ends_with('.'));
    CHECK(rule->why.size() > 40);
    CHECK(rule->why.ends_with('.'));
    CHECK(rule->why.find('\n') == std::string_view::npos);
    CHECK_FALSE(rule->example.empty());
    CHECK_FALSE(rule->fix.empty());
    CHECK(rule->example != rule->fix);
  }
}

TEST_CASE("a rule is found by code and by name, whatever the case", "[rules]") {
  for (const RuleInfo* rule : all_rules()) {
    CHECK(find_rule(rule->code) == rule);
    CHECK(find_rule(rule->name) == rule);
  }
  CHECK(find_rule("s001") == all_rules().front());
  CHECK(find_rule("Unreadable-YAML") == all_rules().front());
  CHECK(find_rule("") == nullptr);
  CHECK(find_rule("Z999") == nullptr);
}

TEST_CASE("every rule flags its failing example, and nothing is said of its passing one", "[rules]") {
  for (const RuleInfo* rule : all_rules()) {
    const std::string folder = folder_of(*rule);
    if (!fs::is_directory(rule_examples_folder() / folder)) {
      FAIL_CHECK("no examples: add fail.yaml and pass.yaml to tests/rules/" << folder);
      continue;
    }
    const RuleExample fail = run_rule_example(folder, "fail");
    CAPTURE(fail.name);
    CHECK(fail.found == fail.expected);
    CHECK(std::any_of(fail.found.begin(), fail.found.end(),
                      [&](const std::string& line) { return line.starts_with(rule->code); }));
    const RuleExample pass = run_rule_example(folder, "pass");
    CAPTURE(pass.name);
    CHECK(pass.found == std::vector<std::string>());
    CHECK(pass.expected.empty());
  }
}

TEST_CASE("every folder of examples belongs to a rule", "[rules]") {
  std::set<std::string> known;
  for (const RuleInfo* rule : all_rules()) known.insert(folder_of(*rule));
  for (const auto& entry : fs::directory_iterator(rule_examples_folder()))
    if (entry.is_directory()) {
      CAPTURE(entry.path().filename().string());
      CHECK(known.count(entry.path().filename().string()) == 1);
    }
}

TEST_CASE("docs/rules.md says what the rules say", "[rules]") {
  const fs::path path = fs::path(NAPKIN_SOURCE_DIR) / "docs/rules.md";
  const std::string expected = rule_document(all_rules());
  if (std::getenv("NAPKIN_BLESS") != nullptr) std::ofstream(path, std::ios::binary) << expected;
  std::ifstream stream(path, std::ios::binary);
  const std::string written(std::istreambuf_iterator<char>(stream), {});
  INFO("docs/rules.md is made from the rules: run the tests once with NAPKIN_BLESS=1");
  CHECK((written == expected));
}
