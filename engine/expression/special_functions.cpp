#include "engine/expression/special_functions.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "engine/quantity/interval_functions.hpp"

namespace napkin::engine {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double most_terms = 1e6;

bool is_whole(double value) { return std::trunc(value) == value; }

double log_factorial(double n) { return std::lgamma(n + 1); }

template <std::size_t size>
double polynomial(const std::array<double, size>& coefficients, double x) {
  double value = 0;
  for (const double coefficient : coefficients) value = value * x + coefficient;
  return value;
}

/// Acklam's approximation below the median, good to 1.15e-9.
double rough_quantile(double share) {
  constexpr std::array<double, 6> a = {-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                                       1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
  constexpr std::array<double, 6> b = {-5.447609879822406e+01, 1.615858368580409e+02,  -1.556989798598866e+02,
                                       6.680131188771972e+01,  -1.328068155288572e+01, 1};
  constexpr std::array<double, 6> c = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                                       -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
  constexpr std::array<double, 5> d = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                                       3.754408661907416e+00, 1};
  constexpr double tail = 0.02425;
  if (share < tail) {
    const double q = std::sqrt(-2 * std::log(share));
    return polynomial(c, q) / polynomial(d, q);
  }
  const double q = share - 0.5;
  return polynomial(a, q * q) * q / polynomial(b, q * q);
}

/// Terms of a distribution from 0 to k, from their logarithms.
template <class LogTerm>
double cumulated(double k, LogTerm log_term) {
  if (k > most_terms) return undefined;
  double sum = 0;
  for (double i = 0; i <= k; ++i) sum += std::exp(log_term(i));
  return std::fmin(sum, 1);
}

}  // namespace

double normal_cdf(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

double normal_quantile(double share) {
  if (!(share > 0 && share < 1)) return undefined;
  if (share > 0.5) return -normal_quantile(1 - share);
  const double rough = rough_quantile(share);
  const double error = (normal_cdf(rough) - share) * std::sqrt(2 * std::numbers::pi) * std::exp(rough * rough / 2);
  return rough - error / (1 + rough * error / 2);
}

double erlang_b(double servers, double load) {
  if (!is_whole(servers) || servers < 1 || servers > most_terms || !(load >= 0)) return undefined;
  double blocked = 1;
  for (double i = 1; i <= servers; ++i) blocked = load * blocked / (i + load * blocked);
  return blocked;
}

double erlang_c(double servers, double load) {
  if (!(load < servers)) return undefined;
  const double blocked = erlang_b(servers, load);
  return servers * blocked / (servers - load * (1 - blocked));
}

double poisson_cdf(double k, double mean) {
  if (!(mean >= 0)) return undefined;
  if (k < 0) return 0;
  if (mean == 0) return 1;
  return cumulated(std::floor(k), [=](double i) { return i * std::log(mean) - mean - log_factorial(i); });
}

double binomial_cdf(double k, double n, double p) {
  if (!is_whole(n) || n < 0 || !(p >= 0 && p <= 1)) return undefined;
  if (k < 0) return 0;
  if (k >= n || p == 0) return 1;
  if (p == 1) return 0;
  return cumulated(std::floor(k), [=](double i) {
    return log_factorial(n) - log_factorial(i) - log_factorial(n - i) + i * std::log(p) + (n - i) * std::log1p(-p);
  });
}

double pure_function(Function function, std::span<const double> x) {
  switch (function) {
    case Function::floor: return floor(Interval::exactly(x[0])).lo;
    case Function::ceil: return ceil(Interval::exactly(x[0])).lo;
    case Function::round: return round(Interval::exactly(x[0])).lo;
    case Function::log2: return x[0] > 0 ? std::log2(x[0]) : undefined;
    case Function::log10: return x[0] > 0 ? std::log10(x[0]) : undefined;
    case Function::ln: return x[0] > 0 ? std::log(x[0]) : undefined;
    case Function::exp: return std::exp(x[0]);
    case Function::sin: return std::sin(x[0]);
    case Function::cos: return std::cos(x[0]);
    case Function::tan: return std::tan(x[0]);
    case Function::asin: return std::asin(x[0]);
    case Function::acos: return std::acos(x[0]);
    case Function::atan: return std::atan(x[0]);
    case Function::tanh: return std::tanh(x[0]);
    case Function::erf: return std::erf(x[0]);
    case Function::normal_cdf: return normal_cdf(x[0]);
    case Function::normal_quantile: return normal_quantile(x[0]);
    case Function::gamma_ln: return x[0] > 0 ? std::lgamma(x[0]) : undefined;
    case Function::erlang_b: return erlang_b(x[0], x[1]);
    case Function::erlang_c: return erlang_c(x[0], x[1]);
    case Function::poisson_cdf: return poisson_cdf(x[0], x[1]);
    case Function::binomial_cdf: return binomial_cdf(x[0], x[1], x[2]);
    default: return undefined;
  }
}

namespace {

constexpr std::size_t most_arguments = 3;

/// Where the functions that rise and fall turn: every `period` from `first` on.
struct TurningPoints {
  double first = 0;
  double period = 0;  // 0: there is one
};

std::optional<TurningPoints> turning_points(Function function) {
  constexpr double pi = std::numbers::pi;
  switch (function) {
    case Function::sin: return TurningPoints{pi / 2, pi};
    case Function::cos: return TurningPoints{0, pi};
    case Function::gamma_ln: return TurningPoints{1.4616321449683623, 0};
    default: return std::nullopt;
  }
}

void widen(std::optional<Interval>& hull_so_far, double value) {
  const Interval point = Interval::exactly(value);
  hull_so_far = hull_so_far ? hull(*hull_so_far, point) : point;
}

}  // namespace

std::optional<Interval> pure_function(Function function, std::span<const Interval> arguments) {
  const std::size_t size = arguments.size();
  if (size == 0 || size > most_arguments) return std::nullopt;
  if (function == Function::tan && arguments[0].width() >= std::numbers::pi) return std::nullopt;
  std::optional<Interval> result;
  for (std::size_t corner = 0; corner < (std::size_t{1} << size); ++corner) {
    std::array<double, most_arguments> point{};
    for (std::size_t i = 0; i < size; ++i) point[i] = (corner >> i & 1U) != 0 ? arguments[i].hi : arguments[i].lo;
    const double value = pure_function(function, std::span<const double>(point.data(), size));
    if (std::isnan(value)) return std::nullopt;
    widen(result, value);
  }
  if (const auto turning = turning_points(function); turning && arguments[0].width() > 0) {
    const Interval range = arguments[0];
    const double steps = turning->period == 0 ? 0 : std::ceil((range.lo - turning->first) / turning->period);
    for (double i = steps; i < steps + 2; ++i) {
      const double x = turning->first + i * turning->period;
      if (range.contains(x)) widen(result, pure_function(function, std::span<const double>(&x, 1)));
    }
  }
  return result;
}

}  // namespace napkin::engine
