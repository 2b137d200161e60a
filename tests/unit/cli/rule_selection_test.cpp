#include "cli/rule_selection.hpp"

#include <catch2/catch.hpp>

#include "cli/usage_error.hpp"
#include "validator/rules/registry.hpp"

using namespace napkin::cli;
using Words = std::vector<std::string>;

namespace {
bool admits(const Words& select, const Words& ignore, const char* code) {
  return RuleSelection(select, ignore).admits(*napkin::validator::find_rule(code));
}
}  // namespace

TEST_CASE("rules are selected and ignored by code, beginning or name", "[rule_selection]") {
  CHECK(admits({}, {}, "S001"));
  CHECK(admits({"S"}, {}, "S001"));
  CHECK(admits({"s0"}, {}, "S001"));
  CHECK(admits({"unreadable-yaml"}, {}, "S001"));
  CHECK(admits({"F", "S001"}, {}, "S001"));
  CHECK_FALSE(admits({"F"}, {}, "S001"));
  CHECK_FALSE(admits({}, {"S"}, "S001"));
  CHECK_FALSE(admits({}, {"Unreadable-YAML"}, "S001"));
}

TEST_CASE("words name rules in the order of the registry", "[rule_selection]") {
  const auto codes = [](const std::vector<std::string>& words) {
    std::string result;
    for (const auto* rule : rules_named(words)) result += std::string(rule->code) + " ";
    return result;
  };
  CHECK(codes({"A202", "wrong-arithmetic", "A201"}) == "A201 A202 ");
  CHECK(codes({"x10"}) == "X101 X102 X103 X104 X105 ");
  CHECK_THROWS_WITH(rules_named({"A", "Z"}), Catch::Contains("napkin rule: no rule 'Z'"));
}

TEST_CASE("the longer word wins, and --ignore a tie", "[rule_selection]") {
  CHECK(admits({"S001"}, {"S"}, "S001"));
  CHECK(admits({"unreadable-yaml"}, {"S001"}, "S001"));
  CHECK_FALSE(admits({"S"}, {"S001"}, "S001"));
  CHECK_FALSE(admits({"S"}, {"S"}, "S001"));
}

TEST_CASE("a word that names no rule is refused with the nearest", "[rule_selection]") {
  CHECK_THROWS_WITH(RuleSelection({"S0001"}, {}),
                    Catch::Contains("--select") && Catch::Contains("did you mean 'S001'"));
  CHECK_THROWS_WITH(RuleSelection({}, {"unreadble-yaml"}),
                    Catch::Contains("--ignore") && Catch::Contains("'unreadable-yaml'"));
  CHECK_THROWS_AS(RuleSelection({""}, {}), UsageError);
  CHECK_THROWS_AS(RuleSelection({"-"}, {}), UsageError);
}
