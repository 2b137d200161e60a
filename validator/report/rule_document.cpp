#include "validator/report/rule_document.hpp"

#include <iterator>

#include <fmt/format.h>

namespace napkin::validator {
namespace {

struct Family {
  char letter;
  std::string_view title;
};

constexpr Family families[] = {
    {'S', "S: schema"},
    {'F', "F: format"},
    {'X', "X: across fields and files"},
    {'A', "A: arithmetic"},
    {'U', "U: units"},
    {'H', "H: hardware facts"},
    {'C', "C: fields that agree"},
    {'P', "P: feasibility"},
    {'D', "D: duplicates"},
    {'G', "G: generated content"},
};

constexpr std::string_view introduction =
    "# Rules\n\n"
    "This page is made from the rules themselves; `napkin rule CODE` prints the same. To change it, change the rule\n"
    "and run the tests once with `NAPKIN_BLESS=1`.\n\n"
    "A rule can be switched off for one value by a comment on a line of its own above the value's key, with the\n"
    "reason: `# napkin: ignore[A201] the vendor's own figure, quoted as printed`.\n\n";

void append_table(std::string& out, std::span<const RuleInfo* const> rules) {
  out += "| code | name | severity | what it reports |\n|---|---|---|---|\n";
  for (const RuleInfo* rule : rules)
    fmt::format_to(
        std::back_inserter(out), "| [{0}](#{2}) | {1} | {3} | {4} |\n", rule->code, rule->name,
        fmt::format("{}-{}", static_cast<char>(rule->code[0] - 'A' + 'a') + std::string(rule->code.substr(1)),
                    rule->name),
        to_string(rule->severity), rule->summary);
}

void append_rule(std::string& out, const RuleInfo& rule) {
  fmt::format_to(std::back_inserter(out),
                 "\n### {} {}\n\n{} Severity: {}.\n\n{}\n\n```text\n{}\n```\n\nInstead:\n\n```text\n{}\n```\n",
                 rule.code, rule.name, rule.summary, to_string(rule.severity), rule.why, rule.example, rule.fix);
}

}  // namespace

std::string rule_document(std::span<const RuleInfo* const> rules) {
  std::string out(introduction);
  append_table(out, rules);
  for (const Family& family : families) {
    bool first = true;
    for (const RuleInfo* rule : rules) {
      if (rule->code[0] != family.letter) continue;
      if (first) fmt::format_to(std::back_inserter(out), "\n## {}\n", family.title);
      first = false;
      append_rule(out, *rule);
    }
  }
  return out;
}

}  // namespace napkin::validator
