// X102, X103: an id of the bank's form, which is also the file's name.
#pragma once

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo id_not_file_name_rule;
extern const RuleInfo id_format_rule;

void check_question_identity(const QuestionFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
