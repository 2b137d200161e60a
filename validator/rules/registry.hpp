// Every rule that napkin knows, in one table: `napkin rule`, the manual and the reports read it.
#pragma once

#include <span>
#include <string_view>

#include "validator/finding.hpp"
#include "validator/rules/question_file.hpp"

namespace napkin::validator {

/// By code, ascending.
std::span<const RuleInfo* const> all_rules();

/// By code ("A201") or name ("wrong-arithmetic"), whatever the case of the letters; nullptr where there is
/// none.
const RuleInfo* find_rule(std::string_view code_or_name);

/// The checks of one file beyond its schema and its arithmetic (families F and X), in no particular order.
std::span<const FileCheck> file_checks();

/// Whether only the whole bank shows what the rule reports (check_bank), never one file alone.
bool is_bank_rule(const RuleInfo& rule);

}  // namespace napkin::validator
