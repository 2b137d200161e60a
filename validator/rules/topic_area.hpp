// X111, X112: a topic of the curated list, in the competency area it belongs to.
#pragma once

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo unknown_topic_rule;
extern const RuleInfo topic_outside_area_rule;

void check_topic_area(const QuestionFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
