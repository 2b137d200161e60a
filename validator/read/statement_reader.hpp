// Statements of one text: where prose says that one thing equals, approximates or compares with another.
#pragma once

#include <string_view>
#include <vector>

#include "validator/read/expression_reader.hpp"
#include "validator/read/figure_scan.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

struct TextReading {
  Tokens tokens;
  std::vector<Figure> figures;
  std::vector<Statement> statements;  // in the order of the text
};

/// Tokens and figures of a text; its statements are left for read_statements().
TextReading scan_text(std::string_view text, UnitLookup& units);

/// Fills in the statements. `symbols` holds what texts before it have defined and takes up what this one defines;
/// `elsewhere` are the figures of the question's other texts.
void read_statements(TextReading& reading, const std::vector<const Figure*>& elsewhere, SymbolTable& symbols,
                     UnitLookup& units);

}  // namespace napkin::validator::read
