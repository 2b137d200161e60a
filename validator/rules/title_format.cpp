#include "validator/rules/title_format.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/text/ascii.hpp"
#include "validator/rules/markup.hpp"

namespace napkin::validator {

const RuleInfo long_title_rule{
    .code = "F111",
    .name = "long-title",
    .severity = Severity::error,
    .summary = "A title has more than 120 characters.",
    .why =
        "Lists, cards and page heads give a title one line. What does not fit is cut off in the middle of the thought.",
    .example =
        "title: How many H100 GPUs does a team need to serve a 70-billion-parameter model with a context of 128,000 "
        "tokens to a thousand users at once",
    .fix = "title: Sizing a 70B Serving Fleet for Long Contexts",
};

const RuleInfo title_markup_rule{
    .code = "F112",
    .name = "title-markup",
    .severity = Severity::warning,
    .summary = "A title holds Markdown, LaTeX, HTML or an underscore.",
    .why =
        "Titles are shown as they are, without rendering: a reader sees the stars, dollars and backslashes. An "
        "underscore betrays a file name or an identifier that was never turned into words.",
    .example = "title: The $O(n^2)$ cost of `attention`",
    .fix = "title: The quadratic cost of attention",
};

const RuleInfo title_period_rule{
    .code = "F113",
    .name = "title-period",
    .severity = Severity::warning,
    .summary = "A title ends with a period.",
    .why = "A title is a name, not a sentence; the rest of the bank writes them without a period.",
    .example = "title: The Memory Wall.",
    .fix = "title: The Memory Wall",
};

const RuleInfo placeholder_title_rule{
    .code = "F114",
    .name = "placeholder-title",
    .severity = Severity::warning,
    .summary = "A title is a placeholder that a tool or an author left behind.",
    .why =
        "\"Cloud New 0012\" tells a learner nothing and cannot be searched for. Such a title shows that nobody has "
        "named the question since it was made.",
    .example = "title: Cloud New 0012",
    .fix = "title: The Ridge Point of an Accelerator",
};

namespace {
using engine::is_digit;
using engine::lowered;

constexpr std::size_t longest_title = 120;

constexpr auto placeholder_titles =
    std::to_array<std::string_view>({"tbd", "todo", "title", "untitled", "placeholder", "new question",
                                     "question title", "test", "test question", "n/a", "none", "fixme", "xxx"});

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// Takes the last word off the text and gives it.
std::string_view take_last_word(std::string_view& text) {
  const std::size_t space = text.find_last_of(' ');
  const std::string_view word = space == std::string_view::npos ? text : text.substr(space + 1);
  text = space == std::string_view::npos ? std::string_view() : trimmed(text.substr(0, space));
  return word;
}

// "Cloud New 0012" and "Cloud Kv Cache L2 0" are how generators number what they could not name.
bool is_numbered_placeholder(std::string_view title) {
  std::string_view rest = title;
  const std::string_view number = take_last_word(rest);
  if (!all_digits(number)) return false;
  const std::string mark = lowered(take_last_word(rest));
  if (mark == "new" || mark == "question" || mark == "item") return number.size() >= 3 || mark == "question";
  return mark.size() >= 2 && mark[0] == 'l' && is_digit(mark[1]) && (mark.size() == 2 || mark == "l6+");
}

bool is_placeholder(std::string_view title, std::string_view id) {
  const std::string lower = lowered(title);
  return std::find(placeholder_titles.begin(), placeholder_titles.end(), lower) != placeholder_titles.end() ||
         lower == lowered(id) || is_numbered_placeholder(title);
}

}  // namespace

void check_title_format(const QuestionFile& file, std::vector<Finding>& findings) {
  const schema::YamlNode* node = scalar_under(file.document, "title");
  if (node == nullptr) return;
  const std::string_view title = trimmed(node->value);
  if (title.empty()) return;
  const auto report = [&](const RuleInfo& rule, std::string message) {
    findings.push_back(finding_at(rule, file, node->source, "title", std::move(message)));
  };
  if (const std::size_t length = code_points(title); length > longest_title)
    report(long_title_rule, fmt::format("the title has {} characters; at most {} fit", length, longest_title));
  if (const auto markup = find_markup(title)) {
    const schema::MappedText text = schema::map_scalar(file.source, *node);
    const std::size_t begin = static_cast<std::size_t>(title.data() - node->value.data()) + markup->begin;
    const std::size_t end = begin + (markup->end - markup->begin);
    findings.push_back(
        finding_at(title_markup_rule, file, text.source_range(begin, end), "title",
                   fmt::format("the title holds {}; write plain text, since titles are not rendered", markup->kind)));
  }
  if (title.ends_with('.')) report(title_period_rule, "the title ends with a period; leave it out");
  if (is_placeholder(title, file.question.id.value))
    report(placeholder_title_rule, fmt::format("\"{}\" is a placeholder; name what the question is about", title));
}

}  // namespace napkin::validator
