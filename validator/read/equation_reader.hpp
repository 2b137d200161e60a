// Equations and symbolic comparisons: what stands around = ≈ < > and "equals", one statement a link of a chain.
#pragma once

#include <vector>

#include "validator/read/expression_reader.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

/// Appends the statements of tokens [begin, end), a stretch without hard stops, and defines the names it gives.
void read_equations(const Tokens& tokens, std::size_t begin, std::size_t end, SymbolTable& symbols, UnitLookup& units,
                    std::vector<Statement>& statements);

}  // namespace napkin::validator::read
