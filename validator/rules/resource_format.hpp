// F151, F152: a resource has a short name and an https address.
#pragma once

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo resource_name_rule;
extern const RuleInfo insecure_resource_rule;

void check_resource_format(const QuestionFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
