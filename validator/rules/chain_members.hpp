// X131 to X135: what a chain is made of. Its members exist, are published, share track and topic, and get no
// easier.
#pragma once

#include "validator/rules/bank.hpp"
#include "validator/rules/chain_file.hpp"

namespace napkin::validator {

extern const RuleInfo unknown_chain_member_rule;
extern const RuleInfo unpublished_chain_member_rule;
extern const RuleInfo mixed_chain_rule;
extern const RuleInfo falling_chain_rule;
extern const RuleInfo crowded_question_rule;

/// Says nothing of a chain none of whose members was read, unless the chain is complete.
void check_chain_members(const Bank& bank, const std::vector<Chain>& chains, std::vector<Finding>& findings);

/// A finding at a member's place in the file of chains.
Finding member_finding(const RuleInfo& rule, const ChainMember& member, std::string message);

}  // namespace napkin::validator
