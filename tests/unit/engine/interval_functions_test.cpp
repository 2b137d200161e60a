#include "engine/quantity/interval_functions.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace napkin::engine;

namespace {
bool close(std::optional<Interval> a, Interval b) {
  return a && a->lo == Approx(b.lo).margin(1e-12) && a->hi == Approx(b.hi).margin(1e-12);
}
}  // namespace

TEST_CASE("whole powers of intervals go by cases", "[interval]") {
  const auto square = Interval::exactly(2), cube = Interval::exactly(3);
  CHECK(close(power({-3, 2}, square), {0, 9}));
  CHECK(close(power({-3, -2}, square), {4, 9}));
  CHECK(close(power({2, 3}, square), {4, 9}));
  CHECK(close(power({-3, 2}, cube), {-27, 8}));
  CHECK(close(power({2, 4}, Interval::exactly(-1)), {0.25, 0.5}));
  CHECK(close(power({-4, -2}, Interval::exactly(-2)), {0.0625, 0.25}));
  CHECK(close(power({-4, 2}, Interval::exactly(0)), {1, 1}));
  CHECK_FALSE(power({-1, 1}, Interval::exactly(-1)));
}

TEST_CASE("other powers want a positive base", "[interval]") {
  CHECK(close(power({4, 9}, Interval::exactly(0.5)), {2, 3}));
  CHECK(close(power({4, 9}, {-0.5, 0.5}), {1 / 3.0, 3}));
  CHECK(close(power({0, 9}, Interval::exactly(0.5)), {0, 3}));
  CHECK_FALSE(power({-1, 9}, Interval::exactly(0.5)));
  CHECK_FALSE(power({0, 9}, Interval::exactly(-0.5)));
}

TEST_CASE("roots and logarithms know their domain", "[interval]") {
  CHECK(close(square_root({4, 9}), {2, 3}));
  CHECK_FALSE(square_root({-1, 9}));
  CHECK(close(logarithm_2({2, 8}), {1, 3}));
  CHECK(close(logarithm_10({10, 1000}), {1, 3}));
  CHECK(close(logarithm({1, std::exp(2.0)}), {0, 2}));
  CHECK_FALSE(logarithm({0, 1}));
  CHECK(close(exponential({0, 1}), {1, std::exp(1.0)}));
}

TEST_CASE("whole numbers survive rounding errors", "[interval]") {
  CHECK(floor(Interval::exactly(0.3 / 0.1)) == Interval::exactly(3));
  CHECK(ceil(Interval::exactly(0.7 * 10 + 1e-13)) == Interval::exactly(7));
  CHECK(floor({2.5, 3.99}) == Interval{2, 3});
  CHECK(ceil({2.5, 3.01}) == Interval{3, 4});
  CHECK(round({2.4, 2.6}) == Interval{2, 3});
  CHECK(floor({-2.5, -0.5}) == Interval{-3, -1});
}

TEST_CASE("extremes and absolute values", "[interval]") {
  CHECK(minimum({1, 5}, {2, 3}) == Interval{1, 3});
  CHECK(maximum({1, 5}, {2, 3}) == Interval{2, 5});
  CHECK(absolute({-3, 2}) == Interval{0, 3});
  CHECK(absolute({-3, -2}) == Interval{2, 3});
  CHECK(absolute({2, 3}) == Interval{2, 3});
}
