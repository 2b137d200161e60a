#include "generator/printed_figure.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace napkin::generator {
namespace {

constexpr int most_decimals = 12;

int decimals_for(double value, const FigureFormat& format) {
  if (format.decimals >= 0) return std::min(format.decimals, most_decimals);
  if (value == 0 || !std::isfinite(value)) return 0;
  const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
  return std::clamp(format.digits - 1 - magnitude, 0, most_decimals);
}

std::string with_decimals(double value, int decimals) {
  std::array<char, 400> text;  // the largest number has 309 digits before the point
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
  return {text.data(), error == std::errc() ? end : text.data()};
}

double value_of(const std::string& number) {
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  return value;
}

void strip_zeros(std::string& number) {
  if (number.find('.') == std::string::npos) return;
  while (number.back() == '0') number.pop_back();
  if (number.back() == '.') number.pop_back();
}

/// "2.5" is 2.50 of any currency, and "3" beside it 3.00; tenths of a cent stay, and nobody counts the cents of
/// 280,000.
void add_cents(std::string& number) {
  constexpr std::size_t digits_without_cents = 3;
  if (number.find('.') == std::string::npos && number.size() >= digits_without_cents) return;
  if (number.find('.') == std::string::npos) number += '.';
  const std::size_t decimals = number.size() - number.find('.') - 1;
  if (decimals < 2) number.append(2 - decimals, '0');
}

void group_thousands(std::string& number) {
  std::size_t end = std::min(number.find('.'), number.size());
  const std::size_t begin = number.starts_with('-') ? 1 : 0;
  while (end > begin + 3) {
    end -= 3;
    number.insert(end, ",");
  }
}

bool is_money(std::string_view unit) { return unit.starts_with('$'); }

}  // namespace

std::string with_unit(const std::string& number, std::string_view unit) {
  if (unit.empty()) return number;
  if (is_money(unit)) return "$" + number + std::string(unit.substr(1));
  const bool attached = unit == "%" || unit == "×" || unit == "x";
  return number + (attached ? "" : " ") + std::string(unit);
}

PrintedFigure print_figure(double value, const FigureFormat& format) {
  const double in_unit = value / format.scale;
  int decimals = decimals_for(in_unit, format);
  std::string number = with_decimals(in_unit, decimals);
  // 99.96 with three digits is 100, which has one decimal too many now.
  const double rounded = value_of(number);
  double printed = rounded;
  if (const int fewer = decimals_for(rounded, format); fewer < decimals) {
    decimals = fewer;
    number = with_decimals(rounded, decimals);
    printed = value_of(number);
  }
  if (number == "-0") number = "0";
  PrintedFigure result;
  result.value = printed * format.scale;
  if (format.decimals < 0) {
    const bool whole = decimals == 0;
    strip_zeros(number);
    if (is_money(format.unit) && !whole) add_cents(number);
  }
  group_thousands(number);
  result.number = number;
  result.text = with_unit(number, format.unit);
  return result;
}

std::string in_words(double whole) {
  constexpr std::array<const char*, 21> words = {"zero",     "one",      "two",      "three",   "four",    "five",
                                                 "six",      "seven",    "eight",    "nine",    "ten",     "eleven",
                                                 "twelve",   "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
                                                 "eighteen", "nineteen", "twenty"};
  if (whole >= 0 && whole <= 20 && std::trunc(whole) == whole) return words[static_cast<std::size_t>(whole)];
  return print_figure(whole, {}).number;
}

}  // namespace napkin::generator
