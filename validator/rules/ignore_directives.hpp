// F191, F192: comments that switch a rule off for one value.
//
//   # napkin: ignore[A201, U303] the vendor's own figure, quoted as printed
//   napkin_math: |
//
// The comment stands on a line of its own above a key and covers that key with its value. Text inside a block or
// quoted scalar is content, never a directive.
#pragma once

#include "validator/check.hpp"
#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo bad_ignore_rule;
extern const RuleInfo unused_ignore_rule;

/// Drops the findings that directives cover and adds one for each directive that is misshapen or covers nothing. Those
/// for rules that only check_bank applies go to `for_bank`, since no single file shows whether they are used.
void apply_ignore_directives(const QuestionFile& file, std::vector<Finding>& findings,
                             std::vector<IgnoredBankRule>& for_bank);

}  // namespace napkin::validator
