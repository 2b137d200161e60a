// sum        := product (("+" | "-" | plus | minus) product)*
// product    := power (("*" | "/" | x | times | divided by | of) power)*       "30% of 275 TOPS"
// power      := operand ("^" operand)?                                          "10^9", "65,536²"
// operand    := figure | bracketed | call | labelled | symbol | factor power
// figure     := approx? "$"? number (range number)? unit_phrase? remark*        "~16.8 GB (KV cache)"
// bracketed  := "(" sum ")" unit_phrase? | ⌈ sum ⌉ | ⌊ sum ⌋                     "(4 + 4 + 4) bytes"
// call       := function "(" sum ("," sum)* ")" unit_phrase?                    "max(42, 40, 12)"
// labelled   := word+ "(" sum ")" | word{1,3} figure                            "Sensor (50 mW)", "batch 8"
// symbol     := a name defined in the text, or a word that can only be one      "λ_h", "head_dim"
// factor     := half | twice | double | …                                       "half of 80 GB"
// remark     := "(" words, or a restated figure ")"                             "(weights)", "(1 MB)"
#include "validator/read/expression_reader.hpp"

#include <algorithm>
#include <cmath>

#include "validator/read/figure_reader.hpp"
#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {

using engine::Interval;
using engine::Literal;
using engine::NodeId;
using engine::NodeKind;
using engine::UnitKind;

namespace {
constexpr int max_depth = 40;
}  // namespace

std::optional<ExpressionRead> ExpressionReader::read(std::size_t first, std::size_t limit) {
  at_ = first;
  limit_ = std::min(limit, tokens_.size());
  depth_ = 0;
  core_ = first;
  read_ = {};
  read_.first = first;
  const std::optional<NodeId> root = sum();
  if (!root) return std::nullopt;
  read_.expression.root = *root;
  read_.next = at_;
  read_.core_next = std::max(core_, first + 1);
  read_.range = {tokens_[first].range.begin, tokens_[read_.core_next - 1].range.end};
  return std::move(read_);
}

TextRange ExpressionReader::range_from(std::size_t first) const {
  return {tokens_[first].range.begin, tokens_[at_ > first ? at_ - 1 : first].range.end};
}

NodeId ExpressionReader::binary(NodeKind kind, NodeId left, NodeId right) {
  const TextRange range{read_.expression.at(left).range.begin, read_.expression.at(right).range.end};
  ++read_.operators;
  return read_.expression.add(kind, {left, right}, range);
}

NodeId ExpressionReader::literal(Literal value, LiteralNote note, TextRange range) {
  note.range = range;
  read_.notes.push_back(note);
  return read_.expression.add_literal(std::move(value), range);
}

std::optional<NodeId> ExpressionReader::sum() {
  if (++depth_ > max_depth) return std::nullopt;
  std::optional<NodeId> left = product();
  while (left && at_ < limit_) {
    const bool plus = op_at(at_, '+') || (kind_at(at_, TokenKind::word) && same_word(tokens_[at_].text, "plus"));
    const bool minus = op_at(at_, '-') || (kind_at(at_, TokenKind::word) && same_word(tokens_[at_].text, "minus"));
    if (!plus && !minus) break;
    const std::size_t op = at_++;
    const std::size_t literals = read_.expression.literals.size();
    // " - fails the goal": a dash before words says nothing about the figure; any other operator does.
    const bool dash =
        op_at(op, '-') && !tokens_[op].glued && kind_at(op + 1, TokenKind::word) && !tokens_[op + 1].glued;
    after_dash_ = dash;
    const std::optional<NodeId> right = product();
    after_dash_ = false;
    if (!right) {
      if (!dash) read_.dangling = op;
      read_.expression.literals.resize(literals);
      read_.notes.resize(literals);
      at_ = op;
      break;
    }
    left = binary(plus ? NodeKind::add : NodeKind::subtract, *left, *right);
  }
  --depth_;
  return left;
}

std::optional<NodeId> ExpressionReader::product() {
  std::optional<NodeId> left = power();
  while (left && at_ < limit_) {
    const std::size_t op = at_;
    bool divide = false;
    if (op_at(at_, '*') || op_at(at_, '/')) {
      divide = tokens_[at_].op == '/';
      ++at_;
    } else if (kind_at(at_, TokenKind::word) && same_word(tokens_[at_].text, "times") && starts_operand(at_ + 1)) {
      ++at_;
    } else if (kind_at(at_, TokenKind::word) &&
               (same_word(tokens_[at_].text, "divided") || same_word(tokens_[at_].text, "multiplied")) &&
               kind_at(at_ + 1, TokenKind::word) && same_word(tokens_[at_ + 1].text, "by")) {
      divide = same_word(tokens_[at_].text, "divided");
      at_ += 2;
    } else if (kind_at(at_, TokenKind::word) && same_word(tokens_[at_].text, "of") && fraction_of(*left) &&
               starts_operand(at_ + 1)) {
      ++at_;
    } else if (multiplies_without_sign(at_)) {
      // 2(N-1)/N, 4D, 2μ(1-ρ): a product, unless a slash before it leaves open what it divides.
      if (at_ >= 2 && tokens_[at_ - 1].kind == TokenKind::number && tokens_[at_ - 2].kind == TokenKind::op &&
          tokens_[at_ - 2].op == '/')
        read_.ambiguous = true;
    } else {
      break;
    }
    const std::size_t literals = read_.expression.literals.size();
    const std::optional<NodeId> right = power();
    if (!right) {
      const bool words = op_at(op, '/') && kind_at(op + 1, TokenKind::word);  // "24x higher W/FPS", "and/or"
      if (!same_word(tokens_[op].text, "of") && !words) read_.dangling = op;
      read_.expression.literals.resize(literals);
      read_.notes.resize(literals);
      at_ = op;
      break;
    }
    left = binary(divide ? NodeKind::divide : NodeKind::multiply, *left, *right);
  }
  return left;
}

std::optional<NodeId> ExpressionReader::power() {
  const std::size_t first = at_;
  std::optional<NodeId> base = operand();
  if (!base || !op_at(at_, '^')) return base;
  ++at_;
  const bool negative = op_at(at_, '-');
  if (negative) ++at_;
  std::optional<NodeId> exponent;
  if (kind_at(at_, TokenKind::number)) {  // the unit after 10^9 belongs to the power, not to the 9
    Literal value{tokens_[at_].number, tokens_[at_].number.exact(), {}};
    exponent = literal(std::move(value), {}, tokens_[at_].range);
    core_ = ++at_;
  } else {
    exponent = operand();
  }
  if (!exponent) return std::nullopt;
  if (negative) *exponent = read_.expression.add(NodeKind::negate, {*exponent}, read_.expression.at(*exponent).range);
  const NodeId node = binary(NodeKind::power, *base, *exponent);
  return with_unit_after(node, first);
}

std::optional<NodeId> ExpressionReader::operand() {
  if (at_ >= limit_) return std::nullopt;
  const Token& token = tokens_[at_];
  switch (token.kind) {
    case TokenKind::op: {
      if (token.op != '-' && token.op != '+') return std::nullopt;
      if (!kind_at(at_ + 1, TokenKind::number) && !kind_at(at_ + 1, TokenKind::open) &&
          !kind_at(at_ + 1, TokenKind::money))
        return std::nullopt;
      const std::size_t first = at_++;
      const std::optional<NodeId> inner = operand();
      if (!inner || token.op == '+') return inner;
      return read_.expression.add(NodeKind::negate, {*inner}, range_from(first));
    }
    case TokenKind::approx:
    case TokenKind::money:
    case TokenKind::number: return figure();
    case TokenKind::open: return bracketed();
    case TokenKind::word: break;
    default: return std::nullopt;
  }
  if (is_approximation_word(token.text) && starts_operand(at_ + 1)) {
    ++at_;
    const std::size_t notes = read_.notes.size();
    const std::optional<NodeId> inner = operand();
    if (inner && read_.notes.size() > notes) read_.notes[notes].approximate = true;
    return inner;
  }
  const bool root_sign = token.text == "sqrt" && kind_at(at_ + 1, TokenKind::number) && tokens_[at_ + 1].glued;
  if (root_sign) return root_of_figure();
  if (function_named(token.text) && kind_at(at_ + 1, TokenKind::open)) return call();
  if (factor_word(token.text)) return factor_of_noun();
  if (const std::optional<NodeId> node = symbol()) return node;
  if (const std::optional<NodeId> node = labelled_figure()) return node;
  return figure_after_words();
}

bool ExpressionReader::multiplies_without_sign(std::size_t i) const {
  return read::multiplies_without_sign(tokens_, i, limit_, symbols_, units_);
}

bool ExpressionReader::starts_operand(std::size_t i) const {
  if (i >= limit_) return false;
  const TokenKind kind = tokens_[i].kind;
  return kind == TokenKind::number || kind == TokenKind::open || kind == TokenKind::money ||
         kind == TokenKind::approx ||
         (kind == TokenKind::word && (function_named(tokens_[i].text) || symbols_.find(tokens_[i].text) ||
                                      is_approximation_word(tokens_[i].text) || same_word(tokens_[i].text, "the")));
}

// x% of, 1/3 of, 0.8x of: what "of" multiplies.
bool ExpressionReader::fraction_of(NodeId node) {
  const engine::Node& n = read_.expression.at(node);
  if (n.kind == NodeKind::divide) return true;
  if (n.kind != NodeKind::literal) return false;
  const Literal& value = read_.expression.literals[n.payload];
  return !value.readings.empty() && value.readings[0].kind == UnitKind::physical &&
         value.readings[0].dimension.is_none();
}

}  // namespace napkin::validator::read
