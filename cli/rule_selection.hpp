// Which rules a run reports: --select and --ignore.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "validator/finding.hpp"

namespace napkin::cli {

class RuleSelection {
 public:
  /// Each word is a code ("A201"), the beginning of one ("A", "A2") or a name ("wrong-arithmetic"), whatever the case
  /// of its letters. Nothing selected means all. Where both lists match a rule, the longer word decides, then `ignore`.
  /// Throws UsageError for a word that matches no rule.
  RuleSelection(const std::vector<std::string>& select, const std::vector<std::string>& ignore);

  bool admits(const validator::RuleInfo& rule) const { return rules_.contains(&rule); }
  void filter(std::vector<validator::Finding>& findings) const;

 private:
  std::set<const validator::RuleInfo*> rules_;
};

/// The rules that such words match, in the order of the registry. Throws UsageError for a word that matches none.
std::vector<const validator::RuleInfo*> rules_named(const std::vector<std::string>& words);

}  // namespace napkin::cli
