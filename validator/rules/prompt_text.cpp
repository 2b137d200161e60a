#include "validator/rules/prompt_text.hpp"

#include <fmt/format.h>

#include "validator/rules/markup.hpp"

namespace napkin::validator {

const RuleInfo short_scenario_rule{
    .code = "F121",
    .name = "short-scenario",
    .severity = Severity::error,
    .summary = "A scenario has fewer than 30 characters.",
    .why =
        "The scenario gives the figures that the answer rests on. A few words cannot, so that the learner has to "
        "guess what was meant.",
    .example = "scenario: You have a GPU.",
    .fix = "scenario: You serve a 7B model in FP16 on one GPU with 24 GB of memory.",
};

const RuleInfo active_content_rule{
    .code = "F122",
    .name = "active-content",
    .severity = Severity::error,
    .summary = "A scenario or a question holds HTML, or an address that runs code.",
    .why =
        "These fields are plain text. Where a page shows them unescaped, a tag breaks its layout and a script or a "
        "javascript: address runs in the reader's browser; where it escapes them, the reader sees the tags.",
    .example = "scenario: You profile a <b>memory-bound</b> kernel on an H100 GPU.",
    .fix = "scenario: You profile a memory-bound kernel on an H100 GPU.",
};

const RuleInfo long_question_rule{
    .code = "F131",
    .name = "long-question",
    .severity = Severity::error,
    .summary = "A question has more than 200 characters.",
    .why =
        "The question is one sentence that says what to do. What goes beyond it belongs into the scenario, where a "
        "reader looks for the facts.",
    .example =
        "question: Given that the model has 80 layers and 8 KV heads of 128 dimensions and that it serves contexts of "
        "32,768 tokens in FP16 to 64 users at once from one node of eight GPUs, how large is its KV cache in all?",
    .fix = "question: How large is the KV cache for all 64 users?",
};

namespace {

constexpr std::size_t shortest_scenario = 30;
constexpr std::size_t longest_question = 200;

void check_plain_text(const QuestionFile& file, const schema::TextField& field, std::vector<Finding>& findings) {
  const auto found = find_active_content(field.text.text);
  if (!found) return;
  findings.push_back(finding_at(active_content_rule, file, field.text.source_range(found->begin, found->end),
                                field.path, fmt::format("the {} holds {}; write plain text", field.path, found->kind)));
}

schema::ByteRange whole(const schema::TextField& field) { return field.text.source_range(0, field.text.text.size()); }

}  // namespace

void check_prompt_text(const QuestionFile& file, std::vector<Finding>& findings) {
  if (const schema::TextField* scenario = file.question.text("scenario")) {
    const std::size_t length = code_points(trimmed(scenario->text.text));
    if (length < shortest_scenario)
      findings.push_back(finding_at(
          short_scenario_rule, file, whole(*scenario), "scenario",
          fmt::format("the scenario has {} characters; give the facts in at least {}", length, shortest_scenario)));
    check_plain_text(file, *scenario, findings);
  }
  if (const schema::TextField* question = file.question.text("question")) {
    const std::size_t length = code_points(trimmed(question->text.text));
    if (length > longest_question)
      findings.push_back(finding_at(long_question_rule, file, whole(*question), "question",
                                    fmt::format("the question has {} characters; ask in at most {} and give the "
                                                "facts in the scenario",
                                                length, longest_question)));
    check_plain_text(file, *question, findings);
  }
}

}  // namespace napkin::validator
