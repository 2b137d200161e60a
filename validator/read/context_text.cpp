#include "validator/read/context_text.hpp"

#include <algorithm>
#include <cmath>

#include "validator/read/vocabulary.hpp"
#include "validator/read/word_set.hpp"

namespace napkin::validator::read {
namespace {

PlainFigure plain(const Figure& figure) {
  const engine::Literal& literal = figure.literal;
  if (literal.readings.empty()) return {literal.number.value, {}, false, false};
  const engine::UnitReading& unit = literal.readings[0];
  return {literal.number.value * unit.scale, unit.dimension, !unit.dimension.is_none(),
          unit.kind == engine::UnitKind::physical && unit.dimension.is_none()};
}

bool names_a_total(std::string_view word) {
  static constexpr std::string_view words[] = {"total",   "totals",     "combined", "sum",
                                               "overall", "altogether", "addition", "footprint"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool introduces(std::string_view word) {
  static constexpr std::string_view words[] = {"is",      "are",      "requires", "require", "needs", "need", "takes",
                                               "take",    "consumes", "leaves",   "leaving", "saves", "by",   "gives",
                                               "perform", "equals",   "adds",     "costs",   "under"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool inside_any(const std::vector<TextRange>& ranges, TextRange range) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](TextRange r) { return r.begin <= range.begin && range.end <= r.end; });
}

}  // namespace

ContextText::ContextText(const Tokens& tokens, const std::vector<Figure>& figures,
                         const std::vector<const Figure*>& elsewhere, const std::vector<Statement>& statements)
    : tokens_(tokens), figures_(figures), elsewhere_(elsewhere) {
  values_.reserve(figures.size() + elsewhere.size());
  for (const Figure& figure : figures) values_.push_back(plain(figure));
  for (const Figure* figure : elsewhere) values_.push_back(plain(*figure));
  tolerances_.reserve(figures.size());
  for (std::size_t k = 0; k < figures.size(); ++k) tolerances_.push_back(tolerance(k));
  for (const Statement& s : statements) {
    const bool unsure = (s.form == StatementForm::conversion && s.certainty != Certainty::firm) ||
                        s.doubt == UnreadReason::prose_operand;
    if (!unsure && s.form != StatementForm::comparison) covered_.push_back(s.range);
    if (s.form == StatementForm::equation && s.left.nodes.size() > 1) calculated_.push_back(s.left_range);
  }
}

ContextText::Sentence ContextText::sentence(std::size_t k) const {
  Sentence result{figures_[k].first, figures_[k].next};
  while (result.begin > 0 && tokens_[result.begin - 1].kind != TokenKind::hard_stop &&
         tokens_[result.begin - 1].kind != TokenKind::list_mark)
    --result.begin;
  while (result.end < tokens_.size() && tokens_[result.end].kind != TokenKind::hard_stop) ++result.end;
  return result;
}

bool ContextText::introduced(std::size_t k) const {
  for (std::size_t i = figures_[k].first; i-- > 0;) {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::relation || token.kind == TokenKind::colon || token.kind == TokenKind::open ||
        token.kind == TokenKind::arrow)
      return true;
    const bool word = token.kind == TokenKind::word;
    if (word && introduces(token.text)) return true;
    const bool skips = token.kind == TokenKind::approx || token.kind == TokenKind::money ||
                       (word && (is_approximation_word(token.text) || is_filler_before_figure(token.text)));
    if (!skips) return false;
  }
  return false;
}

bool ContextText::has_relation(std::size_t k) const {
  for (std::size_t i = figures_[k].first; i-- > 0;) {
    const TokenKind kind = tokens_[i].kind;
    if (kind == TokenKind::relation) return true;
    if (kind != TokenKind::approx && kind != TokenKind::money) return false;
  }
  return false;
}

bool ContextText::bracketed(std::size_t k) const {
  return figures_[k].first > 0 && tokens_[figures_[k].first - 1].kind == TokenKind::open;
}

bool ContextText::counts(std::size_t k) const {
  const engine::Literal& literal = figures_[k].literal;
  if (literal.readings.empty() || !values_[k].dimension.is_none()) return false;
  return (literal.number.value >= 10 && has_relation(k)) || figures_[k].note.approximate;
}

bool ContextText::total(std::size_t k, Sentence sentence) const {
  for (std::size_t i = sentence.begin; i < figures_[k].first; ++i)
    if (tokens_[i].kind == TokenKind::word && names_a_total(tokens_[i].text)) return true;
  return false;
}

bool ContextText::covered(std::size_t k) const { return inside_any(covered_, figures_[k].range); }

bool ContextText::is_operand(std::size_t k) const { return inside_any(calculated_, figures_[k].range); }

// "over 60 %", "more than 7 GB": rounded down on purpose.
bool ContextText::at_least(std::size_t k) const {
  const std::size_t first = figures_[k].first;
  if (first == 0 || tokens_[first - 1].kind != TokenKind::word) return false;
  if (same_word(tokens_[first - 1].text, "over")) return true;
  return same_word(tokens_[first - 1].text, "than") && first >= 2 && tokens_[first - 2].kind == TokenKind::word &&
         same_word(tokens_[first - 2].text, "more");
}

PrintedTolerance ContextText::tolerance(std::size_t k) const {
  const engine::Literal& literal = figures_[k].literal;
  const double scale = literal.readings.empty() ? 1 : literal.readings[0].scale;
  const int step = literal.readings.empty() ? 0 : literal.readings[0].decimal_information_prefix;
  PrintedTolerance tolerance;
  tolerance.place = literal.number.resolution * scale / 2;
  tolerance.relative = figures_[k].note.approximate ? 0.05 : 0.01;
  tolerance.binary = step == 0 ? values_[k].value : values_[k].value * std::pow(1.024, step);
  tolerance.one_digit = literal.number.significant_digits < 2;
  tolerance.at_least = at_least(k);
  return tolerance;
}

bool ContextText::matches(std::size_t k, double derived, double slack, bool one_digit_counts) const {
  const double stated = values_[k].value;
  if (stated == 0) return false;
  const PrintedTolerance& tolerance = tolerances_[k];
  const double place = !tolerance.one_digit || one_digit_counts ? tolerance.place : 0;
  const double limit = std::max(place, std::max(slack, tolerance.relative) * std::abs(stated)) * (1 + 1e-9);
  if (tolerance.at_least && derived >= stated && derived <= 1.15 * stated) return true;
  return std::abs(derived - stated) <= limit || std::abs(derived - tolerance.binary) <= limit;
}

}  // namespace napkin::validator::read
