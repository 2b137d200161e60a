// Runs the examples of tests/rules: for every rule a text or a small bank that it flags, and one that it does not.
//
//   tests/rules/<CODE>-<name>/fail.yaml, pass.yaml      a question each
//   tests/rules/<CODE>-<name>/fail/, pass/              a bank each: questions, chains.json, taxonomy.yaml
//
// Comments at the head of a question say what to expect and how to check it:
//
//   # expected: F112 14:11                    a finding, its line and column; none in a passing example
//   # file: cloud/memory/cloud-0001.yaml      the name it is checked under; else <track>/<area>/<id>.yaml
//   # schema: lenient                         checked with tests/rules/lenient_schema.yaml, which bounds nothing
//
// A failing bank holds the same in expected.txt, as "X131 chains.json 10:13".
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace napkin::validator {

struct RuleExample {
  std::string name;                   // "F112-title-markup/fail"
  std::vector<std::string> expected;  // "F112 cloud/compute/cloud-0001.yaml 14:11", sorted
  std::vector<std::string> found;     // likewise
};

std::filesystem::path rule_examples_folder();

/// `side` is "fail" or "pass". Throws std::runtime_error where there is no such example.
RuleExample run_rule_example(const std::string& rule_folder, const std::string& side);

}  // namespace napkin::validator
