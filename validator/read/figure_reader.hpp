// One figure: a number with its sign of approximation, its currency, its range and its unit.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/expression/expression.hpp"
#include "validator/read/symbol_table.hpp"
#include "validator/read/token.hpp"
#include "validator/read/unit_reader.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

struct FigureRead {
  engine::Literal literal;
  LiteralNote note;
  std::size_t next = 0;      // first token after number, unit and labels
  std::string unknown_unit;  // a unit that the table does not know
};

/// Reads the figure at token `at` (a number, or ~ or $ before one), not beyond `limit`; nothing where none stands.
std::optional<FigureRead> read_figure(const Tokens& tokens, std::size_t at, std::size_t limit,
                                      const SymbolTable& symbols, UnitLookup& units);

/// A bracket or a name directly after a number, a name or a bracket multiplies: "2(N-1)", "4D", "μ(1-ρ)". A letter
/// that the text does not define is taken for a variable where it is no unit.
bool multiplies_without_sign(const Tokens& tokens, std::size_t at, std::size_t limit, const SymbolTable& symbols,
                             UnitLookup& units);

}  // namespace napkin::validator::read
