// X121, X122: a zone's usual levels, and the Bloom levels it admits.
#pragma once

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo zone_level_rule;
extern const RuleInfo zone_bloom_rule;

void check_zone_fit(const QuestionFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
