// X104, X105: a file stands in the folder of its track, and of its area where the bank has such folders.
#pragma once

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo wrong_track_folder_rule;
extern const RuleInfo wrong_area_folder_rule;

void check_question_folder(const QuestionFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
