// aggregate := words with total | sum | combined | overall … figure       the sum of the figures before it
// restated  := figure                                                     an earlier one in another unit
// product   := figure beside the stated one, with one before              a * b, a / b, a - b, a * (1 ± b %)
// ratio     := "10x", "75 %"                                              the quotient of two figures before it
#include "validator/read/context_reader.hpp"

#include <algorithm>
#include <optional>

#include "validator/read/change_reader.hpp"
#include "validator/read/combination.hpp"
#include "validator/read/context_product.hpp"
#include "validator/read/context_text.hpp"

namespace napkin::validator::read {
namespace {

using engine::NodeKind;
using Found = std::optional<Combination>;

constexpr std::size_t max_earlier = 14;
constexpr std::size_t max_terms = 8;
constexpr double ratio_slack = 0.05;

Found sum_of(const ContextText& text, const std::vector<std::size_t>& terms) {
  Combination c(text);
  std::vector<engine::NodeId> operands;
  for (const std::size_t term : terms) operands.push_back(c.figure(term));
  c.sum(std::move(operands));
  return c;
}

// "50 ms (0.05 s)" counts once.
bool restates_a_term(const ContextText& text, std::size_t i, const std::vector<std::size_t>& terms) {
  const std::size_t next = text.figure(i).next;
  if (next >= text.tokens().size() || text.tokens()[next].kind != TokenKind::open) return false;
  return std::any_of(terms.begin(), terms.end(), [&](std::size_t t) {
    return next + 1 == text.figure(t).first && text.value(i).value == text.value(t).value;
  });
}

// "… brings the total to 182 GB": the figure before it and one further back.
Found pair_sum(const ContextText& text, std::size_t k) {
  if (k == 0 || text.value(k - 1).dimension != text.value(k).dimension || !text.value(k).physical) return std::nullopt;
  const std::size_t from = k > max_earlier ? k - max_earlier : 0;
  for (std::size_t i = k - 1; i-- > from;) {
    const bool fits = text.value(i).dimension == text.value(k).dimension;
    if (fits && text.matches(k, text.value(i).value + text.value(k - 1).value)) return sum_of(text, {i, k - 1});
  }
  return std::nullopt;
}

// The sum of the nearest figures of the same dimension before it: as many of them as it takes.
Found aggregate(const ContextText& text, std::size_t k) {
  double sum = 0;
  std::vector<std::size_t> terms;
  for (std::size_t i = k; i-- > 0 && terms.size() < max_terms;) {
    const PlainFigure& term = text.value(i);
    if (term.dimension != text.value(k).dimension || !term.physical) continue;
    if (restates_a_term(text, i, terms) || text.is_operand(i)) continue;
    terms.push_back(i);
    sum += term.value;
    if (terms.size() < 2 || !text.matches(k, sum)) continue;
    std::reverse(terms.begin(), terms.end());
    return sum_of(text, terms);
  }
  return pair_sum(text, k);
}

// The value of an earlier figure, printed in another unit: "989,000 GFLOPS" after "989 TFLOPS".
Found restated(const ContextText& text, std::size_t k) {
  const engine::Literal& stated = text.figure(k).literal;
  const ContextText::Sentence sentence = text.sentence(k);
  const bool told = text.introduced(k);
  for (std::size_t q = k; q-- > 0;) {
    const engine::Literal& before = text.figure(q).literal;
    const PlainFigure& value = text.value(q);
    if (!value.physical || value.dimension != text.value(k).dimension) continue;
    if (!told && !text.in_sentence(q, sentence)) continue;
    if (before.readings[0].symbol == stated.readings[0].symbol || !text.matches(k, value.value)) continue;
    Combination c(text);
    c.figure(q);
    return c;
  }
  return std::nullopt;
}

Found quotient(const ContextText& text, std::size_t k, std::size_t a, std::size_t b, double slack) {
  const double x = text.value(a).value, y = text.value(b).value;
  Combination c(text);
  const bool percent = text.figure(k).literal.readings[0].symbol == "%";
  const Direction direction = percent ? direction_of(text.tokens(), text.figure(k)) : Direction::none;
  if (direction == Direction::more) {
    if (x <= y || !text.matches(k, x / y - 1, slack)) return std::nullopt;
    const auto above = c.figure(a), below = c.figure(b);
    const auto ratio = c.join(NodeKind::divide, above, below);
    const auto one = c.number(1);
    c.join(NodeKind::subtract, ratio, one);
    return c;
  }
  if (direction == Direction::none && text.matches(k, x / y, slack)) {
    const auto above = c.figure(a), below = c.figure(b);
    c.join(NodeKind::divide, above, below);
    return c;
  }
  if (direction == Direction::none && text.bracketed(k) && text.matches(k, y / x, slack)) {
    const auto above = c.figure(b), below = c.figure(a);
    c.join(NodeKind::divide, above, below);
    return c;
  }
  if (percent && x < y && text.matches(k, 1 - x / y, slack)) {
    const auto one = c.number(1), above = c.figure(a), below = c.figure(b);
    const auto share = c.join(NodeKind::divide, above, below);
    c.join(NodeKind::subtract, one, share);
    return c;
  }
  return std::nullopt;
}

// "10x more", "24 % of": of all pairs before it, the nearest that gives it. In a bracket it is about the figure before
// the bracket ("750 KB (75%)"), and the whole may stand in another text.
Found ratio(const ContextText& text, std::size_t k, double slack) {
  const bool bracketed = text.bracketed(k);
  const std::size_t from = k > max_earlier ? k - max_earlier : 0;
  const std::size_t nearest = bracketed && k > 0 ? k - 1 : k > 6 ? k - 6 : 0;
  for (std::size_t a = k; a-- > nearest;) {
    for (std::size_t b = bracketed ? text.count() : k; b-- > from;) {
      if (b >= k && b < text.own_count()) continue;
      const PlainFigure &x = text.value(a), &y = text.value(b);
      const bool usable =
          a != b && x.physical && x.dimension == y.dimension && x.value != 0 && y.value != 0 && x.value != y.value;
      if (!usable) continue;
      if (Found found = quotient(text, k, a, b, slack)) return found;
    }
  }
  return std::nullopt;
}

Statement state(const ContextText& text, std::size_t k, Combination combination, StatementForm form,
                Certainty certainty) {
  const Figure& figure = text.figure(k);
  Statement s;
  s.form = form;
  s.certainty = certainty;
  s.relation = figure.note.approximate ? Relation::approximately : Relation::equal;
  s.range = {text.tokens()[text.sentence(k).begin].range.begin, figure.range.end};
  s.left_range = s.range;
  s.stated_range = figure.range;
  s.left_notes = Combination(combination).notes();
  s.left = std::move(combination).expression();
  s.stated.add_literal(figure.literal, figure.range);
  s.stated_notes = {figure.note};
  return s;
}

std::optional<Statement> explain(const ContextText& text, std::size_t k) {
  const PlainFigure& value = text.value(k);
  if (!value.physical && !value.share && !text.counts(k)) return std::nullopt;
  if (text.total(k, text.sentence(k)))
    if (Found found = aggregate(text, k))
      return state(text, k, *std::move(found), StatementForm::aggregate, Certainty::tentative);
  if (value.share) {
    if (Found found = ratio(text, k, 0))
      return state(text, k, *std::move(found), StatementForm::context, Certainty::tentative);
    // A little off, in a bracket: surely this ratio, printed wrongly.
    if (Found found = text.bracketed(k) ? ratio(text, k, ratio_slack) : std::nullopt)
      return state(text, k, *std::move(found), StatementForm::context, Certainty::likely);
    return std::nullopt;
  }
  Found found = restated(text, k);
  if (!found) found = product_for(text, k);
  if (!found) return std::nullopt;
  return state(text, k, *std::move(found), StatementForm::context, Certainty::tentative);
}

}  // namespace

void read_context(const Tokens& tokens, const std::vector<Figure>& figures, const std::vector<const Figure*>& elsewhere,
                  std::vector<Statement>& statements) {
  const ContextText text(tokens, figures, elsewhere, statements);
  for (std::size_t k = 0; k < figures.size(); ++k) {
    if (figures[k].note.range_of_values || text.covered(k)) continue;
    if (std::optional<Statement> statement = explain(text, k)) statements.push_back(*std::move(statement));
  }
}

}  // namespace napkin::validator::read
