#include "engine/quantity/format.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

#include "engine/quantity/natural_unit.hpp"

namespace napkin::engine {
namespace {

/// The digits of a positive number rounded to so many, and its power of ten: 1342.77 is "134277" and 3.
struct Digits {
  std::string text;
  int exponent = 0;
};

Digits digits_of(double magnitude, int significant) {
  const std::string scientific = fmt::format("{:.{}e}", magnitude, significant - 1);
  const std::size_t e = scientific.find('e');
  Digits digits{scientific.substr(0, e), std::stoi(scientific.substr(e + 1))};
  std::erase(digits.text, '.');
  return digits;
}

std::string grouped(const std::string& integer) {
  std::string result;
  for (std::size_t i = 0; i < integer.size(); ++i) {
    if (i != 0 && (integer.size() - i) % 3 == 0) result += ',';
    result += integer[i];
  }
  return result;
}

std::string fixed(Digits digits) {
  const std::size_t integer_size = digits.exponent < 0 ? 1 : static_cast<std::size_t>(digits.exponent) + 1;
  if (digits.exponent < 0) digits.text.insert(0, static_cast<std::size_t>(-digits.exponent), '0');
  if (digits.text.size() < integer_size) digits.text.append(integer_size - digits.text.size(), '0');
  std::string fraction = digits.text.substr(integer_size);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  const std::string integer = grouped(digits.text.substr(0, integer_size));
  return fraction.empty() ? integer : integer + "." + fraction;
}

/// "day" and "GPU", not "ms"; FLOP is left alone, because FLOPs looks like a rate.
bool is_word(const Unit& unit) {
  if (unit.kind == UnitKind::count) return true;
  return unit.kind == UnitKind::physical && unit.symbol == unit.name && std::islower(unit.name.front()) != 0;
}

/// "token/s" beside 1,250 is "tokens/s"; what is no word ("ms") has no plural.
std::string plural_symbol(const std::string& symbol) {
  const std::string word = symbol.substr(0, symbol.find_first_of("/*^"));
  for (const Unit& unit : all_units())
    if (is_word(unit) && unit.symbol == word) return std::string(unit.plural) + symbol.substr(word.size());
  return symbol;
}

std::string with_symbol(double value, const std::string& symbol, int significant) {
  const std::string number = format_number(value, significant);
  if (symbol.empty()) return number;
  if (symbol == "%" || symbol == "×") return number + symbol;
  return number + " " + (number == "1" ? symbol : plural_symbol(symbol));
}

}  // namespace

std::string format_number(double value, int significant) {
  if (value == 0) return "0";
  if (!std::isfinite(value)) return std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
  significant = std::clamp(significant, 1, 17);
  const Digits digits = digits_of(std::abs(value), significant);
  if (digits.exponent < -4 || digits.exponent >= 15) return fmt::format("{:.{}g}", value, significant);
  return (value < 0 ? "-" : "") + fixed(digits);
}

std::string format_in(const Quantity& quantity, const UnitReading& unit, int significant) {
  return with_symbol(quantity.value.middle() / unit.scale, unit.symbol, significant);
}

std::string format_natural(const Quantity& quantity, int significant) {
  const NaturalUnit unit = natural_unit(quantity);
  return with_symbol(quantity.value.middle() / unit.scale, unit.symbol, significant);
}

}  // namespace napkin::engine
