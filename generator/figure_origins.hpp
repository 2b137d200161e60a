// Where each figure of an instance is from: what a preview shows beside the text.
#pragma once

#include <string>
#include <vector>

#include "generator/instance.hpp"

namespace napkin::generator {

struct FigureOrigin {
  std::string name;
  std::string expression;   // of a derived figure, as the template has it: "peak / bandwidth"; empty: drawn
  std::string substituted;  // with the figures in place of their names: "165 TFLOPS / 0.933 TB/s"
  std::string text;         // "177 FLOP/byte"
};

/// Parameters, then derived figures, in the template's order.
std::vector<FigureOrigin> figure_origins(const Template& source, const Instance& instance);

}  // namespace napkin::generator
