// Compounds of unit words: "GB/s", "W/mm^2", "tokens per second", "USD/million tokens".
//
//   compound  = whole word                   "km/h", "kg CO2"      the table may hold what looks like a
//   compound
//             | [ "1" "/" ] factor { op factor }                   "GB/s", "1/s"
//   op        = "/" | " per " | "*" | "·" | "⋅"                    "kWh/day"; spaces around it are free
//   factor    = [ magnitude " " ] term { "-" term }                "million tokens", "GPU-hours"
//   term      = word [ "^" integer | superscript ]                 "mm^2", "mm²", "s^-1", "s⁻¹"
#include <algorithm>
#include <array>
#include <cstdlib>

#include "engine/units/unit_table.hpp"

namespace napkin::engine {
namespace {

using Readings = std::vector<UnitReading>;

constexpr std::size_t longest_text = 120;
constexpr std::size_t most_readings = 16;
constexpr int largest_exponent = 9;

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::string joined(const std::string& left, const std::string& right, char op) {
  if (left.empty()) return op == '/' ? "1/" + right : right;
  if (right.empty()) return left;
  return left + op + right;
}

/// Symbols are read left to right without brackets: W over op/s is "W/op*s", every sign of the divisor
/// reversed.
std::string inverted(std::string symbol) {
  for (char& c : symbol) c = c == '/' ? '*' : c == '*' ? '/' : c;
  return symbol;
}

double scale_power(double scale, int exponent) {
  double result = 1;
  for (int i = 0; i < std::abs(exponent); ++i) result *= scale;
  return exponent < 0 ? 1 / result : result;
}

UnitReading raised(const UnitReading& reading, int exponent) {
  if (exponent == 1) return reading;
  UnitReading result = reading;
  result.scale = scale_power(reading.scale, exponent);
  result.dimension = reading.dimension.power(exponent);
  result.labels = power(reading.labels, exponent);
  result.symbol = reading.symbol + "^" + std::to_string(exponent);
  result.decimal_information_prefix = reading.decimal_information_prefix * exponent;
  return result;
}

UnitReading combined(const UnitReading& a, const UnitReading& b, bool divide) {
  UnitReading result;
  result.scale = divide ? a.scale / b.scale : a.scale * b.scale;
  result.dimension = divide ? a.dimension / b.dimension : a.dimension * b.dimension;
  result.labels = multiply(a.labels, divide ? power(b.labels, -1) : b.labels);
  result.symbol = joined(a.symbol, divide ? inverted(b.symbol) : b.symbol, divide ? '/' : '*');
  result.kind = UnitKind::physical;
  result.preferred = a.preferred && b.preferred;
  result.decimal_information_prefix = a.decimal_information_prefix + (divide ? -1 : 1) * b.decimal_information_prefix;
  return result;
}

/// Every reading of the one with every reading of the other.
Readings combined(const Readings& left, const Readings& right, bool divide) {
  Readings result;
  for (const UnitReading& a : left)
    for (const UnitReading& b : right)
      if (result.size() < most_readings) result.push_back(combined(a, b, divide));
  return result;
}

constexpr std::array<std::pair<std::string_view, char>, 12> superscripts = {{
    {"⁻", '-'},
    {"⁰", '0'},
    {"¹", '1'},
    {"²", '2'},
    {"³", '3'},
    {"⁴", '4'},
    {"⁵", '5'},
    {"⁶", '6'},
    {"⁷", '7'},
    {"⁸", '8'},
    {"⁹", '9'},
    {"⁺", '+'},
}};

/// Takes superscripts off the end of a word and gives them as plain characters.
std::string take_superscripts(std::string_view& word) {
  std::string plain;
  for (bool found = true; found;) {
    found = false;
    for (const auto& [text, character] : superscripts) {
      if (!word.ends_with(text)) continue;
      word.remove_suffix(text.size());
      plain.insert(plain.begin(), character);
      found = true;
    }
  }
  return plain;
}

/// A small integer with an optional sign; 0 where the text is none.
int small_exponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.size() != 1 || text[0] < '1' || text[0] - '0' > largest_exponent) return 0;
  return negative ? -(text[0] - '0') : text[0] - '0';
}

Readings read_term(std::string_view text) {
  std::string exponent = take_superscripts(text);
  if (const std::size_t caret = text.find('^'); caret != std::string_view::npos) {
    if (!exponent.empty()) return {};
    exponent = text.substr(caret + 1);
    text = text.substr(0, caret);
    if (exponent.size() > 2 && exponent.front() == '(' && exponent.back() == ')')
      exponent = exponent.substr(1, exponent.size() - 2);
  }
  if (exponent.empty()) return read_unit_word(text);
  const int value = small_exponent(exponent);
  const bool compound = text.find('/') != std::string_view::npos;  // the exponent of "km/h^2" is the hour's
  if (value == 0 || compound) return {};
  Readings readings = read_unit_word(text);
  // "82%^3" is the cube of 82 %; and of "FLOPs^-1", FLOP/s is no reading that could be written down again.
  std::erase_if(readings,
                [](const UnitReading& r) { return r.symbol == "%" || r.symbol.find('/') != std::string::npos; });
  for (UnitReading& reading : readings) reading = raised(reading, value);
  return readings;
}

const UnitReading* magnitude_of(const Readings& readings) {
  const auto found = std::find_if(readings.begin(), readings.end(),
                                  [](const UnitReading& r) { return r.kind == UnitKind::magnitude; });
  return found == readings.end() ? nullptr : &*found;
}

/// "x" of "GB*x" and "4k x" is a symbol of somebody's formula, or an operator; not the unit "times".
void drop_times(Readings& readings) {
  std::erase_if(readings, [](const UnitReading& r) { return r.symbol == "×"; });
}

/// "million tokens", "k tokens", "B-op": the unit times the magnitude, kept in the symbol with a space.
Readings read_scaled(std::string_view magnitude_word, std::string_view rest) {
  const Readings words = read_unit_word(magnitude_word);
  const UnitReading* magnitude = magnitude_of(words);
  if (magnitude == nullptr) return {};
  Readings readings = read_term(rest);
  drop_times(readings);
  std::erase_if(readings, [](const UnitReading& r) { return r.kind == UnitKind::magnitude; });
  for (UnitReading& reading : readings) {
    reading.scale *= magnitude->scale;
    reading.symbol = magnitude->symbol + " " + reading.symbol;
  }
  return readings;
}

Readings read_hyphenated(std::string_view text) {
  Readings product;
  while (true) {
    const std::size_t hyphen = text.find('-');
    Readings term = read_term(text.substr(0, hyphen));
    drop_times(term);
    if (term.empty()) return {};
    product = product.empty() ? term : combined(product, term, false);
    if (hyphen == std::string_view::npos) return product;
    text.remove_prefix(hyphen + 1);
  }
}

Readings read_factor(std::string_view text) {
  text = trimmed(text);
  if (Readings readings = read_term(text); !readings.empty()) return readings;
  const std::size_t gap = text.find_first_of(" -");
  if (gap == std::string_view::npos || gap == 0) return {};
  if (Readings scaled = read_scaled(text.substr(0, gap), trimmed(text.substr(gap + 1))); !scaled.empty()) return scaled;
  return read_hyphenated(text);
}

struct Operator {
  std::size_t begin = std::string_view::npos;
  std::size_t size = 0;
  bool divide = false;
};

Operator next_operator(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, bool>, 5> operators = {
      {{"/", true}, {" per ", true}, {"*", false}, {"·", false}, {"⋅", false}}};
  Operator first;
  for (const auto& [sign, divide] : operators)
    if (const std::size_t at = text.find(sign); at < first.begin) first = {at, sign.size(), divide};
  return first;
}

void preferred_first(Readings& readings) {
  std::stable_partition(readings.begin(), readings.end(), [](const UnitReading& r) { return r.preferred; });
}

}  // namespace

std::vector<UnitReading> read_unit(std::string_view text) {
  if (text.size() > longest_text) return {};
  text = trimmed(text);
  if (Readings whole = read_factor(text); !whole.empty()) return whole;

  Operator op = next_operator(text);
  if (op.size == 0) return {};
  const std::string_view head = trimmed(text.substr(0, op.begin));
  Readings product = head == "1" && op.divide ? Readings{UnitReading{}} : read_factor(head);
  while (op.size != 0 && !product.empty()) {
    text.remove_prefix(op.begin + op.size);
    const bool divide = op.divide;
    op = next_operator(text);
    Readings factor = read_factor(text.substr(0, op.begin));
    drop_times(factor);
    product = combined(product, factor, divide);
  }
  preferred_first(product);
  return product;
}

}  // namespace napkin::engine
