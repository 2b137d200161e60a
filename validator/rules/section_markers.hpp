// F101, F102: the bold headings that common_mistake and napkin_math carry, and their order.
#pragma once

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo mistake_sections_rule;
extern const RuleInfo math_sections_rule;

void check_section_markers(const QuestionFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
