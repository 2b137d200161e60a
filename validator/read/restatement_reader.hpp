// The same figure said twice: "0.128 s (128 ms)", "24,883,200 bytes, or ~24.9 MB", "30 FPS (33.3 ms)", and the sum
// behind a figure: "10 requests (1.5 GB / 150 MB)".
#pragma once

#include <vector>

#include "validator/read/expression_reader.hpp"
#include "validator/read/figure_scan.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

void read_restatements(const Tokens& tokens, const std::vector<Figure>& figures, const SymbolTable& symbols,
                       UnitLookup& units, std::vector<Statement>& statements);

}  // namespace napkin::validator::read
