// An expression as LaTeX mathematics, in commands that plain LaTeX with amsmath, MathJax and KaTeX all know.
#pragma once

#include <string>
#include <string_view>

#include "engine/expression/expression.hpp"

namespace napkin::engine {

/// "\frac{\text{peak}}{\text{bandwidth}}". Names of one letter stand in italics, all others in \text{…}; units in
/// \mathrm{…}. Nests no deeper than max_expression_depth; what lies below is "\dots".
std::string latex(const Expression& expression);

/// A name alone, as the expression above writes it: "\text{kv\_heads}".
std::string latex_name(std::string_view name);

}  // namespace napkin::engine
