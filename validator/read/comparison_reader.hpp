// Comparisons in words: "10 ms is less than 16.67 ms", "2.6 MB, exceeding the 2.0 MB SRAM limit".
#pragma once

#include <vector>

#include "validator/read/figure_scan.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

void read_word_comparisons(const Tokens& tokens, const std::vector<Figure>& figures,
                           std::vector<Statement>& statements);

}  // namespace napkin::validator::read
