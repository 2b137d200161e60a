// change := "from" figure words{0,3} "to" figure … share        within one sentence
// share  := percent (less | fewer | lower | reduction | more | increase | …)    | factor (× | times)
#include "validator/read/change_reader.hpp"

#include <algorithm>
#include <iterator>

#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {

using engine::NodeKind;
using engine::UnitKind;

namespace {

constexpr std::size_t max_tokens_between = 14;

bool tells_a_decrease(std::string_view word) {
  for (const std::string_view w : {"less", "fewer", "lower", "smaller", "reduction", "decrease", "drop", "saving",
                                   "savings", "cut", "cheaper", "shorter", "decline", "saved"})
    if (same_word(word, w)) return true;
  return false;
}

bool tells_an_increase(std::string_view word) {
  for (const std::string_view w : {"more", "increase", "higher", "larger", "gain", "rise", "growth", "jump", "extra"})
    if (same_word(word, w)) return true;
  return false;
}

class Reader {
 public:
  Reader(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements)
      : tokens_(tokens), figures_(figures), statements_(statements) {}

  void run() {
    for (std::size_t k = 0; k + 2 < figures_.size(); ++k)
      if (is_from_to(k)) read_share(k);
  }

 private:
  bool word_before(std::size_t token, std::string_view word) const {
    return token > 0 && tokens_[token - 1].kind == TokenKind::word && same_word(tokens_[token - 1].text, word);
  }

  bool is_from_to(std::size_t k) const {
    const Figure &a = figures_[k], &b = figures_[k + 1];
    if (!word_before(a.first, "from") || !word_before(b.first, "to") || b.first - a.next > 4) return false;
    const auto dimension = [](const Figure& f) {
      return f.literal.readings.empty() ? engine::Dimension{} : f.literal.readings[0].dimension;
    };
    return dimension(a) == dimension(b) && !stop_between(a.next, b.first);
  }

  bool stop_between(std::size_t begin, std::size_t end) const {
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Token& t) { return t.kind == TokenKind::hard_stop; });
  }

  void read_share(std::size_t k) {
    const Figure& share = figures_[k + 2];
    if (share.first - figures_[k + 1].next > max_tokens_between || stop_between(figures_[k + 1].next, share.first))
      return;
    if (share.literal.readings.empty() || share.literal.readings[0].kind != UnitKind::physical ||
        !share.literal.readings[0].dimension.is_none())
      return;
    const bool percent = share.literal.readings[0].symbol == "%";
    bool less = false, more = false;
    for (std::size_t i = share.first; i < std::min(share.next + 4, tokens_.size()); ++i) {
      if (tokens_[i].kind == TokenKind::hard_stop) break;
      if (tokens_[i].kind != TokenKind::word) continue;
      less = less || tells_a_decrease(tokens_[i].text);
      more = more || tells_an_increase(tokens_[i].text);
    }
    if (percent && less == more) return;
    state(figures_[k], figures_[k + 1], share, percent, less);
  }

  void state(const Figure& from, const Figure& to, const Figure& share, bool percent, bool less) {
    Statement s;
    s.form = StatementForm::percentage;
    s.certainty = percent ? Certainty::firm : Certainty::likely;
    s.relation = share.note.approximate ? Relation::approximately : Relation::equal;
    s.range = {from.range.begin, share.range.end};
    s.left_range = {from.range.begin, to.range.end};
    s.stated_range = share.range;
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
    s.stated.root = s.stated.add_literal(share.literal, share.range);
    s.stated_notes = {share.note};
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

void read_changes(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements) {
  Reader(tokens, figures, statements).run();
}

}  // namespace napkin::validator::read
