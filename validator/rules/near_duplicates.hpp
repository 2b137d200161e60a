// D401: no two scenarios tell the same story.
#pragma once

#include "validator/rules/bank.hpp"

namespace napkin::validator {

extern const RuleInfo near_duplicate_rule;

/// Scenarios from this similarity on (scenario_fingerprint.hpp) are near duplicates.
inline constexpr double near_duplicate_similarity = 0.88;

/// Candidates come from banded sketches, so that a bank is never compared pair by pair; each question is set against
/// the first, in the order of ids, that is like it.
void check_near_duplicates(const Bank& bank, std::vector<Finding>& findings);

}  // namespace napkin::validator
