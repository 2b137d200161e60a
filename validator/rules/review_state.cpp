#include "validator/rules/review_state.hpp"

#include <fmt/format.h>

namespace napkin::validator {

const RuleInfo unexplained_deletion_rule{
    .code = "F171",
    .name = "unexplained-deletion",
    .severity = Severity::error,
    .summary = "A question is deleted without a deletion_reason.",
    .why =
        "A deleted question stays in the bank so that its id is never used again. Without the reason nobody can tell "
        "a duplicate from a wrong answer, and the same question is written again.",
    .example = "status: deleted",
    .fix = "status: deleted\ndeletion_reason: Duplicate of cloud-0001",
};

const RuleInfo unsigned_review_rule{
    .code = "F172",
    .name = "unsigned-review",
    .severity = Severity::error,
    .summary = "A human review says verified but not by whom, or when.",
    .why =
        "Verified means that a person stands for the question as it was on a day. Without the name and the date it "
        "cannot be asked about, nor told whether the question has changed since.",
    .example = "human_reviewed:\n  status: verified\n  by: null\n  date: null",
    .fix = "human_reviewed:\n  status: verified\n  by: a.reader\n  date: 2026-04-01",
};

namespace {

bool is_filled(const schema::YamlNode& mapping, std::string_view key) {
  const schema::YamlNode* value = scalar_under(mapping, key);
  return value != nullptr && !trimmed(value->value).empty();
}

}  // namespace

void check_review_state(const QuestionFile& file, std::vector<Finding>& findings) {
  const schema::YamlNode* status = scalar_under(file.document, "status");
  if (status != nullptr && status->value == "deleted" && !is_filled(file.document, "deletion_reason"))
    findings.push_back(finding_at(unexplained_deletion_rule, file, status->source, "status",
                                  "the question is deleted without a deletion_reason; say why"));
  const schema::YamlNode* review = value_under(file.document, "human_reviewed");
  const schema::YamlNode* verdict = review == nullptr ? nullptr : scalar_under(*review, "status");
  if (verdict == nullptr || verdict->value != "verified") return;
  const bool by = is_filled(*review, "by"), date = is_filled(*review, "date");
  if (by && date) return;
  findings.push_back(finding_at(unsigned_review_rule, file, verdict->source, "human_reviewed.status",
                                fmt::format("the review says verified but not {}; fill in {}",
                                            by     ? "when"
                                            : date ? "by whom"
                                                   : "by whom and when",
                                            by     ? "date"
                                            : date ? "by"
                                                   : "by and date")));
}

}  // namespace napkin::validator
