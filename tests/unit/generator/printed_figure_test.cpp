// Figures as texts print them: digits, separators, units, and the value that later steps reckon with.
#include "generator/printed_figure.hpp"

#include <catch2/catch.hpp>

using namespace napkin::generator;

namespace {

struct Case {
  double value;
  FigureFormat format;
  const char* text;
  double printed;
};

}  // namespace

TEST_CASE("a figure is rounded to its digits and keeps what it prints", "[printed_figure]") {
  const Case c = GENERATE(values<Case>({
      {3.35e12, {"TB/s", 1e12, 3, -1}, "3.35 TB/s", 3.35e12},
      {989.4e12, {"TFLOPS", 1e12, 3, -1}, "989 TFLOPS", 989e12},
      {1342.77, {"op/byte", 1, 3, -1}, "1,343 op/byte", 1343},
      {0.45678, {"%", 0.01, 3, -1}, "45.7%", 0.457},
      {2.5 / 3600, {"$/hour", 1.0 / 3600, 3, -1}, "$2.50/hour", 2.5 / 3600},
      {3.1 / 3600, {"$/hour", 1.0 / 3600, 5, -1}, "$3.10/hour", 3.1 / 3600},
      {0.0025, {"$", 1, 2, -1}, "$0.0025", 0.0025},
      {1530, {"$", 1, 4, -1}, "$1,530", 1530},
      {19.27, {"×", 1, 3, -1}, "19.3×", 19.3},
      {128000, {"tokens", 1, 2, -1}, "128,000 tokens", 128000},
      {0.0000123, {"s", 1, 3, -1}, "0.0000123 s", 0.0000123},
      {12, {"", 1, 3, -1}, "12", 12},
      {2.345, {"ms", 1, 3, 1}, "2.3 ms", 2.3},
  }));
  const PrintedFigure printed = print_figure(c.value, c.format);
  CHECK(printed.text == c.text);
  CHECK(printed.value == Approx(c.printed).epsilon(1e-12));
}

TEST_CASE("whole numbers in words up to twenty", "[printed_figure]") {
  CHECK(in_words(1) == "one");
  CHECK(in_words(12) == "twelve");
  CHECK(in_words(20) == "twenty");
  CHECK(in_words(21) == "21");
}
