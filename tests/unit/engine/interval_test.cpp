#include "engine/quantity/interval.hpp"

#include <catch2/catch.hpp>

using napkin::engine::Interval;

namespace {

constexpr Interval two_to_three{2, 3};
constexpr Interval minus_one_to_two{-1, 2};

static_assert(Interval::exactly(4) == Interval{4, 4});
static_assert(Interval::around(1, 0.5) == Interval{0.5, 1.5});
static_assert(two_to_three.middle() == 2.5);
static_assert(two_to_three.width() == 1);
static_assert(two_to_three.contains(2) && two_to_three.contains(3) && !two_to_three.contains(3.5));
static_assert(two_to_three.meets({3, 9}) && !two_to_three.meets({3.5, 9}));
static_assert(two_to_three + minus_one_to_two == Interval{1, 5});
static_assert(two_to_three - minus_one_to_two == Interval{0, 4});
static_assert(-minus_one_to_two == Interval{-2, 1});
static_assert(two_to_three * minus_one_to_two == Interval{-3, 6});
static_assert(minus_one_to_two * minus_one_to_two == Interval{-2, 4});
static_assert(two_to_three * 2.0 == Interval{4, 6});
static_assert(two_to_three / Interval{-2, -1} == Interval{-3, -1});
static_assert(minus_one_to_two / Interval::exactly(4) == Interval{-0.25, 0.5});
static_assert(Interval::exactly(49) / Interval::exactly(49) == Interval::exactly(1), "not 49 * (1 / 49)");
static_assert(!(two_to_three / minus_one_to_two).is_finite());
static_assert(two_to_three.is_finite());
static_assert(hull(two_to_three, minus_one_to_two) == Interval{-1, 3});

}  // namespace

TEST_CASE("every pair of points gives a point of the result", "[interval]") {
  const Interval samples[] = {{-3, -1}, {-1, 2}, {0, 0}, {0, 1.5}, {0.25, 0.25}, {1, 7}};
  const auto inside = [](Interval i, double part) { return i.lo + (i.hi - i.lo) * part; };
  for (const Interval a : samples) {
    for (const Interval b : samples) {
      for (const double p : {0.0, 0.3, 1.0}) {
        for (const double q : {0.0, 0.5, 1.0}) {
          const double x = inside(a, p), y = inside(b, q);
          CHECK((a + b).contains(x + y));
          CHECK((a - b).contains(x - y));
          CHECK((a * b).contains(x * y));
          if (!b.contains(0)) CHECK((a / b).contains(x / y));
        }
      }
    }
  }
}
