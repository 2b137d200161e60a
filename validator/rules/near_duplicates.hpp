// D401: no two scenarios tell the same story.
#pragma once

#include "validator/rules/bank.hpp"
#include "validator/rules/meant_duplicates.hpp"

namespace napkin::validator {

extern const RuleInfo near_duplicate_rule;

/// Each question is set against the first, in the order of ids, that it nearly repeats; pairs that are meant are left
/// out. A bank is never compared pair by pair (near_duplicate_search.hpp).
void check_near_duplicates(const Bank& bank, const MeantDuplicates& meant, std::vector<Finding>& findings);

}  // namespace napkin::validator
