// F171, F172: what a status has to be accompanied by.
#pragma once

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo unexplained_deletion_rule;
extern const RuleInfo unsigned_review_rule;

void check_review_state(const QuestionFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
