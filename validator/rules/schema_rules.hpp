// S002 to S017: what a file may have against its schema, a rule for each kind of issue.
#pragma once

#include <span>

#include "schema/checker.hpp"
#include "validator/finding.hpp"

namespace napkin::validator {

extern const RuleInfo missing_key_rule;
extern const RuleInfo unknown_key_rule;
extern const RuleInfo wrong_type_rule;
extern const RuleInfo unlisted_value_rule;
extern const RuleInfo pattern_mismatch_rule;
extern const RuleInfo wrong_length_rule;
extern const RuleInfo out_of_range_rule;
extern const RuleInfo unexpected_value_rule;
extern const RuleInfo wrong_format_rule;
extern const RuleInfo duplicate_key_rule;
extern const RuleInfo empty_value_rule;
extern const RuleInfo unquoted_text_rule;
extern const RuleInfo ambiguous_value_rule;
extern const RuleInfo endless_alias_rule;
extern const RuleInfo unsupported_yaml_rule;
extern const RuleInfo more_schema_findings_rule;

const RuleInfo& rule_of(schema::IssueKind kind);

}  // namespace napkin::validator
