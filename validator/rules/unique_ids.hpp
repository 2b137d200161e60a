// X101: an id names one question.
#pragma once

#include "validator/rules/bank.hpp"

namespace napkin::validator {

extern const RuleInfo duplicate_id_rule;

void check_unique_ids(const Bank& bank, std::vector<Finding>& findings);

}  // namespace napkin::validator
