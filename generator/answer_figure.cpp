#include "generator/answer_figure.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "engine/expression/evaluate.hpp"
#include "engine/expression/parse.hpp"
#include "engine/text/ascii.hpp"
#include "generator/printed_figure.hpp"

namespace napkin::generator {
namespace {

using engine::is_digit;
using engine::NodeKind;
using engine::UnitReading;
using validator::Derivation;

constexpr int most_digits = 4;
constexpr std::string_view digit_characters = "0123456789";
constexpr std::string_view blank = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

/// Line breaks and runs of spaces as one space.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = blank.find(c) != std::string_view::npos;
    if (!space)
      out += c;
    else if (out.empty() || out.back() != ' ')
      out += ' ';
  }
  return out;
}

UnitReading unit_of(const Derivation& derivation) {
  const std::vector<UnitReading> readings = engine::read_unit(derivation.unit);
  return readings.empty() ? UnitReading{} : readings.front();
}

bool says(std::string_view suffix, const UnitReading& unit) {
  const std::vector<UnitReading> readings = engine::read_unit(trimmed(suffix));
  return std::any_of(readings.begin(), readings.end(), [&](const UnitReading& reading) {
    return reading.dimension == unit.dimension && std::abs(reading.scale / unit.scale - 1) < 1e-9;
  });
}

/// "1,342.8" at a place of the text.
std::string_view numeral_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  bool point = false;
  while (end < text.size()) {
    const bool inner = end + 1 < text.size() && is_digit(text[end + 1]);
    if (text[end] == '.' && inner && !point)
      point = true;
    else if (!is_digit(text[end]) && !(text[end] == ',' && inner && !point))
      break;
    ++end;
  }
  return text.substr(begin, end - begin);
}

/// What the author wrote, taken apart; nothing where it is more than a numeral with its unit ("36 s instead" is taken
/// without the last word).
bool take_apart(const Derivation& derivation, AnswerFigure& figure) {
  const std::string_view text = derivation.stated_text;
  const std::size_t begin = text.find_first_of(digit_characters);
  if (begin == std::string_view::npos) return false;
  const std::string_view prefix = trimmed(text.substr(0, begin));
  const bool money = prefix == "$" && derivation.unit.starts_with("USD");
  const bool about = prefix == "~" || prefix == "≈" || prefix.empty();
  const std::string_view numeral = numeral_at(text, begin);
  const auto decimal = engine::parse_decimal(numeral);
  if ((!money && !about) || !decimal || std::abs(decimal->value / figure.value - 1) > 1e-9) return false;
  std::string_view suffix = text.substr(begin + numeral.size());
  const bool has_unit = !derivation.unit.empty();
  const std::string paid = money ? "USD" : "";
  while (has_unit && !trimmed(suffix).empty() && !says(paid + std::string(suffix), figure.unit)) {
    const std::size_t word = suffix.find_last_not_of(blank);
    const std::size_t gap = suffix.find_last_of(blank, word);
    suffix = gap == std::string_view::npos ? std::string_view() : suffix.substr(0, gap);
  }
  if (has_unit && trimmed(suffix).empty() && !(money && derivation.unit == "USD")) return false;
  figure.style.prefix = money ? "$" : "";
  figure.style.suffix = has_unit && !trimmed(suffix).empty() ? on_one_line(suffix) : "";
  figure.style.digits = std::clamp(decimal->significant_digits, 1, most_digits);
  figure.style.grouped = decimal->value < 1000 || numeral.find(',') != std::string_view::npos;
  figure.text = figure.style.prefix + std::string(numeral) + figure.style.suffix;
  return true;
}

/// In the spelling of the program, where the author's cannot be kept.
void spell(const Derivation& derivation, AnswerFigure& figure) {
  const bool money = derivation.unit.starts_with("USD");
  const std::string unit = money ? derivation.unit.substr(3) : derivation.unit;
  const bool attached = unit == "%" || unit == "×" || unit == "x" || unit.empty() || money;
  figure.style.prefix = money ? "$" : "";
  figure.style.suffix = attached ? unit : " " + unit;
  figure.text = figure.style.write(figure.value);
}

bool has_operation(const engine::Expression& expression) {
  const NodeKind kind = expression.at(expression.root).kind;
  return kind != NodeKind::literal && kind != NodeKind::symbol && kind != NodeKind::negate;
}

/// What the statement computes, where that is the figure in its unit.
double unrounded(const AnswerFigure& figure) {
  constexpr double rounding = 0.05;
  const engine::EvaluationResult result = engine::evaluate(figure.expression);
  const auto* computed = std::get_if<engine::Quantity>(&result);
  if (computed == nullptr || computed->dimension != figure.unit.dimension) return figure.value;
  const double value = computed->value.middle() / figure.unit.scale;
  return std::abs(value / figure.value - 1) <= rounding ? value : figure.value;
}

std::optional<AnswerFigure> figure_of(const Derivation& derivation) {
  const bool equation =
      derivation.relation == validator::Relation::equal || derivation.relation == validator::Relation::approximately;
  if (derivation.verdict != validator::Verdict::consistent || !equation || !derivation.stated_value ||
      derivation.certainty != validator::Certainty::firm)
    return std::nullopt;
  AnswerFigure figure;
  figure.derivation = &derivation;
  figure.value = *derivation.stated_value;
  if (!std::isfinite(figure.value) || figure.value <= 0) return std::nullopt;
  figure.unit = unit_of(derivation);
  const engine::ParseResult parsed = engine::parse_expression(derivation.expression);
  const auto* read = std::get_if<engine::ParsedExpression>(&parsed);
  if (read == nullptr || !has_operation(read->expression)) return std::nullopt;
  figure.expression = read->expression;
  figure.exact = unrounded(figure);
  const bool counts = figure.unit.dimension.is_none() && figure.unit.scale == 1;
  figure.style.is_whole = counts && figure.value == std::floor(figure.value) &&
                          derivation.stated_text.find('.') == std::string::npos && derivation.unit != "×" &&
                          derivation.unit != "x";
  if (!take_apart(derivation, figure)) spell(derivation, figure);
  return figure;
}

/// Where a text says the figure: its numeral, not as a part of a longer one, before the beginning of its unit.
std::size_t mention(std::string_view text, const AnswerFigure& figure) {
  const std::string_view whole = figure.text;
  const std::size_t begin = figure.style.prefix.size();
  const std::string_view numeral = whole.substr(begin, whole.size() - begin - figure.style.suffix.size());
  const std::string_view suffix = trimmed(figure.style.suffix);
  for (std::size_t at = text.find(numeral); at != std::string_view::npos; at = text.find(numeral, at + 1)) {
    const bool starts =
        at == 0 ||
        !(is_digit(text[at - 1]) || ((text[at - 1] == '.' || text[at - 1] == ',') && at > 1 && is_digit(text[at - 2])));
    if (!starts || numeral_at(text, at).size() != numeral.size()) continue;
    const std::string_view behind = trimmed(text.substr(at + numeral.size()));
    if (suffix.empty() || (!behind.empty() && behind.front() == suffix.front())) return at;
  }
  return std::string_view::npos;
}

std::string_view text_of(const schema::Question& question, std::string_view path) {
  const schema::TextField* field = question.text(path);
  return field == nullptr ? std::string_view() : std::string_view(field->text.text);
}

std::string_view conclusion_of(std::string_view calculation) {
  const std::size_t begin = calculation.find("**Conclusion");
  return begin == std::string_view::npos ? std::string_view() : calculation.substr(begin);
}

/// The words of a text, cut to their first letters, so that "requests" is "request".
std::set<std::string> words_of(std::string_view text) {
  constexpr std::size_t shortest = 4, kept = 6;
  std::set<std::string> words;
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (engine::is_letter(c)) {
      word += engine::lower(c);
    } else {
      if (word.size() >= shortest) words.insert(word.substr(0, kept));
      word.clear();
    }
  }
  return words;
}

/// What the line of the statement says before it: "Ridge point: ".
std::string_view label_of(std::string_view text, const Derivation& derivation) {
  const std::size_t at = text.find(derivation.text);
  if (at == std::string_view::npos) return {};
  const std::size_t line = at == 0 ? std::string_view::npos : text.find_last_of('\n', at - 1);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  return text.substr(begin, at - begin);
}

std::size_t words_shared(const std::set<std::string>& asked, std::string_view label, const AnswerFigure& figure) {
  const std::set<std::string> words = words_of(std::string(label) + " " + figure.style.suffix);
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](const std::string& word) { return asked.count(word) != 0; }));
}

/// The figures that the text names, in the order in which it does.
std::vector<const AnswerFigure*> named_in(std::string_view text, const std::vector<AnswerFigure>& figures) {
  std::vector<std::pair<std::size_t, const AnswerFigure*>> named;
  for (const AnswerFigure& figure : figures)
    if (const std::size_t at = mention(text, figure); at != std::string_view::npos) named.emplace_back(at, &figure);
  std::stable_sort(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const AnswerFigure*> result;
  for (const auto& [at, figure] : named) result.push_back(figure);
  return result;
}

}  // namespace

std::string FigureStyle::write(double value) const {
  constexpr double least_exact = 0.005;  // the checker has to know the mistake again
  FigureFormat format;
  PrintedFigure printed;
  for (format.digits = digits; format.digits <= most_digits; ++format.digits) {
    printed = print_figure(value, format);
    if (std::abs(printed.value - value) <= least_exact * std::abs(value)) break;
  }
  std::string number = printed.number;
  if (!grouped) number.erase(std::remove(number.begin(), number.end(), ','), number.end());
  return prefix + number + suffix;
}

std::optional<AnswerFigure> find_answer(const schema::Question& question, const std::vector<Derivation>& derivations) {
  std::vector<AnswerFigure> figures;
  for (const std::string_view field : {"details.napkin_math", "details.realistic_solution"}) {
    for (const Derivation& derivation : derivations)
      if (derivation.place.field == field)
        if (auto figure = figure_of(derivation)) figures.push_back(std::move(*figure));
    if (!figures.empty()) break;
  }
  if (figures.empty()) return std::nullopt;

  const std::string_view calculation = text_of(question, figures.front().derivation->place.field);
  std::vector<const AnswerFigure*> named = named_in(conclusion_of(text_of(question, "details.napkin_math")), figures);
  if (named.empty()) {  // the result of a chain of steps stands last
    named = named_in(text_of(question, "details.realistic_solution"), figures);
    if (named.empty())
      for (const AnswerFigure& figure : figures) named.push_back(&figure);
    std::reverse(named.begin(), named.end());
  }
  const std::set<std::string> asked = words_of(text_of(question, "question"));
  const AnswerFigure* best = named.front();
  std::size_t most = 0;
  for (const AnswerFigure* figure : named) {
    const std::size_t shared = words_shared(asked, label_of(calculation, *figure->derivation), *figure);
    if (shared > most) best = figure, most = shared;
  }
  return *best;
}

}  // namespace napkin::generator
