#include "engine/quantity/decimal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "engine/text/ascii.hpp"

namespace napkin::engine {
namespace {

constexpr std::size_t longest_numeral = 400;
constexpr std::array<std::string_view, 6> separators = {",",     "'", "_", "\u2009" /* thin */, "\u00A0" /* no-break */,
                                                        "\u202F" /* narrow no-break */};

std::size_t digits_at(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  return static_cast<std::size_t>(end - text.begin());
}

/// What a numeral is made of, separators taken out.
struct Parts {
  std::string integer, fraction;
  int exponent = 0;
};

bool starts_group(std::string_view text, std::string_view separator) {
  return text.starts_with(separator) && digits_at(text.substr(separator.size())) == 3;
}

/// Takes the integer part off the text; false where its groups are not of three digits.
bool take_integer(std::string_view& text, std::string& integer) {
  std::size_t count = digits_at(text);
  integer = text.substr(0, count);
  text.remove_prefix(count);
  const auto separator =
      std::find_if(separators.begin(), separators.end(), [&](std::string_view s) { return text.starts_with(s); });
  if (separator == separators.end()) return true;
  if (count == 0 || count > 3) return false;
  while (starts_group(text, *separator)) {
    integer += text.substr(separator->size(), 3);
    text.remove_prefix(separator->size() + 3);
  }
  return true;
}

bool take_exponent(std::string_view& text, int& exponent) {
  if (text.empty() || (text[0] != 'e' && text[0] != 'E')) return true;
  text.remove_prefix(1);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t count = digits_at(text);
  if (count == 0 || count > 4) return false;
  for (const char digit : text.substr(0, count)) exponent = exponent * 10 + (digit - '0');
  if (negative) exponent = -exponent;
  text.remove_prefix(count);
  return true;
}

std::optional<Parts> take_apart(std::string_view text) {
  Parts parts;
  if (!take_integer(text, parts.integer)) return std::nullopt;
  if (text.starts_with('.')) {
    const std::size_t count = digits_at(text.substr(1));
    if (count == 0) return std::nullopt;
    parts.fraction = text.substr(1, count);
    text.remove_prefix(1 + count);
  }
  if (parts.integer.empty() && parts.fraction.empty()) return std::nullopt;
  if (!take_exponent(text, parts.exponent) || !text.empty()) return std::nullopt;
  return parts;
}

int count_significant(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? 1 : static_cast<int>(digits.size() - first);
}

int count_trailing_zeros(std::string_view integer) {
  const std::size_t last = integer.find_last_not_of('0');
  return last == std::string_view::npos ? 0 : static_cast<int>(integer.size() - last - 1);
}

/// Whole numbers up to 2^53 and powers of ten up to 10^22 are exact, and so one multiplication or division rounds
/// correctly. Source: W. D. Clinger, How to read floating point numbers accurately, PLDI 1990. Else strtod, because
/// from_chars for doubles is missing from the C++ library of some WebAssembly tool chains.
double to_double(const std::string& digits, int exponent) {
  constexpr std::array<double, 23> powers = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                             1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (digits.size() <= 15 && exponent >= -22 && exponent <= 22) {
    std::uint64_t whole = 0;
    for (const char digit : digits) whole = whole * 10 + static_cast<std::uint64_t>(digit - '0');
    const double power = powers[static_cast<std::size_t>(std::abs(exponent))];
    return exponent < 0 ? static_cast<double>(whole) / power : static_cast<double>(whole) * power;
  }
  return std::strtod((digits + "e" + std::to_string(exponent)).c_str(), nullptr);
}

/// "4096", "0.95": digits with at most one point, few enough to be exact; nothing for what only may be a numeral.
std::optional<Decimal> parse_plain(std::string_view text) {
  constexpr std::size_t most_exact_digits = 15;
  if (text.empty() || text.size() > most_exact_digits || (text[0] == '0' && text.size() > 1 && text[1] != '.'))
    return std::nullopt;
  std::uint64_t whole = 0, power = 1;
  int significant = 0, zeros = 0;
  bool has_point = false;
  for (const char c : text) {
    if (c == '.' && !has_point) {
      has_point = true;
      continue;
    }
    if (!is_digit(c)) return std::nullopt;
    whole = whole * 10 + static_cast<std::uint64_t>(c - '0');
    power *= has_point ? 10 : 1;
    significant += whole > 0 ? 1 : 0;
    zeros = c == '0' ? zeros + 1 : 0;
  }
  if (!is_digit(text.front()) || text.back() == '.') return std::nullopt;
  Decimal decimal;
  decimal.value = static_cast<double>(whole) / static_cast<double>(power);
  decimal.resolution = 1 / static_cast<double>(power);
  decimal.has_point = has_point;
  decimal.significant_digits = std::max(significant, 1);
  decimal.trailing_integer_zeros = has_point || whole == 0 ? 0 : zeros;
  return decimal;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  if (const std::optional<Decimal> plain = parse_plain(text)) return plain;
  if (text.size() > longest_numeral) return std::nullopt;
  const std::optional<Parts> parts = take_apart(text);
  if (!parts) return std::nullopt;

  const int last_place = parts->exponent - static_cast<int>(parts->fraction.size());
  const std::string digits = parts->integer + parts->fraction;
  Decimal decimal;
  decimal.value = to_double(digits, last_place);
  decimal.resolution = to_double("1", last_place);
  decimal.has_point = !parts->fraction.empty();
  decimal.significant_digits = count_significant(digits);
  decimal.trailing_integer_zeros = decimal.has_point ? 0 : count_trailing_zeros(parts->integer);
  if (!std::isfinite(decimal.value) || !std::isfinite(decimal.resolution)) return std::nullopt;
  return decimal;
}

std::string to_string(const Decimal& decimal) {
  constexpr double most_exact = 1e15;
  if (!decimal.has_point && decimal.resolution == 1 && decimal.value < most_exact)
    return std::to_string(static_cast<std::uint64_t>(decimal.value));
  const int place = static_cast<int>(std::lround(std::log10(decimal.resolution)));
  const bool fits_fixed = decimal.value < 1e15 && place > -15;
  if (decimal.has_point && place < 0 && fits_fixed) return fmt::format("{:.{}f}", decimal.value, -place);
  if (!decimal.has_point && place == 0) return fmt::format("{:.0f}", decimal.value);

  std::string digits = fmt::format("{:.{}e}", decimal.value, decimal.significant_digits - 1);
  digits.resize(digits.find('e'));
  std::erase(digits, '.');
  if (!decimal.has_point) return fmt::format("{}e{}", digits, place);
  const int size = static_cast<int>(digits.size());
  if (size < 2) return fmt::format("0.{}e{}", digits, place + size);
  return fmt::format("{}.{}e{}", digits[0], digits.substr(1), place + size - 1);
}

}  // namespace napkin::engine
