// The functions of pure numbers that have no closed form in + - * / ^, on plain doubles. NaN where one is undefined.
#pragma once

#include <optional>
#include <span>

#include "engine/expression/expression.hpp"

namespace napkin::engine {

/// Share of a standard normal distribution below z.
double normal_cdf(double z);

/// Inverse of normal_cdf on (0, 1). Source: P. Acklam's rational approximation, one Halley step on it; relative error
/// below 1e-14.
double normal_quantile(double share);

/// Erlang's loss and delay formulas by their recurrence; servers is a whole number of at least 1 and at most 1e6, load
/// in erlangs. Source: L. Kleinrock, Queueing Systems I, section 3.5.
double erlang_b(double servers, double load);
double erlang_c(double servers, double load);

/// P(X <= k) of a Poisson distribution. Source: regularized gamma function, sum of at most 1e6 terms.
double poisson_cdf(double k, double mean);

/// P(X <= k) of a binomial distribution of n trials.
double binomial_cdf(double k, double n, double p);

/// Any function of Signature::pure by its enumerator.
double pure_function(Function function, std::span<const double> arguments);

/// The same on intervals: the values at all corners of the arguments, and at the turning points between them. Nothing
/// where it is undefined somewhere.
std::optional<Interval> pure_function(Function function, std::span<const Interval> arguments);

}  // namespace napkin::engine
