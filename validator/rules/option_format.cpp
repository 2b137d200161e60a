#include "validator/rules/option_format.hpp"

#include <fmt/format.h>

namespace napkin::validator {

const RuleInfo option_count_rule{
    .code = "F141",
    .name = "option-count",
    .severity = Severity::error,
    .summary = "A multiple-choice question has not exactly four options.",
    .why =
        "The practice page lays out four options, and the chance of guessing right is the same for every question "
        "only if all have four.",
    .example = "options: [12 ms, 24 ms, 48 ms]",
    .fix = "options: [12 ms, 24 ms, 48 ms, 96 ms]",
};

const RuleInfo repeated_option_rule{
    .code = "F142",
    .name = "repeated-option",
    .severity = Severity::error,
    .summary = "Two options of a question read the same.",
    .why =
        "Where the correct answer stands twice, one who picks the other copy is told to be wrong; where a wrong one "
        "does, the question is easier than it looks.",
    .example = "options: [12 ms, 24 ms, 24 ms, 48 ms]",
    .fix = "options: [12 ms, 24 ms, 36 ms, 48 ms]",
};

const RuleInfo correct_index_rule{
    .code = "F143",
    .name = "correct-index",
    .severity = Severity::error,
    .summary = "correct_index is missing, stands without options, or points at none of them.",
    .why =
        "Without a valid index no answer counts as right. It counts from 0, so that 4 is a fifth option that does not "
        "exist.",
    .example = "options: [12 ms, 24 ms, 36 ms, 48 ms]\ncorrect_index: 4",
    .fix = "options: [12 ms, 24 ms, 36 ms, 48 ms]\ncorrect_index: 3",
};

namespace {

constexpr std::size_t option_count = 4;

// White space does not make two options different.
std::string squeezed(std::string_view text) {
  std::string result;
  for (const char c : trimmed(text)) {
    const bool white = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!white)
      result += c;
    else if (result.back() != ' ')
      result += ' ';
  }
  return result;
}

void check_repeats(const QuestionFile& file, const schema::YamlNode& options, std::vector<Finding>& findings) {
  constexpr std::size_t most_compared = 64;  // beyond, the count is the finding
  std::vector<std::string> seen;
  for (const schema::YamlNode& option : options.items) {
    if (seen.size() == most_compared) return;
    seen.push_back(option.kind == schema::NodeKind::scalar ? squeezed(option.value) : std::string());
    if (seen.back().empty()) continue;
    for (std::size_t i = 0; i + 1 < seen.size(); ++i) {
      if (seen[i] != seen.back()) continue;
      const std::string path = fmt::format("details.options[{}]", seen.size() - 1);
      Finding finding = finding_at(repeated_option_rule, file, option.source, path,
                                   fmt::format("option {} reads the same as option {}", seen.size() - 1, i));
      finding.related.push_back(
          {place_of(file.source, options.items[i].source, fmt::format("details.options[{}]", i)), "the same text"});
      findings.push_back(std::move(finding));
      break;
    }
  }
}

void check_index(const QuestionFile& file, const schema::YamlMember* options, const schema::YamlNode* index,
                 std::vector<Finding>& findings) {
  constexpr std::string_view path = "details.correct_index";
  if (options == nullptr) {
    if (index != nullptr)
      findings.push_back(finding_at(correct_index_rule, file, index->source, path,
                                    "correct_index stands without options; remove it or add four options"));
    return;
  }
  if (index == nullptr) {
    findings.push_back(finding_at(correct_index_rule, file, options->key.source, path,
                                  "the question has options but no correct_index; add it, counting from 0"));
    return;
  }
  const std::string& text = index->value;
  const bool in_range = text.size() == 1 && text[0] >= '0' && text[0] < static_cast<char>('0' + option_count);
  if (!in_range)
    findings.push_back(finding_at(correct_index_rule, file, index->source, path,
                                  fmt::format("correct_index is {}; the options are 0 to {}", text, option_count - 1)));
}

}  // namespace

void check_option_format(const QuestionFile& file, std::vector<Finding>& findings) {
  const schema::YamlNode* details = value_under(file.document, "details");
  if (details == nullptr) return;
  const schema::YamlMember* options = details->find("options");
  if (options != nullptr && options->value.kind != schema::NodeKind::sequence) options = nullptr;
  check_index(file, options, scalar_under(*details, "correct_index"), findings);
  if (options == nullptr) return;
  if (const std::size_t count = options->value.items.size(); count != option_count)
    findings.push_back(finding_at(
        option_count_rule, file, options->key.source, "details.options",
        fmt::format("the question has {} option{}; it needs exactly {}", count, count == 1 ? "" : "s", option_count)));
  check_repeats(file, options->value, findings);
}

}  // namespace napkin::validator
