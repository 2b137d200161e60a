// The errors of the strict language in words: one sentence, what to do included.
#pragma once

#include <string>

#include "engine/expression/parse.hpp"
#include "engine/expression/resolve.hpp"

namespace napkin::engine {

std::string describe(const ParseError& error);
std::string describe(const EvaluationError& error, const Expression& expression);
std::string describe(const TargetClash& clash);
std::string describe(const Ambiguous& ambiguity, const Expression& expression);

}  // namespace napkin::engine
