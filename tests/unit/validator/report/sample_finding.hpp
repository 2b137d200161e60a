// A finding with every fact filled in, for the tests of the report formats.
#pragma once

#include "validator/finding.hpp"

namespace napkin::validator::sample {

inline constexpr RuleInfo wrong_sum{"A900", "wrong-sum", Severity::error, "", "", "", ""};
inline constexpr RuleInfo loose_sum{"A901", "loose-sum", Severity::warning, "", "", "", ""};
inline constexpr RuleInfo odd_sum{"A902", "odd-sum", Severity::note, "", "", "", ""};

inline Finding finding() {
  Finding finding;
  finding.rule = &wrong_sum;
  finding.severity = Severity::error;
  finding.place = {"bank/cloud-0001.yaml", "details.napkin_math", 2, 10, 2, 24};
  finding.question_id = "cloud-0001";
  finding.message = "2 GB * 3 is 6 GB, not 7 GB";
  finding.quote = "2 GB * 3 = 7 GB";
  finding.stated = "7 GB";
  finding.derived = "6 GB";
  finding.ratio = 7.0 / 6;
  finding.cause = "a \"slip\"";
  finding.related.push_back({{"bank/cloud-0001.yaml", "scenario", 1, 11, 1, 15}, "given here as 2 GB"});
  return finding;
}

/// A finding with nothing but what every finding has.
inline Finding bare(const RuleInfo& rule) {
  Finding finding;
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.place = {"a.yaml", "", 1, 1, 1, 1};
  finding.message = "odd";
  return finding;
}

}  // namespace napkin::validator::sample
