// Shares in a bracket whose whole the text names: "180 KB of 256 KB (70%)", "22.5 GB (28% of 80 GB)",
// "$1.2M − $0.9M = $300K (25%)".
#pragma once

#include <vector>

#include "validator/read/figure_scan.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

void read_shares(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements);

}  // namespace napkin::validator::read
