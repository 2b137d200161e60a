// The operands of the grammar at the head of expression_reader.cpp.
#include <algorithm>

#include "validator/read/expression_reader.hpp"
#include "validator/read/figure_reader.hpp"
#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {

using engine::Interval;
using engine::Literal;
using engine::NodeId;
using engine::NodeKind;

namespace {
constexpr std::size_t max_label_words = 6;
}  // namespace

std::optional<NodeId> ExpressionReader::figure() {
  const std::size_t first = at_;
  const bool about_bracket = kind_at(at_, TokenKind::approx) && kind_at(at_ + 1, TokenKind::open);
  if (about_bracket) {
    ++at_;
    return bracketed();
  }
  std::optional<FigureRead> figure = read_figure(tokens_, at_, limit_, symbols_, units_);
  if (!figure) return std::nullopt;
  if (!figure->unknown_unit.empty()) read_.unknown_unit = figure->unknown_unit;
  at_ = figure->next;
  NodeId node = literal(std::move(figure->literal), figure->note, range_from(first));
  if (op_at(at_, '^')) {
    core_ = at_;
    return node;
  }
  if (const std::optional<NodeId> each = each_of(node)) node = *each;
  finish_operand();
  return node;
}

// "8 images (2 MB each)": what each of them is worth.
std::optional<NodeId> ExpressionReader::each_of(NodeId count) {
  if (!kind_at(at_, TokenKind::open) || tokens_[at_].glued || !kind_at(at_ + 1, TokenKind::number)) return std::nullopt;
  const std::size_t close = matching_close(at_);
  if (close >= limit_ || !kind_at(close - 1, TokenKind::word)) return std::nullopt;
  if (!same_word(tokens_[close - 1].text, "each") && !same_word(tokens_[close - 1].text, "apiece")) return std::nullopt;
  const std::size_t first = at_++;
  const std::optional<NodeId> worth = figure();
  if (!worth || at_ + 1 < close) {
    at_ = first;
    return std::nullopt;
  }
  at_ = core_ = close + 1;
  return binary(NodeKind::multiply, count, *worth);
}

// (…) and ⌈…⌉, with the unit that may follow: "(4 + 4 + 4) bytes".
std::optional<NodeId> ExpressionReader::bracketed() {
  const std::size_t first = at_;
  const char shape = tokens_[at_].op;
  ++at_;
  const std::optional<NodeId> inner = sum();
  if (!inner || !kind_at(at_, TokenKind::close)) {
    at_ = first;
    return std::nullopt;
  }
  ++at_;
  NodeId node = *inner;
  if (shape == 'c' || shape == 'f') {
    ++read_.operators;
    node = read_.expression.add_call(shape == 'c' ? engine::Function::ceil : engine::Function::floor, {node},
                                     range_from(first));
  }
  return with_unit_after(node, first);
}

std::optional<NodeId> ExpressionReader::call() {
  const std::size_t first = at_;
  const engine::Function function = *function_named(tokens_[at_].text);
  at_ += 2;
  std::vector<NodeId> arguments;
  while (true) {
    const std::optional<NodeId> argument = sum();
    if (!argument) break;
    arguments.push_back(*argument);
    if (!kind_at(at_, TokenKind::comma)) break;
    ++at_;
  }
  if (arguments.empty() || !kind_at(at_, TokenKind::close)) {
    at_ = first;
    return std::nullopt;
  }
  ++at_;
  ++read_.operators;
  const NodeId node = read_.expression.add_call(function, arguments, range_from(first));
  return with_unit_after(node, first);
}

// "√16"
std::optional<NodeId> ExpressionReader::root_of_figure() {
  const std::size_t first = at_++;
  const std::optional<NodeId> inner = figure();
  if (!inner) return std::nullopt;
  ++read_.operators;
  return read_.expression.add_call(engine::Function::sqrt, {*inner}, range_from(first));
}

// A unit after a bracket or a power multiplies it. A word that is no unit is only a label.
NodeId ExpressionReader::with_unit_after(NodeId node, std::size_t first) {
  if (kind_at(at_, TokenKind::word) && !is_clause_word(tokens_[at_].text) && !symbols_.find(tokens_[at_].text) &&
      !same_word(tokens_[at_].text, "of")) {
    const std::size_t unit_begin = at_;
    UnitRead unit = read_unit_phrase(tokens_, at_, limit_, units_);
    const bool scales = std::any_of(unit.readings.begin(), unit.readings.end(), [](const engine::UnitReading& r) {
      return r.scale != 1 || !r.dimension.is_none();
    });
    if (!unit.readings.empty()) at_ = unit.next;
    if (scales) {
      Literal one;
      one.number.value = 1;
      one.value = Interval::exactly(1);
      one.readings = std::move(unit.readings);
      const NodeId factor = literal(std::move(one), {}, range_from(unit_begin));
      node = read_.expression.add(NodeKind::multiply, {node, factor}, range_from(first));
    }
  }
  finish_operand();
  return node;
}

// "Sensor (50 mW)", "Layer 1 output (2 KB)", "OS overhead (~15 ms)": words whose bracket holds the figure.
std::optional<NodeId> ExpressionReader::labelled_figure() {
  std::size_t i = at_;
  std::size_t words = 0;
  while (i < limit_ && words <= max_label_words) {
    const bool word = tokens_[i].kind == TokenKind::word && !is_clause_word(tokens_[i].text);
    const bool ordinal = tokens_[i].kind == TokenKind::number && words > 0 && !tokens_[i].number.has_point &&
                         tokens_[i].number.value < 100 && !tokens_[i].glued &&
                         (kind_at(i + 1, TokenKind::word) || kind_at(i + 1, TokenKind::open));
    if (!word && !ordinal) break;
    ++i;
    ++words;
  }
  if (words == 0 || words > max_label_words || !kind_at(i, TokenKind::open) || tokens_[i].glued) return std::nullopt;
  const std::size_t close = matching_close(i);
  if (close >= limit_) return std::nullopt;
  const std::size_t first = at_;
  const std::size_t literals = read_.expression.literals.size();
  at_ = i + 1;
  std::optional<NodeId> inner = sum();
  while (inner && kind_at(at_, TokenKind::comma)) {  // "Bias (Read 100M, Write 100M)": all of it
    ++at_;
    const std::optional<NodeId> more = operand();
    if (!more) break;
    inner = binary(NodeKind::add, *inner, *more);
  }
  if (!inner || at_ != close) {
    read_.expression.literals.resize(literals);
    read_.notes.resize(literals);
    at_ = first;
    return std::nullopt;
  }
  at_ = core_ = close + 1;
  skip_remarks();
  return inner;
}

// "batch 8", "KV cache 42 GB": up to three words, then a figure. Not at the start of an expression, where words are
// its label.
std::optional<NodeId> ExpressionReader::figure_after_words() {
  if (at_ == read_.first || after_dash_) return std::nullopt;
  std::size_t i = at_;
  while (i < limit_ && i - at_ < 3 && tokens_[i].kind == TokenKind::word && !is_clause_word(tokens_[i].text)) ++i;
  const bool figure_follows =
      kind_at(i, TokenKind::number) || kind_at(i, TokenKind::money) || kind_at(i, TokenKind::approx);
  if (i == at_ || !figure_follows || tokens_[i].glued) return std::nullopt;
  const std::size_t first = at_;
  at_ = i;
  const std::optional<NodeId> node = figure();
  if (!node) at_ = first;
  return node;
}

std::optional<NodeId> ExpressionReader::symbol() {
  const Token& token = tokens_[at_];
  const bool called = kind_at(at_ + 1, TokenKind::open) && tokens_[at_ + 1].glued && !tokens_[at_ + 1].made;
  const Literal* defined = symbols_.find(token.text);
  if (called && !defined) return std::nullopt;
  if (!defined && !looks_like_symbol(token.text)) return std::nullopt;
  if (!defined && at_ == read_.first && !kind_at(at_ + 1, TokenKind::op)) return std::nullopt;
  // "K cache (2 GB)", "S 40": a capital that starts a label
  if (!defined && (kind_at(at_ + 1, TokenKind::word) || kind_at(at_ + 1, TokenKind::number))) return std::nullopt;
  ++at_;
  core_ = at_;
  NodeId node;
  if (defined) {
    LiteralNote note;
    note.from_symbol = true;
    read_.two_values = read_.two_values || symbols_.has_two_values(token.text);
    node = literal(*defined, note, token.range);
  } else {
    read_.free_symbols = true;
    node = read_.expression.add_symbol(std::string(token.text), token.range);
  }
  if (!multiplies_without_sign(at_)) skip_remarks();
  return node;
}

// "half of 80 GB", "twice 5 ms", "half the 80 GB"
std::optional<NodeId> ExpressionReader::factor_of_noun() {
  const std::size_t first = at_;
  Literal value;
  value.number.value = *factor_word(tokens_[at_].text);
  value.value = Interval::exactly(value.number.value);
  ++at_;
  while (kind_at(at_, TokenKind::word) && (same_word(tokens_[at_].text, "of") || same_word(tokens_[at_].text, "the")))
    ++at_;
  if (!kind_at(at_, TokenKind::number) && !kind_at(at_, TokenKind::money) && !kind_at(at_, TokenKind::approx)) {
    at_ = first;
    return std::nullopt;
  }
  const NodeId factor = literal(std::move(value), {}, tokens_[first].range);
  const std::optional<NodeId> noun = figure();
  if (!noun) return std::nullopt;
  return binary(NodeKind::multiply, factor, *noun);
}

}  // namespace napkin::validator::read
