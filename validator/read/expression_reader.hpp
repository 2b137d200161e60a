// The tolerant front end of the expression language: arithmetic as prose writes it, over tokens.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/expression/expression.hpp"
#include "validator/read/symbol_table.hpp"
#include "validator/read/token.hpp"
#include "validator/read/unit_reader.hpp"

namespace napkin::validator::read {

struct ExpressionRead {
  engine::Expression expression;
  std::vector<LiteralNote> notes;  // parallel to expression.literals
  std::size_t first = 0;
  std::size_t next = 0;       // first token after it, its trailing words and its remarks
  std::size_t core_next = 0;  // first token after its last figure, unit or bracket; `range` ends there
  TextRange range;
  int operators = 0;                    // + - * / ^, functions, percent-of; negation does not count
  bool free_symbols = false;            // names without a definition
  bool two_values = false;              // a name that the text defines twice, differently
  bool ambiguous = false;               // depends on the precedence of juxtaposition
  std::optional<std::size_t> dangling;  // an operator after it whose right side could not be read
  std::string unknown_unit;

  const engine::Literal& root_literal() const { return expression.literals[expression.at(expression.root).payload]; }
  const LiteralNote& root_note() const { return notes[expression.at(expression.root).payload]; }
  bool is_literal() const { return expression.at(expression.root).kind == engine::NodeKind::literal; }
};

class ExpressionReader {
 public:
  ExpressionReader(const Tokens& tokens, const SymbolTable& symbols, UnitLookup& units)
      : tokens_(tokens), symbols_(symbols), units_(units) {}

  /// The longest expression that starts at token `first` and stays below `limit`; nothing where none starts there.
  std::optional<ExpressionRead> read(std::size_t first, std::size_t limit);

 private:
  using NodeId = engine::NodeId;
  std::optional<NodeId> sum();
  std::optional<NodeId> product();
  std::optional<NodeId> power();
  std::optional<NodeId> operand();
  std::optional<NodeId> figure();
  std::optional<NodeId> each_of(NodeId count);
  std::optional<NodeId> bracketed();
  std::optional<NodeId> call();
  std::optional<NodeId> root_of_figure();
  std::optional<NodeId> labelled_figure();
  std::optional<NodeId> figure_after_words();
  std::optional<NodeId> symbol();
  std::optional<NodeId> factor_of_noun();
  NodeId with_unit_after(NodeId node, std::size_t first);
  void skip_remarks();
  void skip_trailing_words();
  bool fraction_of(NodeId node);
  bool multiplies_without_sign(std::size_t i) const;
  void finish_operand();

  NodeId binary(engine::NodeKind kind, NodeId left, NodeId right);
  NodeId literal(engine::Literal value, LiteralNote note, TextRange range);
  bool kind_at(std::size_t i, TokenKind kind) const { return i < limit_ && tokens_[i].kind == kind; }
  bool op_at(std::size_t i, char op) const { return kind_at(i, TokenKind::op) && tokens_[i].op == op; }
  bool starts_operand(std::size_t i) const;
  std::size_t matching_close(std::size_t open) const;
  TextRange range_from(std::size_t first) const;

  const Tokens& tokens_;
  const SymbolTable& symbols_;
  UnitLookup& units_;
  std::size_t at_ = 0;
  std::size_t core_ = 0;
  bool after_dash_ = false;  // directly after " - ", which may be a dash of prose
  std::size_t limit_ = 0;
  int depth_ = 0;
  ExpressionRead read_;
};

}  // namespace napkin::validator::read
