// A decimal numeral as somebody wrote it: "1,342.7", "0.950", "1.5e-5". The text decides what it stands for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/quantity/interval.hpp"

namespace napkin::engine {

struct Decimal {
  double value = 0;
  /// The place value of the last written digit: 0.1 for "1342.7", 1 for "4096", 1e-6 for "1.5e-5".
  double resolution = 1;
  /// Digits from the first non-zero one on; trailing zeros count ("0.950" has 3, "1,000" has 4).
  int significant_digits = 1;
  bool has_point = false;
  /// Zeros at the end of a numeral without a point: "1,500" has 2. They may or may not be significant.
  int trailing_integer_zeros = 0;

  friend constexpr bool operator==(const Decimal&, const Decimal&) = default;
  constexpr Interval exact() const { return Interval::exactly(value); }
  /// What the printed digits leave open: value ± half of the last place.
  constexpr Interval as_written() const { return Interval::around(value, resolution / 2); }
};

/// Reads a whole text as an unsigned decimal: digits with optional thousands separators (comma, apostrophe,
/// underscore, thin or no-break space, each group of exactly three digits), an optional fraction and an
/// optional e/E exponent. Nothing where the text is anything else ("1,2", "", "1.2.3").
std::optional<Decimal> parse_decimal(std::string_view text);

/// The numeral again, without separators: parse_decimal of it gives the same Decimal.
std::string to_string(const Decimal& decimal);

}  // namespace napkin::engine
