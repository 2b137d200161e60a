// Figures as a text prints them; what is printed is what later steps reckon with.
#pragma once

#include <string>
#include <string_view>

namespace napkin::generator {

/// How a figure is to be printed.
struct FigureFormat {
  std::string unit;   // as the text says it: "GB/s", "TFLOPS", "%", "×", "$/hour", "requests"; empty: a pure number
  double scale = 1;   // of the unit, in base units
  int digits = 3;     // significant; whole digits are never cut off
  int decimals = -1;  // places behind the point instead; -1: as `digits` says
};

struct PrintedFigure {
  std::string number;  // "1,342.8"
  std::string text;    // "1,342.8 op/byte", "45%", "$2.50/hour"
  double value = 0;    // in base units, of what is printed
};

/// The value, in base units, rounded to the nearest that the format prints.
PrintedFigure print_figure(double value, const FigureFormat& format);

/// A number with its unit: the order and spacing that the unit asks for.
std::string with_unit(const std::string& number, std::string_view unit);

/// "twelve" up to twenty, digits beyond.
std::string in_words(double whole);

}  // namespace napkin::generator
