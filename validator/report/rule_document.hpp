// The manual's page of rules, made from the rules themselves.
#pragma once

#include <span>
#include <string>

#include "validator/finding.hpp"

namespace napkin::validator {

/// Markdown: a table of all rules, then each with its reason and its example, by family.
std::string rule_document(std::span<const RuleInfo* const> rules);

}  // namespace napkin::validator
