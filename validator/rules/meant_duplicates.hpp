// D402: near-duplicates.yaml, which says of pairs of questions that they are meant to be alike.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "validator/rules/bank_file.hpp"

namespace napkin::validator {

extern const RuleInfo meant_duplicates_rule;

/// Pairs of ids, the lesser first.
using MeantDuplicates = std::set<std::pair<std::string, std::string>>;

/// Adds every pair of each group that the file lists.
void read_meant_duplicates(const BankDocument& document, MeantDuplicates& pairs, std::vector<Finding>& findings);

}  // namespace napkin::validator
