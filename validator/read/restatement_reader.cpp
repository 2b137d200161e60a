// restatement := figure words{0,4} "(" lead? figure … ")"     "1,024 bytes (1 KB)"
//              | figure ","? lead figure                      "33 milliseconds, which is 0.033 seconds"
// reasoned    := figure words{0,4} "(" lead? calculation ")"  "3.1x increase in TFLOPS (989/312)"
// lead        := "=" | "≈" | "~" | or | about | i.e. | which is | that is
#include "validator/read/restatement_reader.hpp"

#include <algorithm>

#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {

using engine::Dimension;
using engine::Expression;
using engine::Literal;
using engine::NodeKind;
using engine::UnitKind;

namespace {

constexpr std::size_t max_words_between = 4;

bool has_reading(const Literal& literal, const Dimension& dimension) {
  return std::any_of(literal.readings.begin(), literal.readings.end(),
                     [&](const engine::UnitReading& r) { return r.dimension == dimension; });
}

bool is_percent(const Literal& literal) { return !literal.readings.empty() && literal.readings[0].symbol == "%"; }

// Both have a unit, of one dimension, written differently.
bool convertible(const Literal& a, const Literal& b) {
  if (a.readings.empty() || b.readings.empty()) return false;
  for (const engine::UnitReading& x : a.readings)
    for (const engine::UnitReading& y : b.readings)
      if (x.dimension == y.dimension && !x.dimension.is_none() && (x.symbol != y.symbol)) return true;
  return false;
}

bool reciprocal(const Literal& a, const Literal& b) {
  using engine::dimensions::frequency;
  using engine::dimensions::time;
  return (has_reading(a, time) && has_reading(b, frequency)) || (has_reading(a, frequency) && has_reading(b, time));
}

class Reader {
 public:
  Reader(const Tokens& tokens, const std::vector<Figure>& figures, const SymbolTable& symbols, UnitLookup& units,
         std::vector<Statement>& statements)
      : tokens_(tokens), figures_(figures), statements_(statements), expressions_(tokens, symbols, units) {}

  void run() {
    for (const Figure& figure : figures_) {
      read_bracket(figure);
      read_second(figure);
    }
  }

 private:
  bool kind_at(std::size_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
  bool word_at(std::size_t i, std::string_view word) const {
    return kind_at(i, TokenKind::word) && same_word(tokens_[i].text, word);
  }

  std::size_t matching_close(std::size_t open) const {
    int depth = 0;
    for (std::size_t i = open; i < tokens_.size(); ++i) {
      if (tokens_[i].kind == TokenKind::open) ++depth;
      if (tokens_[i].kind == TokenKind::close && --depth == 0) return i;
      if (tokens_[i].line_end) break;
    }
    return tokens_.size();
  }

  struct Lead {
    std::size_t next;
    bool found;
    bool approximate;
  };

  Lead read_lead(std::size_t at) const {
    Lead lead{at, false, false};
    while (lead.next < tokens_.size()) {
      const Token& token = tokens_[lead.next];
      const bool which_is = (word_at(lead.next, "which") || word_at(lead.next, "that")) && word_at(lead.next + 1, "is");
      if (token.kind == TokenKind::approx || (token.kind == TokenKind::word && is_approximation_word(token.text)) ||
          (token.kind == TokenKind::relation && token.relation == Relation::approximately)) {
        lead.approximate = true;
      } else if (which_is) {
        ++lead.next;
      } else if (!(word_at(lead.next, "or") || word_at(lead.next, "i.e") ||
                   (token.kind == TokenKind::relation && token.relation == Relation::equal))) {
        break;
      }
      lead.found = true;
      ++lead.next;
    }
    return lead;
  }

  void read_bracket(const Figure& figure) {
    std::size_t open = figure.next;
    std::size_t words = 0;
    while (words < max_words_between && kind_at(open, TokenKind::word) && (!is_clause_word(tokens_[open].text))) {
      ++open;
      ++words;
    }
    if (!kind_at(open, TokenKind::open) || tokens_[open].made) return;
    const std::size_t close = matching_close(open);
    if (close >= tokens_.size()) return;
    if (kind_at(open + 1, TokenKind::relation) && words == 0) read_bracketed_comparison(figure, open + 1, close);
    const Lead lead = read_lead(open + 1);
    const std::optional<ExpressionRead> inner = expressions_.read(lead.next, close);
    if (!inner || inner->free_symbols || inner->ambiguous || inner->dangling) return;
    if (inner->operators > 0) {
      if (inner->next == close && tokens_[lead.next].kind != TokenKind::op) reasoned(figure, *inner, close, words > 0);
      return;
    }
    if (!inner->is_literal()) return;
    const Figure* second = figure_at(lead.next, inner->first);
    if (!second) return;
    const bool pure = second->next == close && words == 0;
    const Certainty certainty = !pure                                   ? Certainty::tentative
                                : is_exact_and_rounded(figure, *second) ? Certainty::firm
                                                                        : Certainty::likely;
    restate(figure, *second, lead.approximate, certainty);
  }

  // "786,432 bytes (0.786 MB)": all digits in the base unit, then the same in a larger one and nothing else. Not even
  // a figure ten times off says something else.
  static bool is_exact_and_rounded(const Figure& exact, const Figure& rounded) {
    if (exact.literal.readings.empty() || rounded.literal.readings.empty()) return false;
    const engine::UnitReading &base = exact.literal.readings[0], &larger = rounded.literal.readings[0];
    const bool digits = exact.literal.number.significant_digits >= 5 && !exact.literal.number.has_point;
    const bool bare = rounded.next == rounded.first + 2;  // a number and a unit
    if (!digits || !bare || base.scale >= larger.scale || base.dimension != larger.dimension) return false;
    const double ratio = rounded.literal.number.value * larger.scale / (exact.literal.number.value * base.scale);
    return ratio > 0.05 && ratio < 20;
  }

  // "0.0096 (< 1 %)"
  void read_bracketed_comparison(const Figure& figure, std::size_t relation, std::size_t close) {
    const Relation sign = tokens_[relation].relation;
    const Figure* second = figure_at(relation + 1, relation + 1);
    if (sign == Relation::equal || sign == Relation::approximately || !second || second->next != close) return;
    Statement statement;
    statement.form = StatementForm::comparison;
    statement.certainty = Certainty::tentative;
    statement.relation = sign;
    statement.range = {figure.range.begin, second->range.end};
    statement.left_range = figure.range;
    statement.stated_range = second->range;
    set_side(statement.left, statement.left_notes, figure);
    set_side(statement.stated, statement.stated_notes, *second);
    statements_.push_back(std::move(statement));
  }

  void read_second(const Figure& figure) {
    std::size_t at = figure.next;
    const bool comma = kind_at(at, TokenKind::comma);
    if (comma) ++at;
    if (kind_at(at, TokenKind::arrow)) return read_rate_after_arrow(figure, at + 1);
    const Lead lead = read_lead(at);
    if (!lead.found || kind_at(at, TokenKind::relation)) return;
    const Figure* second = figure_at(lead.next, lead.next);
    // "0.0473, which is 9.46% of the largest": a share of something else.
    if (second && is_percent(second->literal) && word_at(second->next, "of")) return;
    if (second) restate(figure, *second, lead.approximate, comma ? Certainty::likely : Certainty::tentative);
  }

  // "max(12, 8, 20) = 20 ms → 50 FPS": only after a result, and only for rates that the period itself gives.
  void read_rate_after_arrow(const Figure& period, std::size_t at) {
    if (period.first == 0 || tokens_[period.first - 1].kind != TokenKind::relation) return;
    const Figure* rate = figure_at(at, at);
    if (!rate || rate->literal.readings.empty() || !reciprocal(period.literal, rate->literal)) return;
    const std::string& unit = rate->literal.readings[0].symbol;
    if (unit != "FPS" && unit != "Hz") return;
    // "→ 30 FPS is possible", "→ 60 FPS budget missed": what a rate above or below it is said to be
    const bool alone = rate->next == rate->first + 2 && !kind_at(rate->next, TokenKind::word);
    const double possible = 1 / (period.literal.number.value * period.literal.readings[0].scale);
    const bool beyond = rate->literal.number.value * rate->literal.readings[0].scale > possible;
    restate(period, *rate, false, alone && beyond ? Certainty::likely : Certainty::tentative);
  }

  const Figure* figure_at(std::size_t from, std::size_t first) const {
    const auto found = std::find_if(figures_.begin(), figures_.end(), [&](const Figure& f) {
      return f.first == first || (f.first <= from && from < f.next);
    });
    return found == figures_.end() ? nullptr : &*found;
  }

  void restate(const Figure& figure, const Figure& second, bool approximate, Certainty certainty) {
    const bool share = is_percent(second.literal) && !is_percent(figure.literal) &&
                       (figure.literal.readings.empty() || figure.literal.readings[0].symbol == "×");
    const bool inverse = reciprocal(figure.literal, second.literal);
    if (!share && !inverse && !convertible(figure.literal, second.literal)) return;
    Statement statement;
    statement.form = StatementForm::restatement;
    statement.certainty = inverse ? Certainty::tentative : certainty;
    if (inverse && certainty == Certainty::likely) statement.certainty = Certainty::likely;
    statement.relation = approximate || second.note.approximate ? Relation::approximately : Relation::equal;
    statement.range = {figure.range.begin, second.range.end};
    statement.left_range = figure.range;
    statement.stated_range = second.range;
    set_side(statement.left, statement.left_notes, figure);
    if (inverse) {
      const engine::NodeId denominator = statement.left.root;
      Literal one;
      one.number.value = 1;
      one.value = engine::Interval::exactly(1);
      const engine::NodeId numerator = statement.left.add_literal(std::move(one), figure.range);
      statement.left_notes.push_back({});
      statement.left.root = statement.left.add(NodeKind::divide, {numerator, denominator}, figure.range);
    }
    set_side(statement.stated, statement.stated_notes, second);
    statements_.push_back(std::move(statement));
  }

  static void set_side(Expression& side, std::vector<LiteralNote>& notes, const Figure& figure) {
    side.root = side.add_literal(figure.literal, figure.range);
    notes.push_back(figure.note);
  }

  void reasoned(const Figure& figure, const ExpressionRead& calculation, std::size_t, bool words_between) {
    Statement statement;
    statement.form = StatementForm::equation;
    statement.certainty = Certainty::likely;
    if (words_between && figure.literal.readings.empty()) statement.certainty = Certainty::tentative;
    statement.relation = figure.note.approximate ? Relation::approximately : Relation::equal;
    statement.range = {figure.range.begin, calculation.range.end};
    statement.left_range = calculation.range;
    statement.stated_range = figure.range;
    statement.left = calculation.expression;
    statement.left_notes = calculation.notes;
    set_side(statement.stated, statement.stated_notes, figure);
    statements_.push_back(std::move(statement));
  }

  const Tokens& tokens_;
  const std::vector<Figure>& figures_;
  std::vector<Statement>& statements_;
  ExpressionReader expressions_;
};

}  // namespace

void read_restatements(const Tokens& tokens, const std::vector<Figure>& figures, const SymbolTable& symbols,
                       UnitLookup& units, std::vector<Statement>& statements) {
  Reader(tokens, figures, symbols, units, statements).run();
}

}  // namespace napkin::validator::read
