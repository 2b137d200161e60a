#include "validator/rules/registry.hpp"

#include <algorithm>
#include <array>

#include "engine/text/ascii.hpp"
#include "validator/rules/arithmetic_rules.hpp"
#include "validator/rules/bank_file.hpp"
#include "validator/rules/chain_agreement.hpp"
#include "validator/rules/chain_file.hpp"
#include "validator/rules/chain_members.hpp"
#include "validator/rules/ignore_directives.hpp"
#include "validator/rules/meant_duplicates.hpp"
#include "validator/rules/near_duplicates.hpp"
#include "validator/rules/option_format.hpp"
#include "validator/rules/prompt_text.hpp"
#include "validator/rules/question_folder.hpp"
#include "validator/rules/question_identity.hpp"
#include "validator/rules/resource_format.hpp"
#include "validator/rules/review_state.hpp"
#include "validator/rules/schema_rules.hpp"
#include "validator/rules/section_markers.hpp"
#include "validator/rules/taxonomy.hpp"
#include "validator/rules/title_format.hpp"
#include "validator/rules/topic_area.hpp"
#include "validator/rules/unique_ids.hpp"
#include "validator/rules/unreadable_yaml.hpp"
#include "validator/rules/visual_format.hpp"
#include "validator/rules/zone_fit.hpp"

namespace napkin::validator {
namespace {

constexpr auto rules = std::to_array<const RuleInfo*>({
    // S: schema
    &unreadable_yaml_rule,
    &missing_key_rule,
    &unknown_key_rule,
    &wrong_type_rule,
    &unlisted_value_rule,
    &pattern_mismatch_rule,
    &wrong_length_rule,
    &out_of_range_rule,
    &unexpected_value_rule,
    &wrong_format_rule,
    &duplicate_key_rule,
    &empty_value_rule,
    &unquoted_text_rule,
    &ambiguous_value_rule,
    &endless_alias_rule,
    &unsupported_yaml_rule,
    &more_schema_findings_rule,
    // F: format
    &mistake_sections_rule,
    &math_sections_rule,
    &long_title_rule,
    &title_markup_rule,
    &title_period_rule,
    &placeholder_title_rule,
    &short_scenario_rule,
    &active_content_rule,
    &long_question_rule,
    &option_count_rule,
    &repeated_option_rule,
    &correct_index_rule,
    &resource_name_rule,
    &insecure_resource_rule,
    &visual_kind_rule,
    &visual_path_rule,
    &visual_text_rule,
    &unexplained_deletion_rule,
    &unsigned_review_rule,
    &bad_ignore_rule,
    &unused_ignore_rule,
    // X: across fields and files
    &duplicate_id_rule,
    &id_not_file_name_rule,
    &id_format_rule,
    &wrong_track_folder_rule,
    &wrong_area_folder_rule,
    &unknown_topic_rule,
    &topic_outside_area_rule,
    &zone_level_rule,
    &zone_bloom_rule,
    &unreadable_bank_file_rule,
    &unknown_chain_member_rule,
    &unpublished_chain_member_rule,
    &mixed_chain_rule,
    &falling_chain_rule,
    &crowded_question_rule,
    &chain_disagreement_rule,
    &chain_format_rule,
    &prerequisite_cycle_rule,
    &unknown_prerequisite_rule,
    // A: arithmetic
    &wrong_arithmetic,
    &loose_arithmetic,
    &false_comparison,
    &wrong_percentage_or_ratio,
    &text_too_long,
    // U: units
    &dimension_clash,
    &wrong_conversion,
    &bits_and_bytes,
    &binary_units,
    &unknown_unit,
    &mac_counted_as_one,
    // D: duplicates
    &near_duplicate_rule,
    &meant_duplicates_rule,
});

constexpr auto checks = std::to_array<FileCheck>({
    check_section_markers,
    check_title_format,
    check_prompt_text,
    check_option_format,
    check_resource_format,
    check_visual_format,
    check_review_state,
    check_question_identity,
    check_question_folder,
    check_topic_area,
    check_zone_fit,
});

constexpr auto bank_rules = std::to_array<const RuleInfo*>({
    &duplicate_id_rule,
    &unreadable_bank_file_rule,
    &unknown_chain_member_rule,
    &unpublished_chain_member_rule,
    &mixed_chain_rule,
    &falling_chain_rule,
    &crowded_question_rule,
    &chain_disagreement_rule,
    &chain_format_rule,
    &prerequisite_cycle_rule,
    &unknown_prerequisite_rule,
    &near_duplicate_rule,
    &meant_duplicates_rule,
});

}  // namespace

std::span<const RuleInfo* const> all_rules() { return rules; }

const RuleInfo* find_rule(std::string_view code_or_name) {
  for (const RuleInfo* rule : rules)
    if (engine::same_letters(rule->code, code_or_name) || engine::same_letters(rule->name, code_or_name)) return rule;
  return nullptr;
}

std::span<const FileCheck> file_checks() { return checks; }

bool is_bank_rule(const RuleInfo& rule) {
  return std::find(bank_rules.begin(), bank_rules.end(), &rule) != bank_rules.end();
}

}  // namespace napkin::validator
