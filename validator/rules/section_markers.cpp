#include "validator/rules/section_markers.hpp"

#include <span>

#include <fmt/format.h>

namespace napkin::validator {

const RuleInfo mistake_sections_rule{
    .code = "F101",
    .name = "mistake-sections",
    .severity = Severity::warning,
    .summary = "common_mistake lacks one of its three headings, or has them out of order.",
    .why =
        "The practice page shows the mistake in three steps: what people do, why it seems right to them, what it "
        "costs. It finds the steps by **The Pitfall:**, **The Rationale:** and **The Consequence:**; without them the "
        "reader gets one lump of text, or none.",
    .example = "common_mistake: Engineers forget the KV cache.",
    .fix =
        "common_mistake: |\n"
        "  **The Pitfall:** Counting only the weights.\n"
        "  **The Rationale:** The weights are what the model card quotes.\n"
        "  **The Consequence:** The server runs out of memory at long contexts.",
};

const RuleInfo math_sections_rule{
    .code = "F102",
    .name = "math-sections",
    .severity = Severity::warning,
    .summary = "napkin_math lacks one of its three headings, or has them out of order.",
    .why =
        "A reader checks a calculation from what it assumes, through its steps, to what follows from it. The headings "
        "**Assumptions:** (or **Assumptions & Constraints:**), **Calculations:** and **Conclusion:** (or **Conclusion "
        "& Interpretation:**) keep the three apart.",
    .example = "napkin_math: 70B parameters * 2 bytes = 140 GB",
    .fix =
        "napkin_math: |\n"
        "  **Assumptions:**\n"
        "  - 70B parameters in FP16, 2 bytes each.\n"
        "  **Calculations:**\n"
        "  - 70B parameters * 2 bytes = 140 GB\n"
        "  **Conclusion:** The weights do not fit into one 80 GB device.",
};

namespace {

constexpr std::size_t absent = std::string_view::npos;

struct Section {
  std::string_view title;     // what a message calls it
  std::string_view longer{};  // the other title it may have
};

constexpr Section mistake_sections[] = {{"The Pitfall"}, {"The Rationale"}, {"The Consequence"}};
constexpr Section math_sections[] = {
    {"Assumptions", "Assumptions & Constraints"}, {"Calculations"}, {"Conclusion", "Conclusion & Interpretation"}};

// "**Title:**" or "**Title**:", wherever it stands: behind a list number, before text of the same line.
std::size_t find_marker(std::string_view text, std::string_view title) {
  if (title.empty()) return absent;
  for (std::size_t at = text.find(title); at != absent; at = text.find(title, at + 1)) {
    const std::string_view before = text.substr(0, at), after = text.substr(at + title.size());
    if (before.ends_with("**") && (after.starts_with(":**") || after.starts_with("**:"))) return at - 2;
  }
  return absent;
}

std::size_t find_section(std::string_view text, const Section& section) {
  return std::min(find_marker(text, section.title), find_marker(text, section.longer));
}

// "the heading **A:**", "the headings **A:** and **B:**"
std::string headings(std::span<const Section* const> sections) {
  std::string text = sections.size() == 1 ? "the heading " : "the headings ";
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (i > 0) text += i + 1 == sections.size() ? " and " : ", ";
    text += fmt::format("**{}:**", sections[i]->title);
  }
  return text;
}

void check_sections(const QuestionFile& file, std::string_view path, std::span<const Section> sections,
                    const RuleInfo& rule, std::vector<Finding>& findings) {
  const schema::TextField* field = file.question.text(path);
  if (field == nullptr || trimmed(field->text.text).empty()) return;
  const std::string& text = field->text.text;
  std::vector<const Section*> missing;
  const Section* last = nullptr;
  std::size_t last_at = 0;
  for (const Section& section : sections) {
    const std::size_t at = find_section(text, section);
    if (at == absent) {
      missing.push_back(&section);
      continue;
    }
    if (last != nullptr && at < last_at) {
      findings.push_back(
          finding_at(rule, file, field->text.source_range(at, text.find('\n', at)), path,
                     fmt::format("**{}:** stands before **{}:**; it comes after it", section.title, last->title)));
      return;
    }
    last = &section;
    last_at = at;
  }
  if (missing.empty()) return;
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  findings.push_back(finding_at(rule, file, field->text.source_range(begin, text.find('\n', begin)), path,
                                fmt::format("{} lacks {}", path.substr(path.find('.') + 1), headings(missing))));
}

}  // namespace

void check_section_markers(const QuestionFile& file, std::vector<Finding>& findings) {
  check_sections(file, "details.common_mistake", mistake_sections, mistake_sections_rule, findings);
  check_sections(file, "details.napkin_math", math_sections, math_sections_rule, findings);
}

}  // namespace napkin::validator
