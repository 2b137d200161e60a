// segment   := (words? side (relation side)+ | anything)*
// side      := fillers expression                    "= about 42 GB"; an expression as expression_reader reads it
// relation  := "=" | "≈" | "<" | ">" | "≤" | "≥" | "→" after a calculation | is | equals | gives | yields
//
// The left side is the longest expression that ends exactly at the relation: "KV cache per token: 2 * 80 layers =" is
// read from the 2. Where an operator stands before it ("weights × 2 bytes ="), part of the calculation is in words and
// the statement is unread. A left side without figures is a label ("Total = …") and says nothing by itself.
#include "validator/read/equation_reader.hpp"

#include <algorithm>
#include <utility>

#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {
namespace {

constexpr std::size_t max_side_tokens = 160;

bool is_verb_relation(const Token& token) { return token.kind == TokenKind::word && is_result_verb(token.text); }

class Reader {
 public:
  Reader(const Tokens& tokens, std::size_t begin, std::size_t end, SymbolTable& symbols, UnitLookup& units,
         std::vector<Statement>& statements)
      : tokens_(tokens),
        begin_(begin),
        end_(end),
        symbols_(symbols),
        statements_(statements),
        expressions_(tokens, symbols, units) {}

  void run() {
    for (std::size_t i = begin_; i < end_; ++i) {
      const TokenKind kind = tokens_[i].kind;
      if (kind == TokenKind::relation || kind == TokenKind::arrow || is_verb_relation(tokens_[i])) read_relation(i);
      if (kind == TokenKind::colon) define_before(i, i + 1);
    }
  }

 private:
  struct Scope {
    std::size_t begin, end;
  };

  // For every token the innermost bracket around it, or the segment: found once where there is a relation, so that a
  // long text costs no more for each of its relations.
  void find_scopes() {
    scopes_.assign(end_ - begin_, {begin_, end_});
    std::vector<std::size_t> outer;
    std::size_t bound = begin_;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (tokens_[i].kind == TokenKind::close && !outer.empty()) {
        bound = outer.back();
        outer.pop_back();
      }
      scopes_[i - begin_].begin = bound;
      if (tokens_[i].kind != TokenKind::open) continue;
      outer.push_back(bound);
      bound = i + 1;
    }
    outer.clear();
    bound = end_;
    for (std::size_t i = end_; i-- > begin_;) {
      if (tokens_[i].kind == TokenKind::open && !outer.empty()) {
        bound = outer.back();
        outer.pop_back();
      }
      scopes_[i - begin_].end = bound;
      if (tokens_[i].kind != TokenKind::close) continue;
      outer.push_back(bound);
      bound = i;
    }
  }

  void read_relation(std::size_t at) {
    if (scopes_.empty()) find_scopes();
    const Scope scope = scopes_[at - begin_];
    const Token& token = tokens_[at];
    Relation relation = token.kind == TokenKind::relation ? token.relation : Relation::equal;
    const bool soft = token.kind != TokenKind::relation;  // an arrow or a verb: only after a calculation
    std::size_t right_at = at + 1;
    bool approximate = false;
    skip_fillers(right_at, scope.end, approximate);
    std::optional<ExpressionRead> right = right_at < scope.end ? expressions_.read(right_at, scope.end) : std::nullopt;
    if (!right || (soft && !right->is_literal())) return;
    std::optional<ExpressionRead> left = read_left(scope.begin, at);
    if (soft && (!left || left->operators == 0)) return;
    if (approximate && relation == Relation::equal) relation = Relation::approximately;
    const bool assigns = relation == Relation::equal || relation == Relation::approximately;
    if (!soft && assigns) define_before(at, right_at, scope.end == end_ ? &*right : nullptr);
    if (!left) return report_unread_left(scope.begin, at, relation, *right);
    make(std::move(*left), relation, std::move(*right));
  }

  void skip_fillers(std::size_t& at, std::size_t limit, bool& approximate) const {
    while (at < limit) {
      const Token& token = tokens_[at];
      if (token.kind == TokenKind::relation && token.relation == Relation::approximately)
        approximate = true;
      else if (token.kind == TokenKind::approx)
        approximate = true;
      else if (token.kind == TokenKind::word && is_approximation_word(token.text))
        approximate = true;
      else if (!(token.kind == TokenKind::word && is_filler_before_figure(token.text) && !symbols_.find(token.text)))
        return;
      ++at;
    }
  }

  // The leftmost start from which an expression ends exactly at the relation.
  std::optional<ExpressionRead> read_left(std::size_t begin, std::size_t end) {
    std::size_t from = begin;
    for (std::size_t i = end; i-- > begin;) {  // never across another relation or a colon
      const TokenKind kind = tokens_[i].kind;
      if (kind == TokenKind::relation || kind == TokenKind::colon || kind == TokenKind::arrow) {
        from = i + 1;
        break;
      }
    }
    if (end - from > max_side_tokens) from = end - max_side_tokens;
    bool approximate = false;
    std::size_t first = from;
    if (from > begin && tokens_[from - 1].kind != TokenKind::colon) skip_fillers(first, end, approximate);
    for (std::size_t i = first; i < end; ++i) {
      if (is_verb_relation(tokens_[i])) continue;
      std::optional<ExpressionRead> read = expressions_.read(i, end);
      if (!read || read->next != end) continue;
      if (approximate && i == first && !read->notes.empty()) read->notes[0].approximate = true;
      return read;
    }
    return std::nullopt;
  }

  // A calculation before the relation that no expression covers: part of it is in words.
  void report_unread_left(std::size_t begin, std::size_t at, Relation relation, const ExpressionRead& right) {
    std::size_t from = at;
    for (; from > begin; --from) {
      const TokenKind kind = tokens_[from - 1].kind;
      if (kind == TokenKind::relation || kind == TokenKind::colon || kind == TokenKind::arrow ||
          kind == TokenKind::comma)
        break;
    }
    bool figure = false, operation = false;
    for (std::size_t i = from; i < at; ++i) {
      figure = figure || tokens_[i].kind == TokenKind::number;
      const TokenKind next = i + 1 < at ? tokens_[i + 1].kind : TokenKind::other;
      const TokenKind last = i > from ? tokens_[i - 1].kind : TokenKind::other;
      const bool beside_figure = next == TokenKind::number || next == TokenKind::open || next == TokenKind::money ||
                                 (tokens_[i].op != '/' && (last == TokenKind::number || last == TokenKind::close));
      operation = operation || (tokens_[i].kind == TokenKind::op && beside_figure);
    }
    if (!figure || !operation || right.operators > 0) return;
    Statement statement;
    statement.relation = relation;
    statement.range = {tokens_[from].range.begin, right.range.end};
    statement.left_range = {tokens_[from].range.begin, tokens_[at - 1].range.end};
    statement.stated = right.expression;
    statement.stated_range = right.range;
    statement.stated_notes = right.notes;
    statement.unread = UnreadReason::prose_operand;
    statements_.push_back(std::move(statement));
  }

  bool operator_before(const ExpressionRead& side) const {
    if (side.first == begin_) return false;
    const Token& before = tokens_[side.first - 1];
    if (before.kind == TokenKind::op || before.text == "±") return true;
    const bool of_a_number = before.kind == TokenKind::word && same_word(before.text, "of") &&
                             side.first >= begin_ + 2 &&
                             tokens_[side.first - 2].kind == TokenKind::number;  // "2 of 16 experts × …"
    if (of_a_number || rate_before(side)) return true;
    return before.kind == TokenKind::word &&
           (same_word(before.text, "times") || same_word(before.text, "plus") || same_word(before.text, "minus"));
  }

  // "1 in 1000 requests × …", "1 failure in 1000", "3 out of 100"
  bool rate_before(const ExpressionRead& side) const {
    if (side.first < begin_ + 2 || tokens_[side.first - 1].kind != TokenKind::word) return false;
    std::size_t i = side.first - 1;
    const bool out_of = same_word(tokens_[i].text, "of") && same_word(tokens_[i - 1].text, "out");
    if (!out_of && !same_word(tokens_[i].text, "in")) return false;
    i -= out_of ? 2 : 1;
    if (tokens_[i].kind == TokenKind::number) return true;
    const bool one = i > begin_ && tokens_[i - 1].kind == TokenKind::number && tokens_[i - 1].number.value == 1;
    return one && tokens_[i].kind == TokenKind::word;
  }

  // "PCIe 4.0 × 16 =", "weights × 2 bytes =": the other factor is in words.
  bool factor_before(const ExpressionRead& side) const {
    const Token& before = tokens_[side.first - 1];
    return before.kind == TokenKind::op && before.op == '*';
  }

  void make(ExpressionRead left, Relation relation, ExpressionRead right) {
    const bool comparison = relation != Relation::equal && relation != Relation::approximately;
    if (left.operators == 0 && right.operators > 0 && !comparison)
      return make_reversed(std::move(left), relation, std::move(right));
    if (left.operators == 0 && (!left.is_literal() || left.root_note().from_symbol)) return;  // a name: its definition
    if (right.operators == 0 && !right.is_literal()) return;
    // A formula in names, then the same with figures: "L = λ * W = 10 * 5".
    if ((left.free_symbols && right.operators > 0) || right.free_symbols) return;
    Statement statement;
    statement.form = comparison            ? StatementForm::comparison
                     : left.operators == 0 ? StatementForm::conversion
                                           : StatementForm::equation;
    statement.relation = relation;
    statement.range = {left.range.begin, right.range.end};
    statement.left_range = left.range;
    statement.stated_range = right.range;
    if (!left.unknown_unit.empty() || !right.unknown_unit.empty()) {
      statement.unread = UnreadReason::unknown_unit;
      statement.detail = left.unknown_unit.empty() ? right.unknown_unit : left.unknown_unit;
    } else if (left.free_symbols)
      statement.unread = UnreadReason::free_variable;
    else if (left.ambiguous || right.ambiguous)
      statement.unread = UnreadReason::ambiguous_precedence;
    else if (operator_before(left) && left.operators + right.operators > 0)
      statement.unread = UnreadReason::prose_operand;
    else if (right.dangling)
      statement.unread = UnreadReason::prose_operand;
    else if (operator_before(left) && factor_before(left))
      statement.unread = statement.doubt = UnreadReason::prose_operand;
    else if (operator_before(left))
      return;
    if (left.two_values || right.two_values) {
      statement.certainty = Certainty::tentative;
      statement.doubt = UnreadReason::two_values;
    }
    if (left.operators == 0 && !comparison && !statement.unread) {
      const bool about_equal =
          relation == Relation::approximately && converts(left.root_literal(), right.root_literal(), true);
      // What goes on from a result says that it is the same: "84 / 80 = 1.05 = 105%", and no less "= 50 ms = 5 ms".
      const bool link = left.first > begin_ && tokens_[left.first - 1].kind == TokenKind::relation;
      if (!about_equal && !converts(left.root_literal(), right.root_literal(), link)) return;
      if (!at_boundary(left)) {
        statement.certainty = Certainty::tentative;
        statement.doubt = UnreadReason::prose_operand;
      }
      if (link && is_share(right.root_literal())) statement.form = StatementForm::equation;
    }
    statement.left = std::move(left.expression);
    statement.left_notes = std::move(left.notes);
    statement.stated = std::move(right.expression);
    statement.stated_notes = std::move(right.notes);
    statements_.push_back(std::move(statement));
  }

  static bool is_share(const engine::Literal& l) {  // %, ×
    return !l.readings.empty() && l.readings[0].kind == engine::UnitKind::physical && l.readings[0].dimension.is_none();
  }

  // "400 Gbps = 50 GB/s" converts; "batch size 8 = 4 GB" only says so.
  static bool converts(const engine::Literal& a, const engine::Literal& b, bool same_unit_too = false) {
    for (const engine::UnitReading& x : a.readings)
      for (const engine::UnitReading& y : b.readings)
        if (x.dimension == y.dimension && !x.dimension.is_none() && (x.symbol != y.symbol || same_unit_too))
          return true;
    return (is_share(b) && (a.readings.empty() || is_share(a))) &&
           !(is_share(a) && a.readings[0].symbol == b.readings[0].symbol);
  }

  // Whether nothing but a label's end stands before it.
  bool at_boundary(const ExpressionRead& side) const {
    if (side.first == begin_) return true;
    const TokenKind before = tokens_[side.first - 1].kind;
    return before == TokenKind::colon || before == TokenKind::open || before == TokenKind::comma ||
           before == TokenKind::relation || before == TokenKind::arrow;
  }

  // "84 GB = 7B × 12 bytes": the figure first. Only where a physical unit says that it is one, not part of a label.
  void make_reversed(ExpressionRead left, Relation relation, ExpressionRead right) {
    if (!left.is_literal() || left.root_literal().readings.empty() || right.free_symbols || right.dangling) return;
    const engine::UnitReading& unit = left.root_literal().readings[0];
    if (unit.kind != engine::UnitKind::physical || unit.dimension.is_none()) return;
    const std::size_t after = right.next;
    if (after < end_ && (tokens_[after].kind == TokenKind::relation)) return;  // the chain goes on to its result
    Statement statement;
    statement.certainty = Certainty::tentative;
    statement.relation = relation;
    statement.range = {left.range.begin, right.range.end};
    statement.left_range = right.range;
    statement.stated_range = left.range;
    statement.left = std::move(right.expression);
    statement.left_notes = std::move(right.notes);
    statement.stated = std::move(left.expression);
    statement.stated_notes = std::move(left.notes);
    statements_.push_back(std::move(statement));
  }

  // "N = 8", "Layers (L): 80", "`d` = 0.5": the word before the relation names the figure after it.
  void define_before(std::size_t relation, std::size_t right_at, const ExpressionRead* value = nullptr) {
    if (relation == begin_) return;
    bool approximate = false;
    skip_fillers(right_at, end_, approximate);
    std::size_t name = relation - 1;
    const bool bracketed = tokens_[name].kind == TokenKind::close && name >= begin_ + 2 &&
                           tokens_[name - 1].kind == TokenKind::word && tokens_[name - 2].kind == TokenKind::open;
    if (bracketed) name -= 1;
    if (tokens_[name].kind != TokenKind::word) return;
    if (name > begin_ && tokens_[name - 1].kind == TokenKind::number) return;  // "4D = 16384", "48.8 h = 175,781 s"
    if (!bracketed && name > begin_ && tokens_[name - 1].kind == TokenKind::op) return;  // the last factor of a formula
    const std::size_t first = bracketed ? name - 1 : name;
    const bool alone = first == begin_ || tokens_[first - 1].kind == TokenKind::comma ||
                       tokens_[first - 1].kind == TokenKind::list_mark;
    if (!bracketed && !alone && !looks_like_symbol(tokens_[name].text)) return;
    if (right_at >= end_) return;
    std::optional<ExpressionRead> read;
    const auto read_at = [&](std::size_t at) {
      read = at < end_ ? expressions_.read(at, end_) : std::nullopt;
      value = read ? &*read : nullptr;
    };
    if (value == nullptr) read_at(right_at);
    while (value && value->operators > 0 && value->next < end_ && tokens_[value->next].kind == TokenKind::relation) {
      std::size_t next = value->next + 1;
      skip_fillers(next, end_, approximate);
      read_at(next);
    }
    if (!value || !value->is_literal() || value->dangling) return;
    symbols_.define(tokens_[name].text, value->root_literal());
    if (bracketed && name >= 2 && name - 2 >= begin_ && tokens_[name - 2].kind == TokenKind::word &&
        (name - 2 == begin_ || tokens_[name - 3].kind == TokenKind::list_mark))
      symbols_.define(tokens_[name - 2].text, value->root_literal());
  }

  const Tokens& tokens_;
  std::size_t begin_, end_;
  std::vector<Scope> scopes_;  // of the tokens from begin_
  SymbolTable& symbols_;
  std::vector<Statement>& statements_;
  ExpressionReader expressions_;
};

}  // namespace

void read_equations(const Tokens& tokens, std::size_t begin, std::size_t end, SymbolTable& symbols, UnitLookup& units,
                    std::vector<Statement>& statements) {
  Reader(tokens, begin, end, symbols, units, statements).run();
}

}  // namespace napkin::validator::read
