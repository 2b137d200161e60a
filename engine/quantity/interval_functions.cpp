#include "engine/quantity/interval_functions.hpp"

#include <algorithm>
#include <cmath>

namespace napkin::engine {
namespace {

/// The whole number that a value stands for up to rounding errors, or the value itself.
double snapped(double value) {
  const double whole = std::round(value);
  return std::abs(value - whole) <= 1e-9 * std::abs(value) ? whole : value;
}

/// Of a function that never falls.
template <class F>
Interval rising(Interval a, F f) {
  return {f(a.lo), f(a.hi)};
}

template <class F>
std::optional<Interval> rising_from_above_zero(Interval a, F f) {
  if (a.lo <= 0) return std::nullopt;
  return rising(a, f);
}

std::optional<Interval> whole_power(Interval base, double exponent) {
  if (exponent == 0) return Interval::exactly(1);
  if (exponent < 0) {
    if (base.contains(0)) return std::nullopt;
    return Interval::exactly(1) / *whole_power(base, -exponent);
  }
  const double low = std::pow(base.lo, exponent), high = std::pow(base.hi, exponent);
  const bool even = std::fmod(exponent, 2) == 0;
  if (!even) return Interval{low, high};
  if (base.contains(0)) return Interval{0, std::max(low, high)};
  return Interval{std::min(low, high), std::max(low, high)};
}

}  // namespace

Interval minimum(Interval a, Interval b) { return {std::min(a.lo, b.lo), std::min(a.hi, b.hi)}; }
Interval maximum(Interval a, Interval b) { return {std::max(a.lo, b.lo), std::max(a.hi, b.hi)}; }

Interval absolute(Interval a) {
  if (a.lo >= 0) return a;
  if (a.hi <= 0) return -a;
  return {0, std::max(-a.lo, a.hi)};
}

Interval floor(Interval a) {
  return rising(a, [](double x) { return std::floor(snapped(x)); });
}
Interval ceil(Interval a) {
  return rising(a, [](double x) { return std::ceil(snapped(x)); });
}
Interval round(Interval a) {
  return rising(a, [](double x) { return std::round(snapped(x)); });
}

std::optional<Interval> square_root(Interval a) {
  if (a.lo < 0) return std::nullopt;
  return rising(a, [](double x) { return std::sqrt(x); });
}
std::optional<Interval> logarithm_2(Interval a) {
  return rising_from_above_zero(a, [](double x) { return std::log2(x); });
}
std::optional<Interval> logarithm_10(Interval a) {
  return rising_from_above_zero(a, [](double x) { return std::log10(x); });
}
std::optional<Interval> logarithm(Interval a) {
  return rising_from_above_zero(a, [](double x) { return std::log(x); });
}
Interval exponential(Interval a) {
  return rising(a, [](double x) { return std::exp(x); });
}

std::optional<Interval> power(Interval base, Interval exponent) {
  if (exponent.lo == exponent.hi && std::trunc(exponent.lo) == exponent.lo) return whole_power(base, exponent.lo);
  if (base.lo < 0 || (base.lo == 0 && exponent.lo <= 0)) return std::nullopt;
  const double p = std::pow(base.lo, exponent.lo), q = std::pow(base.lo, exponent.hi),
               r = std::pow(base.hi, exponent.lo), s = std::pow(base.hi, exponent.hi);
  return Interval{std::min({p, q, r, s}), std::max({p, q, r, s})};
}

}  // namespace napkin::engine
