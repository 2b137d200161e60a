// Every figure of a text, in order: a number with its unit and nothing else.
#pragma once

#include <vector>

#include "validator/read/expression_reader.hpp"

namespace napkin::validator::read {

struct Figure {
  engine::Literal literal;
  LiteralNote note;
  std::size_t first = 0;  // tokens
  std::size_t next = 0;   // first token after number, unit and labels
  TextRange range;
};

std::vector<Figure> scan_figures(const Tokens& tokens, UnitLookup& units);

}  // namespace napkin::validator::read
