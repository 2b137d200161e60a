// X137: chains.json as values: each chain with its members and their places.
#pragma once

#include <string>
#include <vector>

#include "validator/rules/bank_file.hpp"

namespace napkin::validator {

extern const RuleInfo chain_format_rule;

struct ChainMember {
  std::string id;
  std::string level;  // as the file says; empty where it does not
  Place place;
};

struct Chain {
  std::string id;
  std::string track, topic;  // as the file says; empty where it does not
  Place place;
  std::vector<ChainMember> members;
  bool complete = false;  // as BankFile::complete
};

/// The chains of a document: a list, or a mapping with a list under "chains". A chain has chain_id (or id)
/// and questions, each an id or a mapping with one. What has another form is reported and left out.
std::vector<Chain> read_chains(const BankDocument& document, bool complete, std::vector<Finding>& findings);

}  // namespace napkin::validator
