// F111 to F114: a title is one short line of plain text that says something.
#pragma once

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo long_title_rule;
extern const RuleInfo title_markup_rule;
extern const RuleInfo title_period_rule;
extern const RuleInfo placeholder_title_rule;

void check_title_format(const QuestionFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
