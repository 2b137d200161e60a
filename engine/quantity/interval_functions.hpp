// Functions of intervals. Each gives nothing where it is undefined on some part of its argument.
#pragma once

#include <optional>

#include "engine/quantity/interval.hpp"

namespace napkin::engine {

Interval minimum(Interval a, Interval b);
Interval maximum(Interval a, Interval b);
Interval absolute(Interval a);

/// Whole numbers, end by end. A value within 1e-9 relative of a whole number is that number: 0.3 / 0.1 has
/// floor 3.
Interval floor(Interval a);
Interval ceil(Interval a);
Interval round(Interval a);

std::optional<Interval> square_root(Interval a);
std::optional<Interval> logarithm_2(Interval a);
std::optional<Interval> logarithm_10(Interval a);
std::optional<Interval> logarithm(Interval a);
Interval exponential(Interval a);

/// A whole exponent takes any base (a base that holds zero only a positive one); every other a positive base,
/// or a base that starts at zero and a positive exponent.
std::optional<Interval> power(Interval base, Interval exponent);

}  // namespace napkin::engine
