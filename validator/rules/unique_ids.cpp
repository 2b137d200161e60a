#include "validator/rules/unique_ids.hpp"

#include <fmt/format.h>

namespace napkin::validator {

const RuleInfo duplicate_id_rule{
    .code = "X101",
    .name = "duplicate-id",
    .severity = Severity::error,
    .summary = "Two files have the same id.",
    .why =
        "Addresses, chains and a learner's progress refer to questions by id. Of two with the same id one overwrites "
        "the other, and which one depends on the order in which files are read.",
    .example = "# in cloud-0001.yaml and in cloud-0002.yaml\nid: cloud-0001",
    .fix = "# in cloud-0002.yaml\nid: cloud-0002",
};

void check_unique_ids(const Bank& bank, std::vector<Finding>& findings) {
  const QuestionSummary* first = nullptr;
  for (const QuestionSummary* question : bank.questions()) {
    if (first == nullptr || first->id != question->id) {
      first = question;
      continue;
    }
    Finding finding;
    finding.rule = &duplicate_id_rule;
    finding.severity = duplicate_id_rule.severity;
    finding.place = question->id_place;
    finding.question_id = question->id;
    finding.message =
        fmt::format("the id {} belongs to another question; give this one an id of its own", question->id);
    finding.quote = question->id;
    finding.related.push_back({first->id_place, "the question that has it"});
    findings.push_back(std::move(finding));
  }
}

}  // namespace napkin::validator
