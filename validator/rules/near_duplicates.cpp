#include "validator/rules/near_duplicates.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "validator/near_duplicate_search.hpp"

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

void check_near_duplicates(const Bank& bank, const MeantDuplicates& meant, std::vector<Finding>& findings) {
  std::vector<const QuestionSummary*> questions;
  for (const QuestionSummary* question : bank.questions())
    if (question->status != "deleted") questions.push_back(question);
  NearDuplicateSearch search;
  for (const QuestionSummary* question : questions) {
    const auto found = search.find_and_add(question->scenario, [&](std::size_t other) {
      const std::string& id = questions[other]->id;
      return id != question->id && !meant.contains(std::minmax(id, question->id));
    });
    if (!found) continue;
    const QuestionSummary& other = *questions[*found];
    Finding finding;
    finding.rule = &near_duplicate_rule;
    finding.severity = near_duplicate_rule.severity;
    finding.place = question->scenario_place;
    finding.question_id = question->id;
    finding.message = fmt::format(
        "the scenario is nearly that of {}; change the setting or the figures, or say in near-duplicates.yaml why both "
        "are there",
        other.id);
    finding.related.push_back({other.scenario_place, "the scenario that it is like"});
    findings.push_back(std::move(finding));
  }
}

}  // namespace napkin::validator
