// F161 to F163: a figure names its kind, a bare file, and what one who cannot see it is told.
#pragma once

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo visual_kind_rule;
extern const RuleInfo visual_path_rule;
extern const RuleInfo visual_text_rule;

void check_visual_format(const QuestionFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
