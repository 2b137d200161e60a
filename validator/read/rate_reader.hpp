// Amounts at a rate: "5,000 GB at $0.09/GB = $450", "1 GB @ 1.25 GB/s = 0.8 s".
#pragma once

#include <vector>

#include "validator/read/figure_scan.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

void read_rates(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements);

}  // namespace napkin::validator::read
