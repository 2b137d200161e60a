// "1920 × 1080 × 3 B = 6.22 MB/frame × 30 fps = 187 MB/s": the right side states its first figure and goes on from
// there to the next.
#pragma once

#include <optional>

#include "validator/statement.hpp"

namespace napkin::validator::judge {

/// The statement with only the first figure of its right side; nothing where that is not a calculation that starts
/// with a figure.
std::optional<Statement> stating_first_figure(const Statement& statement);

}  // namespace napkin::validator::judge
