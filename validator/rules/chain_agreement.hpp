// X136: what a question says of its chains, and what chains.json says of the question.
#pragma once

#include "validator/rules/bank.hpp"
#include "validator/rules/chain_file.hpp"

namespace napkin::validator {

extern const RuleInfo chain_disagreement_rule;

/// `files` are the names of the chain files that could be read: a question that stands beside or below none
/// of them is not asked about its chains.
void check_chain_agreement(const Bank& bank, const std::vector<std::string>& files, const std::vector<Chain>& chains,
                           std::vector<Finding>& findings);

}  // namespace napkin::validator
