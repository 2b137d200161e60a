// A closed interval of doubles: what a printed figure stands for, and what arithmetic on such figures can
// give.
#pragma once

#include <algorithm>
#include <limits>

namespace napkin::engine {

/// [lo, hi] with lo <= hi. Ends are ordinary doubles: rounding to the nearest, no outward care, so that
/// results are good to about 1e-12 relative; what compares them allows for that. An exact value has lo == hi.
/// Division by an interval that holds zero gives
/// [-inf, inf]: the caller asks `is_finite()` where that matters.
struct Interval {
  double lo = 0;
  double hi = 0;

  static constexpr Interval exactly(double value) { return {value, value}; }
  static constexpr Interval around(double value, double half_width) { return {value - half_width, value + half_width}; }

  constexpr double middle() const { return lo / 2 + hi / 2; }
  constexpr double width() const { return hi - lo; }
  constexpr bool contains(double value) const { return lo <= value && value <= hi; }
  constexpr bool meets(Interval other) const { return lo <= other.hi && other.lo <= hi; }
  constexpr bool is_finite() const {
    constexpr double limit = std::numeric_limits<double>::max();
    return lo >= -limit && hi <= limit;
  }

  friend constexpr bool operator==(Interval, Interval) = default;
};

constexpr Interval operator-(Interval a) { return {-a.hi, -a.lo}; }
constexpr Interval operator+(Interval a, Interval b) { return {a.lo + b.lo, a.hi + b.hi}; }
constexpr Interval operator-(Interval a, Interval b) { return {a.lo - b.hi, a.hi - b.lo}; }

constexpr Interval operator*(Interval a, Interval b) {
  const double p = a.lo * b.lo, q = a.lo * b.hi, r = a.hi * b.lo, s = a.hi * b.hi;
  return {std::min({p, q, r, s}), std::max({p, q, r, s})};
}

constexpr Interval operator*(Interval a, double factor) { return a * Interval::exactly(factor); }

constexpr Interval operator/(Interval a, Interval b) {
  if (b.contains(0)) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return {-infinity, infinity};
  }
  // Not a * (1 / b): 49 / 49 has to be 1, or floor(49 / 49) is 0.
  const double p = a.lo / b.lo, q = a.lo / b.hi, r = a.hi / b.lo, s = a.hi / b.hi;
  return {std::min({p, q, r, s}), std::max({p, q, r, s})};
}

constexpr Interval hull(Interval a, Interval b) { return {std::min(a.lo, b.lo), std::max(a.hi, b.hi)}; }

}  // namespace napkin::engine
