// comparison := figure words{0,8} comparator words{0,6} figure, within one sentence, of one physical dimension
//
// excess := figure exceeds figure "by" figure
//
// Which figures a comparator joins is certain only where they stand directly beside it ("10 ms is less than 16 ms");
// all others count only if the comparison holds.
#include "validator/read/comparison_reader.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "validator/read/vocabulary.hpp"
#include "validator/read/word_set.hpp"

namespace napkin::validator::read {

using engine::UnitKind;

namespace {

struct Comparator {
  std::array<std::string_view, 2> words;  // the second may be empty
  Relation relation;
};

constexpr Comparator comparators[] = {
    {{"less", "than"}, Relation::less},
    {{"lower", "than"}, Relation::less},
    {{"smaller", "than"}, Relation::less},
    {{"shorter", "than"}, Relation::less},
    {{"more", "than"}, Relation::greater},
    {{"greater", "than"}, Relation::greater},
    {{"larger", "than"}, Relation::greater},
    {{"longer", "than"}, Relation::greater},
    {{"higher", "than"}, Relation::greater},
    {{"bigger", "than"}, Relation::greater},
    {{"fits", "in"}, Relation::less_equal},
    {{"fit", "in"}, Relation::less_equal},
    {{"fit", "on"}, Relation::less_equal},
    {{"fits", "on"}, Relation::less_equal},
    {{"fits", "within"}, Relation::less_equal},
    {{"fit", "within"}, Relation::less_equal},
    {{"fits", "comfortably"}, Relation::less_equal},
    {{"safely", "within"}, Relation::less_equal},
    {{"within", ""}, Relation::less_equal},
    {{"below", ""}, Relation::less},
    {{"under", ""}, Relation::less},
    {{"beyond", ""}, Relation::greater},
    {{"above", ""}, Relation::greater},
    {{"exceeds", ""}, Relation::greater},
    {{"exceed", ""}, Relation::greater},
    {{"exceeding", ""}, Relation::greater},
    {{"exceeded", ""}, Relation::greater},
    {{"misses", ""}, Relation::greater},
    {{"violates", ""}, Relation::greater},
    {{"violating", ""}, Relation::greater},
    {{"overflows", ""}, Relation::greater},
    {{"surpasses", ""}, Relation::greater},
};

constexpr auto first_words = [] {
  std::array<std::string_view, std::size(comparators)> words{};
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = comparators[i].words[0];
  return words;
}();

constexpr std::size_t max_words_before = 9;
constexpr std::size_t max_words_after = 6;

bool comparable(const engine::Literal& a, const engine::Literal& b) {
  if (a.readings.empty() || b.readings.empty()) return false;
  const engine::UnitReading& x = a.readings[0];
  const engine::UnitReading& y = b.readings[0];
  const bool units = x.kind == UnitKind::physical && y.kind == UnitKind::physical;
  return units && x.dimension == y.dimension && (!x.dimension.is_none() || x.symbol == y.symbol);
}

class Reader {
 public:
  Reader(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements)
      : tokens_(tokens), figures_(figures), statements_(statements) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind != TokenKind::word) continue;
      std::size_t length = 0;
      const Comparator* comparator = comparator_at(i, length);
      if (comparator) join(i, i + length, negated(i) ? opposite(comparator->relation) : comparator->relation);
    }
  }

 private:
  // "does not fit in", "cannot exceed"
  bool negated(std::size_t i) const {
    if (i == 0 || tokens_[i - 1].kind != TokenKind::word) return false;
    for (const std::string_view word : {"not", "cannot", "can't", "won't", "doesn't", "never", "don't"})
      if (same_word(tokens_[i - 1].text, word)) return true;
    return false;
  }

  static Relation opposite(Relation relation) {
    switch (relation) {
      case Relation::less: return Relation::greater_equal;
      case Relation::less_equal: return Relation::greater;
      case Relation::greater: return Relation::less_equal;
      case Relation::greater_equal: return Relation::less;
      default: return relation;
    }
  }

  const Comparator* comparator_at(std::size_t i, std::size_t& length) const {
    static constexpr WordSet starts(first_words);
    if (!starts.contains(tokens_[i].text)) return nullptr;
    for (const Comparator& comparator : comparators) {
      if (!same_word(tokens_[i].text, comparator.words[0])) continue;
      length = comparator.words[1].empty() ? 1 : 2;
      if (length == 1) return &comparator;
      if (i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::word &&
          same_word(tokens_[i + 1].text, comparator.words[1]))
        return &comparator;
    }
    return nullptr;
  }

  bool stop_between(std::size_t begin, std::size_t end) const {
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Token& t) { return t.kind == TokenKind::hard_stop || t.kind == TokenKind::list_mark; });
  }

  void join(std::size_t begin, std::size_t end, Relation relation) {
    const Figure* right = nullptr;
    for (const Figure& figure : figures_) {
      if (figure.first < end) continue;
      right = &figure;
      break;
    }
    if (!right || right->first - end > max_words_after || stop_between(end, right->first)) return;
    for (std::size_t k = figures_.size(); k-- > 0;) {
      const Figure& left = figures_[k];
      if (left.next > begin) continue;
      if (begin - left.next > max_words_before || stop_between(left.next, begin)) return;
      if (!comparable(left.literal, right->literal)) continue;
      const bool beside = begin - left.next <= 1 && right->first - end <= 1;
      make(left, *right, relation, beside);
      if (beside && relation == Relation::greater) read_excess(left, *right);
      return;
    }
  }

  // "40 ms exceeds 33.3 ms by 6.7 ms"
  void read_excess(const Figure& left, const Figure& right) {
    if (right.next >= tokens_.size() || tokens_[right.next].kind != TokenKind::word ||
        !same_word(tokens_[right.next].text, "by"))
      return;
    const auto by =
        std::find_if(figures_.begin(), figures_.end(), [&](const Figure& f) { return f.first == right.next + 1; });
    if (by == figures_.end() || !comparable(left.literal, by->literal)) return;
    Statement statement;
    statement.relation = by->note.approximate ? Relation::approximately : Relation::equal;
    statement.range = {left.range.begin, by->range.end};
    statement.left_range = {left.range.begin, right.range.end};
    statement.stated_range = by->range;
    const engine::NodeId from = statement.left.add_literal(left.literal, left.range);
    const engine::NodeId taken = statement.left.add_literal(right.literal, right.range);
    statement.left.root = statement.left.add(engine::NodeKind::subtract, {from, taken}, statement.left_range);
    statement.left_notes = {left.note, right.note};
    statement.stated.root = statement.stated.add_literal(by->literal, by->range);
    statement.stated_notes = {by->note};
    statements_.push_back(std::move(statement));
  }

  void make(const Figure& left, const Figure& right, Relation relation, bool beside) {
    Statement statement;
    statement.form = StatementForm::comparison;
    statement.certainty = beside ? Certainty::firm : Certainty::tentative;
    statement.relation = relation;
    statement.range = {left.range.begin, right.range.end};
    statement.left_range = left.range;
    statement.stated_range = right.range;
    statement.left.root = statement.left.add_literal(left.literal, left.range);
    statement.left_notes = {left.note};
    statement.stated.root = statement.stated.add_literal(right.literal, right.range);
    statement.stated_notes = {right.note};
    statements_.push_back(std::move(statement));
  }

  const Tokens& tokens_;
  const std::vector<Figure>& figures_;
  std::vector<Statement>& statements_;
};

}  // namespace

void read_word_comparisons(const Tokens& tokens, const std::vector<Figure>& figures,
                           std::vector<Statement>& statements) {
  Reader(tokens, figures, statements).run();
}

}  // namespace napkin::validator::read
