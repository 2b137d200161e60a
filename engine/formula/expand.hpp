// Replaces the names that a library defines: a formula by its expression, a field of an entry by its figure. What is
// left holds literals, operators, built-in functions and the symbols that nobody defined.
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/expression/expression.hpp"
#include "engine/formula/library.hpp"
#include "engine/registry/lookup.hpp"

namespace napkin::engine {

/// A figure of the registry that went into an expression.
struct UsedFact {
  std::string name;  // "hw.h100_sxm.peak(fp16)"
  Fact fact;
};

/// A value that the text itself hands to a formula.
struct PassedArgument {
  const Formula* formula = nullptr;
  const Argument* argument = nullptr;
  NodeId node = 0;  // of the expanded expression
  TextRange range;  // of the outermost text
};

struct Expansion {
  Expression expression;
  std::vector<UsedFact> facts;           // each once, in the order of their use
  std::vector<const Formula*> formulas;  // each once, callers before the called
  std::vector<PassedArgument> arguments;
};

enum class ExpansionErrorKind : std::uint8_t {
  unknown_name,     // an entry, a formula or a field that does not exist
  bad_argument,     // unknown, missing, given twice, of the wrong kind
  endless_formula,  // calls itself, or grows beyond every bound
  bad_formula,      // its own text cannot be read
};

struct ExpansionError {
  ExpansionErrorKind kind = ExpansionErrorKind::unknown_name;
  std::string message;
  TextRange range;  // of the outermost text, the one that was handed in
};

using ExpansionResult = std::variant<Expansion, ExpansionError>;

/// Operations in the expanded tree, counted as often as they are reached.
inline constexpr double largest_expansion = 20'000;

/// A name that stands for an entry which is chosen later: its fields stay symbols.
struct OpenEntry {
  std::string name;
  EntryKind kind = EntryKind::device;
};

/// The text that the expression was read from, where there is one, helps to tell what a misspelt name was.
ExpansionResult expand(const Expression& expression, const Library& library, std::span<const OpenEntry> entries = {},
                       std::string_view text = {});

/// A formula by itself: its arguments stay symbols, and so do the fields of its entries ("device.peak(precision)").
ExpansionResult expand(const Formula& formula, const Library& library);

}  // namespace napkin::engine
