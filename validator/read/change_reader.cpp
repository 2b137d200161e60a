// change := "from" figure words{0,3} "to" figure … share        within one sentence
//         | figure "→" figure "(" share ")"
//         | saves percent "(" figure "→" figure ")"
//         | figure "×" factor "=" figure "(" percent word ")"                 "$3/h × 0.3 = $0.90/h (70% discount)"
// share  := ("+" | "-")? percent (less | lower | reduction | more | increase | …)    | factor (× | times)
#include "validator/read/change_reader.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>

#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {

using engine::NodeKind;
using engine::UnitKind;

namespace {

constexpr std::size_t max_tokens_between = 14;

class Reader {
 public:
  Reader(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements)
      : tokens_(tokens), figures_(figures), statements_(statements) {}

  void run() {
    for (std::size_t k = 0; k + 2 < figures_.size(); ++k)
      if (is_from_to(k))
        read_share(k, k + 1, k + 2);
      else if (joined_by_arrow(k) && bracketed(k + 1, k + 2))
        read_share(k, k + 1, k + 2);
      else if (joined_by_arrow(k + 1) && is_saved(k))
        state_any(k + 1, k + 2, k, true);
      else if (k + 3 < figures_.size() && scaled(k) && bracketed(k + 2, k + 3) && tells_of_the_result(k))
        read_share(k, k + 2, k + 3);
  }

 private:
  bool word_before(std::size_t token, std::string_view word) const {
    return token > 0 && tokens_[token - 1].kind == TokenKind::word && same_word(tokens_[token - 1].text, word);
  }

  bool is_from_to(std::size_t k) const {
    const Figure &a = figures_[k], &b = figures_[k + 1];
    if (!word_before(a.first, "from") || !word_before(b.first, "to") || b.first - a.next > 4) return false;
    return dimension(a) == dimension(b) && !stop_between(a.next, b.first);
  }

  static engine::Dimension dimension(const Figure& f) {
    return f.literal.readings.empty() ? engine::Dimension{} : f.literal.readings[0].dimension;
  }
  bool kind_at(std::size_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }

  // "100 MB → 25 MB"
  bool joined_by_arrow(std::size_t k) const {
    const Figure &a = figures_[k], &b = figures_[k + 1];
    return kind_at(a.next, TokenKind::arrow) && b.first == a.next + 1 && dimension(a) == dimension(b) &&
           !dimension(a).is_none();
  }

  // "$3.00/h × 0.3 = $0.90/h"
  bool scaled(std::size_t k) const {
    const Figure &a = figures_[k], &factor = figures_[k + 1], &b = figures_[k + 2];
    return kind_at(a.next, TokenKind::op) && tokens_[a.next].op == '*' && factor.first == a.next + 1 &&
           dimension(factor).is_none() && kind_at(factor.next, TokenKind::relation) && b.first == factor.next + 1 &&
           dimension(a) == dimension(b) && !dimension(a).is_none();
  }

  // "10 GB × 0.3 = 3 GB (30% saved)" and "2 TB × 0.3 = 0.6 TB (30% growth)" say what is taken off or added; "(70%
  // cheaper)", and "(70% discount)" beside a rate, what is left.
  bool tells_of_the_result(std::size_t k) const {
    const Figure& share = figures_[k + 3];
    const double factor = figures_[k + 1].literal.number.value * scale(figures_[k + 1]);
    if (direction_of(tokens_, share) == Direction::more) return factor > 1 && share.literal.number.value < 100;
    if (direction_of(tokens_, share) == Direction::none || factor >= 1) return false;
    const bool rate = dimension(figures_[k]).halves(engine::Base::time) < 0;
    for (const std::string_view word : {"less", "fewer", "lower", "smaller", "cheaper", "shorter", "discount"})
      if (word_in(word, share.first, share.next + 1)) return rate || word != "discount";
    return false;
  }

  bool word_in_any(std::initializer_list<std::string_view> words, std::size_t at) const {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return word_in(w, at, at + 1); });
  }

  bool word_in(std::string_view word, std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < std::min(end, tokens_.size()); ++i)
      if (kind_at(i, TokenKind::word) && same_word(tokens_[i].text, word)) return true;
    return false;
  }

  // The share stands alone in a bracket directly after the figure, but for its sign and one word: "(25% smaller)".
  bool bracketed(std::size_t before, std::size_t share) const {
    const std::size_t open = figures_[before].next;
    if (!kind_at(open, TokenKind::open)) return false;
    const bool sign = kind_at(open + 1, TokenKind::op);
    const std::size_t end = figures_[share].next;
    return figures_[share].first == open + (sign ? 2 : 1) &&
           (kind_at(end, TokenKind::close) || (kind_at(end, TokenKind::word) && kind_at(end + 1, TokenKind::close)));
  }

  bool stop_between(std::size_t begin, std::size_t end) const {
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Token& t) { return t.kind == TokenKind::hard_stop; });
  }

  void read_share(std::size_t from, std::size_t to, std::size_t share_at) {
    const Figure& share = figures_[share_at];
    if (share.first - figures_[to].next > max_tokens_between || stop_between(figures_[to].next, share.first)) return;
    if (share.literal.readings.empty() || share.literal.readings[0].kind != UnitKind::physical ||
        !share.literal.readings[0].dimension.is_none())
      return;
    const bool percent = share.literal.readings[0].symbol == "%";
    const Direction direction = direction_of(tokens_, share);
    if (percent && direction == Direction::none) return;
    state_any(from, to, share_at, direction == Direction::less);
  }

  void state_any(std::size_t from, std::size_t to, std::size_t share, bool less) {
    const bool percent = is_percent(figures_[share]);
    if (percent && is_percent(figures_[to])) return state_points(figures_[from], figures_[to], figures_[share], less);
    state(figures_[from], figures_[to], figures_[share], percent, less);
  }

  // "saves 75% (14 GB → 3.5 GB)"
  bool is_saved(std::size_t share) const {
    const std::size_t first = figures_[share].first;
    if (!is_percent(figures_[share]) || first == 0 || !kind_at(first - 1, TokenKind::word)) return false;
    const bool in_bracket = kind_at(figures_[share].next, TokenKind::open) &&
                            figures_[share + 1].first == figures_[share].next + 1 &&
                            kind_at(figures_[share + 2].next, TokenKind::close);
    return in_bracket && word_in_any({"saves", "save", "saving", "saved"}, first - 1);
  }

  static bool is_percent(const Figure& figure) {
    return !figure.literal.readings.empty() && figure.literal.readings[0].symbol == "%";
  }

  // "from 80% to 90%, a 10% increase": points, or a share of the 80 %.
  void state_points(const Figure& from, const Figure& to, const Figure& share, bool less) {
    const double points = (to.literal.number.value - from.literal.number.value) * (less ? -1 : 1);
    if (std::abs(points - share.literal.number.value) > share.literal.number.resolution) {
      state(from, to, share, true, less);
      statements_.back().certainty = Certainty::tentative;
      return;
    }
    Statement s = begun(from, to, share);
    const Figure &above = less ? from : to, &below = less ? to : from;
    const engine::NodeId a = s.left.add_literal(above.literal, above.range);
    const engine::NodeId b = s.left.add_literal(below.literal, below.range);
    s.left.root = s.left.add(NodeKind::subtract, {a, b}, s.left_range);
    s.left_notes = {above.note, below.note};
    statements_.push_back(std::move(s));
  }

  static Statement begun(const Figure& from, const Figure& to, const Figure& share) {
    Statement s;
    s.form = StatementForm::percentage;
    s.relation = share.note.approximate ? Relation::approximately : Relation::equal;
    s.range = {std::min(from.range.begin, share.range.begin), std::max(to.range.end, share.range.end)};
    s.left_range = {from.range.begin, to.range.end};
    s.stated_range = share.range;
    s.stated.root = s.stated.add_literal(share.literal, share.range);
    s.stated_notes = {share.note};
    return s;
  }

  void state(const Figure& from, const Figure& to, const Figure& share, bool percent, bool less) {
    Statement s = begun(from, to, share);
    s.certainty = percent ? Certainty::firm : Certainty::likely;
    const auto literal = [&](const Figure& figure) {
      s.left_notes.push_back(figure.note);
      engine::Literal value = figure.literal;
      if (value.readings.empty() && figure.range == from.range) value.readings = to.literal.readings;
      return s.left.add_literal(std::move(value), figure.range);
    };
    const engine::NodeId a = literal(from), b = literal(to);
    engine::NodeId root;
    if (percent) {
      const engine::NodeId base = literal(from);
      const engine::NodeId difference = less ? s.left.add(NodeKind::subtract, {a, b}, s.left_range)
                                             : s.left.add(NodeKind::subtract, {b, a}, s.left_range);
      root = s.left.add(NodeKind::divide, {difference, base}, s.left_range);
    } else {
      const bool falls = from.literal.number.value * scale(from) > to.literal.number.value * scale(to);
      root = falls ? s.left.add(NodeKind::divide, {a, b}, s.left_range)
                   : s.left.add(NodeKind::divide, {b, a}, s.left_range);
    }
    s.left.root = root;
    statements_.push_back(std::move(s));
  }

  static double scale(const Figure& figure) {
    return figure.literal.readings.empty() ? 1 : figure.literal.readings[0].scale;
  }

  const Tokens& tokens_;
  const std::vector<Figure>& figures_;
  std::vector<Statement>& statements_;
};

}  // namespace

Direction direction_of(const Tokens& tokens, const Figure& share) {
  bool less = false, more = false;
  if (share.first > 0 && tokens[share.first - 1].kind == TokenKind::op) {
    less = tokens[share.first - 1].op == '-';
    more = tokens[share.first - 1].op == '+';
  }
  for (std::size_t i = share.first; i < std::min(share.next + 4, tokens.size()); ++i) {
    const TokenKind kind = tokens[i].kind;
    if (kind == TokenKind::hard_stop || kind == TokenKind::close || kind == TokenKind::comma) break;
    if (kind != TokenKind::word) continue;
    less = less || tells_a_decrease(tokens[i].text);
    more = more || tells_an_increase(tokens[i].text);
  }
  if (less == more) return Direction::none;
  return less ? Direction::less : Direction::more;
}

void read_changes(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements) {
  Reader(tokens, figures, statements).run();
}

}  // namespace napkin::validator::read
