// F141 to F143: four different options, one of them marked as correct.
#pragma once

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo option_count_rule;
extern const RuleInfo repeated_option_rule;
extern const RuleInfo correct_index_rule;

void check_option_format(const QuestionFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
