// Statements that the text itself denies, asks or takes for wrong.
#pragma once

#include <vector>

#include "validator/read/token.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

/// "140 GB < 80 GB? No", "10 ms + 20 ms = 25 ms is wrong", "Pitfall: 8 × 10 GB = 100 GB": such a statement counts only
/// if its figures agree all the same, and is unread otherwise.
void mark_denied(const Tokens& tokens, std::vector<Statement>& statements);

}  // namespace napkin::validator::read
