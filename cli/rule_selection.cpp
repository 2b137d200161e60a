#include "cli/rule_selection.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/usage_error.hpp"
#include "engine/text/ascii.hpp"
#include "validator/rules/registry.hpp"

namespace napkin::cli {
namespace {
using validator::RuleInfo;

constexpr std::size_t whole_name = 1000;  // longer than any beginning of a code

bool begins_with(std::string_view text, std::string_view start) {
  return start.size() <= text.size() && std::equal(start.begin(), start.end(), text.begin(),
                                                   [](char a, char b) { return engine::lower(a) == engine::lower(b); });
}

// How closely the word names the rule; 0 where it does not.
std::size_t closeness(std::string_view word, const RuleInfo& rule) {
  if (word.empty()) return 0;
  if (word.size() == rule.name.size() && begins_with(rule.name, word)) return whole_name;
  return begins_with(rule.code, word) ? word.size() : 0;
}

std::size_t closeness(const std::vector<std::string>& words, const RuleInfo& rule) {
  std::size_t best = 0;
  for (const std::string& word : words) best = std::max(best, closeness(word, rule));
  return best;
}

std::string unknown_rule(std::string_view word) {
  std::vector<std::string_view> known;
  for (const RuleInfo* rule : validator::all_rules()) known.insert(known.end(), {rule->code, rule->name});
  const std::string hint = did_you_mean(word, known);
  return fmt::format("no rule '{}'{}", word, hint.empty() ? "; napkin rule lists them" : hint);
}

// `where` the words stand begins the message: "napkin check: --select".
void refuse_unknown(std::string_view where, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    const auto rules = validator::all_rules();
    const bool known = std::any_of(rules.begin(), rules.end(), [&](auto* rule) { return closeness(word, *rule) > 0; });
    if (!known) throw UsageError(fmt::format("{}: {}", where, unknown_rule(word)));
  }
}
}  // namespace

RuleSelection::RuleSelection(const std::vector<std::string>& select, const std::vector<std::string>& ignore) {
  refuse_unknown("napkin check: --select", select);
  refuse_unknown("napkin check: --ignore", ignore);
  for (const RuleInfo* rule : validator::all_rules()) {
    const std::size_t wanted = closeness(select, *rule);
    const std::size_t unwanted = closeness(ignore, *rule);
    if ((wanted > 0 || select.empty()) && (unwanted == 0 || unwanted < wanted)) rules_.insert(rule);
  }
}

void RuleSelection::filter(std::vector<validator::Finding>& findings) const {
  std::erase_if(findings, [this](const validator::Finding& finding) { return !admits(*finding.rule); });
}

std::vector<const RuleInfo*> rules_named(const std::vector<std::string>& words) {
  refuse_unknown("napkin rule", words);
  const auto all = validator::all_rules();
  std::vector<const RuleInfo*> rules;
  std::copy_if(all.begin(), all.end(), std::back_inserter(rules),
               [&](const RuleInfo* rule) { return closeness(words, *rule) > 0; });
  return rules;
}

}  // namespace napkin::cli
