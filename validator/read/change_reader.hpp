// Changes: "from 340M to 66M parameters, an 80.6% reduction", "cut from 40 ms to 10 ms (4× faster)".
#pragma once

#include <cstdint>
#include <vector>

#include "validator/read/figure_scan.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

/// Which way a share goes: "25% smaller", "+40%".
enum class Direction : std::uint8_t { none, less, more };
Direction direction_of(const Tokens& tokens, const Figure& share);

void read_changes(const Tokens& tokens, const std::vector<Figure>& figures, std::vector<Statement>& statements);

}  // namespace napkin::validator::read
