#include "validator/rules/near_duplicates.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

namespace napkin::validator {

const RuleInfo near_duplicate_rule{
    .code = "D401",
    .name = "near-duplicate-scenario",
    .severity = Severity::warning,
    .summary = "Two scenarios tell nearly the same story with nearly the same figures.",
    .why =
        "Whoever has seen the one has seen the other: a learner is not asked anything new, and a bank counts a "
        "question "
        "twice. Variants are welcome where the setting, the figures or the decision differ.",
    .example =
        "# in cloud-0001.yaml\nscenario: A team serves a 7B model on one A100 and sees 40 ms per token.\n"
        "# in cloud-0002.yaml\nscenario: A team serves a 7B model on one A100 and it sees 40 ms per token.",
    .fix =
        "# in cloud-0002.yaml\nscenario: On a phone with 8 GB of memory, a 3B model in 4 bits has to answer in a "
        "second.",
};

namespace {

// Two sketches that agree in a share s of their places meet in some band with probability 1 - (1 - s^4)^16: 0.99 at
// 0.7, where texts of similarity 0.88 lie, 0.05 at 0.24.
constexpr std::size_t rows_per_band = 4;
constexpr std::size_t bands = sketch_size / rows_per_band;
// Of a bucket, this many are looked at: a story told a hundred times is found with the first ones.
constexpr std::size_t most_in_bucket = 6;
constexpr std::size_t fewest_words = 20;

std::uint64_t band_key(const ScenarioFingerprint& fingerprint, std::size_t band) {
  std::uint64_t key = 0xCBF29CE484222325U + band;
  for (std::size_t i = 0; i < rows_per_band; ++i)
    key = (key ^ fingerprint.sketch[band * rows_per_band + i]) * 0x100000001B3U;
  return key;
}

class DuplicateSearch {
 public:
  /// The first earlier question that is like this one; null where there is none.
  const QuestionSummary* find_and_add(const QuestionSummary& question) {
    const QuestionSummary* found = nullptr;
    std::vector<const QuestionSummary*> seen;
    for (std::size_t band = 0; band < bands; ++band) {
      std::vector<const QuestionSummary*>& bucket = buckets_[band_key(question.scenario, band)];
      for (const QuestionSummary* other : bucket) {
        if (std::find(seen.begin(), seen.end(), other) != seen.end()) continue;
        seen.push_back(other);
        const bool alike = similarity(question.scenario, other->scenario) >= near_duplicate_similarity;
        if (alike && (found == nullptr || other->id < found->id)) found = other;
      }
      if (bucket.size() < most_in_bucket) bucket.push_back(&question);
      if (found != nullptr && band >= 2) break;
    }
    return found;
  }

 private:
  std::unordered_map<std::uint64_t, std::vector<const QuestionSummary*>> buckets_;
};

}  // namespace

void check_near_duplicates(const Bank& bank, std::vector<Finding>& findings) {
  DuplicateSearch search;
  for (const QuestionSummary* question : bank.questions()) {
    if (question->scenario.words.size() < fewest_words || question->status == "deleted") continue;
    const QuestionSummary* other = search.find_and_add(*question);
    if (other == nullptr || other->id == question->id) continue;
    Finding finding;
    finding.rule = &near_duplicate_rule;
    finding.severity = near_duplicate_rule.severity;
    finding.place = question->scenario_place;
    finding.question_id = question->id;
    finding.message =
        fmt::format("the scenario is nearly that of {}; change the setting or the figures, or delete one", other->id);
    finding.related.push_back({other->scenario_place, "the scenario that it is like"});
    findings.push_back(std::move(finding));
  }
}

}  // namespace napkin::validator
