// X151, X152: what a topic presupposes exists, and does not presuppose the topic.
#pragma once

#include "validator/rules/bank_file.hpp"

namespace napkin::validator {

extern const RuleInfo prerequisite_cycle_rule;
extern const RuleInfo unknown_prerequisite_rule;

/// Topics are mappings with an id, or the values of a mapping under "topics"; what they presuppose stands
/// under "prerequisites" (ids) or under "edges" (target, and edge_type: prerequisite). A taxonomy without any
/// is fine.
void check_taxonomy(const BankDocument& document, std::vector<Finding>& findings);

}  // namespace napkin::validator
