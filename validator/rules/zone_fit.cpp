#include "validator/rules/zone_fit.hpp"

#include <fmt/format.h>

#include "validator/rules/question_vocabulary.hpp"

namespace napkin::validator {

const RuleInfo zone_level_rule{
    .code = "X121",
    .name = "zone-level",
    .severity = Severity::warning,
    .summary = "A question's level is unusual for its zone.",
    .why =
        "A zone says which skills a question takes, the level how deep it goes. Recall at L5 or mastery at L3 usually "
        "means that one of the two was set in haste, and the question is put before the wrong learners.",
    .example = "level: L5\nzone: recall",
    .fix = "level: L1\nzone: recall",
};

const RuleInfo zone_bloom_rule{
    .code = "X122",
    .name = "zone-bloom",
    .severity = Severity::error,
    .summary = "A question's Bloom level is not admitted in its zone.",
    .why =
        "The zones are defined by the Bloom levels they exercise: what asks one to create is no recall. A question "
        "that claims both cannot be placed, and balances by zone and by Bloom level contradict each other.",
    .example = "zone: recall\nbloom_level: create",
    .fix = "zone: recall\nbloom_level: remember",
};

namespace {

// "L4", "L1 and L2", "remember to apply"
std::string span_of(std::string_view lowest, std::string_view highest, bool adjacent) {
  if (lowest == highest) return std::string(lowest);
  return fmt::format("{} {} {}", lowest, adjacent ? "and" : "to", highest);
}

}  // namespace

void check_zone_fit(const QuestionFile& file, std::vector<Finding>& findings) {
  const schema::Question& question = file.question;
  const Zone* zone = find_zone(question.zone.value);
  if (zone == nullptr) return;
  const auto report = [&](const RuleInfo& rule, const schema::PlainField& field, std::string_view path,
                          std::string message) {
    Finding finding = finding_at(rule, file, field.source, path, std::move(message));
    finding.related.push_back({place_of(file.source, question.zone.source, "zone"), "the question's zone"});
    findings.push_back(std::move(finding));
  };
  const auto level = level_number(question.level.value);
  if (level && (*level < zone->lowest_level || *level > zone->highest_level))
    report(zone_level_rule, question.level, "level",
           fmt::format("the level {} is unusual for the zone {}, which goes with {}", question.level.value, zone->name,
                       span_of(level_name(zone->lowest_level), level_name(zone->highest_level),
                               zone->highest_level - zone->lowest_level == 1)));
  const auto bloom = bloom_level(question.bloom_level.value);
  if (bloom && (*bloom < zone->lowest_bloom || *bloom > zone->highest_bloom))
    report(zone_bloom_rule, question.bloom_level, "bloom_level",
           fmt::format("the Bloom level {} is not admitted in the zone {}, which takes {}", question.bloom_level.value,
                       zone->name,
                       span_of(to_string(zone->lowest_bloom), to_string(zone->highest_bloom),
                               static_cast<int>(zone->highest_bloom) - static_cast<int>(zone->lowest_bloom) == 1)));
}

}  // namespace napkin::validator
