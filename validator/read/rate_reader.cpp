// rated := figure ("at" | "@") rate "=" figure
// rate  := figure per something, or a percent
//
// Their product or their quotient, whichever has the dimension of the figure; where neither has, nothing is said.
#include "validator/read/rate_reader.hpp"

#include <algorithm>
#include <optional>

#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {
namespace {

using engine::Dimension;
using engine::NodeKind;

class Reader {
 public:
  Reader(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements)
      : tokens_(tokens), figures_(figures), statements_(statements) {}

  void run() {
    for (std::size_t k = 0; k + 2 < figures_.size(); ++k) {
      if (!stands_alone(k) || !is_rate(figures_[k + 1].literal)) continue;
      if (const std::optional<NodeKind> kind = kind_of(k)) state(figures_[k], *kind, figures_[k + 1], figures_[k + 2]);
    }
  }

 private:
  bool kind_at(std::size_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }

  bool stands_alone(std::size_t k) const {
    const Figure &amount = figures_[k], &rate = figures_[k + 1], &result = figures_[k + 2];
    if (amount.next >= tokens_.size()) return false;
    const Token& at = tokens_[amount.next];
    if (at.text != "@" && !same_word(at.text, "at")) return false;
    const bool joined = rate.first == amount.next + 1 && kind_at(rate.next, TokenKind::relation) &&
                        result.first == rate.next + 1 && !kind_at(result.next, TokenKind::op);
    return joined && is_equality(tokens_[rate.next].relation) &&
           !(amount.first > 0 && kind_at(amount.first - 1, TokenKind::op));
  }

  static bool is_equality(Relation relation) {
    return relation == Relation::equal || relation == Relation::approximately;
  }

  // "32 images at 20 ms = 50 images/s" may be a batch.
  static bool is_rate(const engine::Literal& literal) {
    return std::any_of(literal.readings.begin(), literal.readings.end(), [](const engine::UnitReading& r) {
      return r.symbol == "%" || r.symbol.find('/') != std::string::npos || r.dimension.halves(engine::Base::time) < 0;
    });
  }

  static std::vector<Dimension> dimensions(const Figure& figure) {
    std::vector<Dimension> result;
    for (const engine::UnitReading& reading : figure.literal.readings) result.push_back(reading.dimension);
    if (result.empty()) result.emplace_back();
    return result;
  }

  std::optional<NodeKind> kind_of(std::size_t k) const {
    for (const Dimension amount : dimensions(figures_[k]))
      for (const Dimension rate : dimensions(figures_[k + 1]))
        for (const Dimension result : dimensions(figures_[k + 2])) {
          if (amount * rate == result) return NodeKind::multiply;
          if (amount / rate == result && !amount.is_none()) return NodeKind::divide;
        }
    return std::nullopt;
  }

  void state(const Figure& amount, NodeKind kind, const Figure& rate, const Figure& result) {
    Statement s;
    s.certainty = Certainty::likely;
    s.relation = result.note.approximate ? Relation::approximately : tokens_[rate.next].relation;
    s.range = {amount.range.begin, result.range.end};
    s.left_range = {amount.range.begin, rate.range.end};
    s.stated_range = result.range;
    const engine::NodeId a = s.left.add_literal(amount.literal, amount.range);
    const engine::NodeId b = s.left.add_literal(rate.literal, rate.range);
    s.left.root = s.left.add(kind, {a, b}, s.left_range);
    s.left_notes = {amount.note, rate.note};
    s.stated.root = s.stated.add_literal(result.literal, result.range);
    s.stated_notes = {result.note};
    statements_.push_back(std::move(s));
  }

  const Tokens& tokens_;
  const std::vector<Figure>& figures_;
  std::vector<Statement>& statements_;
};

}  // namespace

void read_rates(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements) {
  Reader(tokens, figures, statements).run();
}

}  // namespace napkin::validator::read
