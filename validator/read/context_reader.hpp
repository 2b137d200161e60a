// Figures that the text derives without showing the sum: "Total: 28 ms" after its parts, "2048 tokens = 65 MB" after
// the bytes per token, "10x more traffic" after both traffics.
#pragma once

#include <vector>

#include "validator/read/figure_scan.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

/// `elsewhere` are the figures of the question's other texts, for what the sum takes from there.
/// Appends at most one tentative statement for each figure that no statement states yet: the first simple combination
/// of a figure beside it and a figure before it that gives it within its printed digits.
void read_context(const Tokens& tokens, const std::vector<Figure>& figures, const std::vector<const Figure*>& elsewhere,
                  std::vector<Statement>& statements);

}  // namespace napkin::validator::read
