// Evaluation of an expression tree on intervals, with dimensions.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/expression/expression.hpp"
#include "engine/quantity/quantity.hpp"

namespace napkin::engine {

enum class EvaluationErrorKind : std::uint8_t {
  dimension_clash,  // a + b, min(a, b)… of unequal dimensions; a non-dimensionless exponent or log argument
  unknown_symbol,
  division_by_zero,
  domain,    // sqrt of a negative, log of a non-positive
  no_truth,  // a condition that is neither 0 nor 1
  argument_count,
  too_deep,    // nesting beyond max_expression_depth
  not_finite,  // overflow
};

struct EvaluationError {
  EvaluationErrorKind kind = EvaluationErrorKind::dimension_clash;
  NodeId node = 0;        // where it happened
  Dimension left, right;  // of a dimension clash
  std::string name;       // of an unknown symbol
};

inline constexpr int max_expression_depth = 200;

/// What evaluation may look at besides the tree. All members are optional.
struct Environment {
  /// Value of a symbol; nothing where it is free.
  std::function<std::optional<Quantity>(std::string_view name)> symbol;
  /// For each literal, which of its readings to take; shorter or empty means the first.
  std::vector<std::uint8_t> reading_of_literal;
  /// What quantities count; of no use, and of some cost, to who only asks for values.
  bool keeps_labels = true;
};

using EvaluationResult = std::variant<Quantity, EvaluationError>;

EvaluationResult evaluate(const Expression& expression, const Environment& environment = {});
/// The same for a subtree.
EvaluationResult evaluate(const Expression& expression, NodeId node, const Environment& environment);

/// "52 GOP / 26 TOP/s": the tree printed in the strict language, so that reading it again gives the same tree.
std::string print(const Expression& expression);
std::string print(const Expression& expression, NodeId node, const Environment& environment = {});

}  // namespace napkin::engine
