// part := figure of figure "(" percent ")"                      the first is that share of the second
//       | figure "(" percent of the? figure ")"                 …of the one in the bracket
//       | figure "-" figure "=" figure "(" percent ")"          what is saved, of what it was saved from
//
// Another share of the same figures may be meant ("(60%)" after "100 - 60": what is left), so that only a figure near
// the derived one is taken for a slip.
#include "validator/read/share_reader.hpp"

#include <cmath>

#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {
namespace {

using engine::NodeKind;

class Reader {
 public:
  Reader(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements)
      : tokens_(tokens), figures_(figures), statements_(statements) {}

  void run() {
    for (std::size_t k = 0; k + 2 < figures_.size(); ++k) {
      if (joined(k, "of") && alone_in_bracket(k + 1, k + 2)) state(k, k + 1, k + 2);
      if (opens(k, k + 1) && joined(k + 1, "of") && kind_at(figures_[k + 2].next, TokenKind::close) &&
          is_percent(k + 1))
        state(k, k + 2, k + 1);
      if (k + 3 < figures_.size() && is_difference(k) && alone_in_bracket(k + 2, k + 3) && !of_another(k))
        state(k + 2, k, k + 3);
    }
  }

 private:
  bool kind_at(std::size_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
  bool word_at(std::size_t i, std::string_view word) const {
    return kind_at(i, TokenKind::word) && same_word(tokens_[i].text, word);
  }
  double value(std::size_t k) const {
    const engine::Literal& literal = figures_[k].literal;
    return literal.number.value * (literal.readings.empty() ? 1 : literal.readings[0].scale);
  }
  bool is_percent(std::size_t k) const {
    const engine::Literal& literal = figures_[k].literal;
    return !literal.readings.empty() && literal.readings[0].symbol == "%";
  }
  bool alike(std::size_t a, std::size_t b) const {
    const engine::Literal &x = figures_[a].literal, &y = figures_[b].literal;
    if (x.readings.empty() || y.readings.empty()) return x.readings.empty() && y.readings.empty();
    return x.readings[0].dimension == y.readings[0].dimension;
  }

  bool joined(std::size_t k, std::string_view word) const {
    std::size_t i = figures_[k].next;
    if (!word_at(i, word)) return false;
    if (word_at(++i, "the")) ++i;
    return figures_[k + 1].first == i;
  }
  bool opens(std::size_t k, std::size_t inner) const {
    return kind_at(figures_[k].next, TokenKind::open) && figures_[inner].first == figures_[k].next + 1;
  }
  bool alone_in_bracket(std::size_t k, std::size_t share) const {
    const std::size_t end = figures_[share].next;
    const bool only_figure = end == figures_[share].first + 2 + (figures_[share].note.approximate ? 1 : 0);
    return is_percent(share) && opens(k, share) && only_figure && kind_at(end, TokenKind::close);
  }
  bool is_difference(std::size_t k) const {
    const Figure &a = figures_[k], &b = figures_[k + 1], &c = figures_[k + 2];
    return kind_at(a.next, TokenKind::op) && tokens_[a.next].op == '-' && b.first == a.next + 1 &&
           kind_at(b.next, TokenKind::relation) && c.first == b.next + 1 &&
           !(a.first > 0 && tokens_[a.first - 1].kind == TokenKind::op);
  }
  // "100 - 60 = 40 ms (60%)": what is left; "(67%)": of what is left
  bool of_another(std::size_t k) const {
    const bool same_units = alike(k, k + 1) && alike(k + 1, k + 2);
    const auto figure = [&](std::size_t i) { return same_units ? value(i) : figures_[i].literal.number.value; };
    const auto is = [&](double other) { return std::abs(value(k + 3) - other) <= 0.01; };
    return is(figure(k + 1) / figure(k)) || is(figure(k + 2) / figure(k + 1));
  }

  void state(std::size_t part, std::size_t whole, std::size_t share) {
    const bool lent = is_difference_without_unit(part, whole);
    if ((!alike(part, whole) && !lent) || value(whole) == 0) return;
    if (!lent && std::abs(1 - value(part) / value(whole) - value(share)) <= 0.01) return;  // "(45%)": free
    const Figure &p = figures_[part], &w = figures_[whole], &stated = figures_[share];
    Statement s;
    s.form = StatementForm::percentage;
    s.certainty = Certainty::likely;
    s.relation = stated.note.approximate ? Relation::approximately : Relation::equal;
    s.range = {std::min(p.range.begin, w.range.begin), std::max(w.range.end, stated.range.end)};
    s.left_range = {s.range.begin, p.range.end};
    s.stated_range = stated.range;
    engine::Literal base = w.literal;
    if (lent) base.readings = p.literal.readings;
    const engine::NodeId above = s.left.add_literal(p.literal, p.range);
    const engine::NodeId below = s.left.add_literal(std::move(base), w.range);
    s.left.root = s.left.add(NodeKind::divide, {above, below}, s.left_range);
    s.left_notes = {p.note, w.note};
    s.stated.root = s.stated.add_literal(stated.literal, stated.range);
    s.stated_notes = {stated.note};
    statements_.push_back(std::move(s));
  }

  // "100 - 60 = 40 ms": the unit stands only at the end
  bool is_difference_without_unit(std::size_t part, std::size_t whole) const {
    return part == whole + 2 && figures_[whole].literal.readings.empty() && !figures_[part].literal.readings.empty();
  }

  const Tokens& tokens_;
  const std::vector<Figure>& figures_;
  std::vector<Statement>& statements_;
};

}  // namespace

void read_shares(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements) {
  Reader(tokens, figures, statements).run();
}

}  // namespace napkin::validator::read
