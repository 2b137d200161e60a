#include "schema/yaml_scalar.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>

#include "engine/text/ascii.hpp"
#include "schema/calendar.hpp"

namespace napkin::schema {
namespace {
using engine::is_digit;

using Text = std::string_view;

bool is_digit_or_underscore(char c) { return is_digit(c) || c == '_'; }

template <class Predicate>
bool all(Text text, Predicate predicate) {
  return !text.empty() && std::all_of(text.begin(), text.end(), predicate);
}

// Takes the longest prefix of such characters off the text.
template <class Predicate>
Text take(Text& text, Predicate predicate) {
  const auto end = std::find_if_not(text.begin(), text.end(), predicate);
  const Text taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(taken.size());
  return taken;
}

bool take_char(Text& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

ScalarReading number(ScalarKind kind, double value, bool version_dependent) {
  return {kind, value, std::isnan(value) && kind == ScalarKind::integer, version_dependent};
}

// Digits of a base, underscores skipped; not a number where there are only underscores.
double digits_value(Text digits, int base) {
  double value = 0;
  bool any = false;
  for (const char c : digits) {
    if (c == '_') continue;
    const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
    value = value * base + digit;
    any = true;
  }
  return any ? value : std::numeric_limits<double>::quiet_NaN();
}

double decimal_value(Text text) {
  std::string plain;
  std::copy_if(text.begin(), text.end(), std::back_inserter(plain), [](char c) { return c != '_'; });
  return std::strtod(plain.c_str(), nullptr);
}

bool has_underscore(Text text) { return text.find('_') != Text::npos; }

// ":30:05": groups of a sexagesimal number; adds them to the value.
bool take_sixties(Text& text, double& value) {
  bool any = false;
  while (text.size() >= 2 && text[0] == ':' && is_digit(text[1])) {
    const std::size_t length = text.size() >= 3 && is_digit(text[2]) ? 2 : 1;
    if (length == 2 && text[1] > '5') return false;
    value = value * 60 + digits_value(text.substr(1, length), 10);
    text.remove_prefix(1 + length);
    any = true;
  }
  return any;
}

std::optional<ScalarReading> read_integer(Text text) {
  const bool is_signed = text.starts_with('-') || text.starts_with('+');
  const double sign = text.starts_with('-') ? -1 : 1;
  if (is_signed) text.remove_prefix(1);
  const auto integer = [&](double value, bool version_dependent) {
    return number(ScalarKind::integer, sign * value, version_dependent);
  };
  if (text == "0") return integer(0, false);
  if (text.starts_with("0b") && all(text.substr(2), [](char c) { return c == '0' || c == '1' || c == '_'; }))
    return integer(digits_value(text.substr(2), 2), true);
  if (text.starts_with("0x") && all(text.substr(2), [](char c) { return std::isxdigit(c) != 0 || c == '_'; }))
    return integer(digits_value(text.substr(2), 16), is_signed || has_underscore(text));
  if (text.starts_with('0') && all(text.substr(1), [](char c) { return (c >= '0' && c <= '7') || c == '_'; }))
    return integer(digits_value(text, 8), true);
  if (text.empty() || text[0] < '1' || text[0] > '9') return std::nullopt;
  const Text digits = take(text, is_digit_or_underscore);
  double value = digits_value(digits, 10);
  if (text.empty()) return integer(value, has_underscore(digits));
  if (take_sixties(text, value) && text.empty()) return integer(value, true);
  return std::nullopt;
}

std::optional<ScalarReading> read_float(Text text) {
  const Text whole = text;
  const double sign = text.starts_with('-') ? -1 : 1;
  const bool is_signed = text.starts_with('-') || text.starts_with('+');
  if (is_signed) text.remove_prefix(1);
  if (text == ".inf" || text == ".Inf" || text == ".INF")
    return number(ScalarKind::number, sign * std::numeric_limits<double>::infinity(), false);
  if (!is_signed && (text == ".nan" || text == ".NaN" || text == ".NAN"))
    return number(ScalarKind::number, std::numeric_limits<double>::quiet_NaN(), false);
  const auto take_exponent = [](Text& rest) {
    if (rest.empty()) return true;
    if (rest.size() < 3 || (rest[0] | 0x20) != 'e' || (rest[1] != '-' && rest[1] != '+')) return false;
    return all(rest.substr(2), is_digit);
  };
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (is_signed || text.empty() || !is_digit(text[0])) return std::nullopt;
    take(text, is_digit_or_underscore);
    if (!take_exponent(text)) return std::nullopt;
    return number(ScalarKind::number, decimal_value(whole), has_underscore(whole));
  }
  if (text.empty() || !is_digit(text[0])) return std::nullopt;
  double sixties = digits_value(take(text, is_digit_or_underscore), 10);
  if (text.starts_with(':')) {
    if (!take_sixties(text, sixties) || !take_char(text, '.')) return std::nullopt;
    const Text fraction = take(text, is_digit_or_underscore);
    if (!text.empty()) return std::nullopt;
    return number(ScalarKind::number, sign * (sixties + decimal_value("0." + std::string(fraction))), true);
  }
  if (!take_char(text, '.')) return std::nullopt;
  take(text, is_digit_or_underscore);
  if (!take_exponent(text)) return std::nullopt;
  return number(ScalarKind::number, decimal_value(whole), has_underscore(whole));
}

// Text to YAML 1.1, a number to YAML 1.2: 08, 0o17, 1e3, 1.5e3.
bool is_number_of_yaml_1_2(Text text) {
  if (text.starts_with("0o")) return all(text.substr(2), [](char c) { return c >= '0' && c <= '7'; });
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t whole = take(text, is_digit).size();
  const std::size_t fraction = take_char(text, '.') ? take(text, is_digit).size() : 0;
  if (whole + fraction == 0) return false;
  if (text.empty()) return true;
  if ((text[0] | 0x20) != 'e') return false;
  text.remove_prefix(1);
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return all(text, is_digit);
}

std::optional<ScalarReading> read_boolean(Text text) {
  struct Word {
    Text text;
    bool value;
    bool version_dependent;
  };
  static constexpr std::array<Word, 18> words = {{{"true", true, false},
                                                  {"True", true, false},
                                                  {"TRUE", true, false},
                                                  {"false", false, false},
                                                  {"False", false, false},
                                                  {"FALSE", false, false},
                                                  {"yes", true, true},
                                                  {"Yes", true, true},
                                                  {"YES", true, true},
                                                  {"no", false, true},
                                                  {"No", false, true},
                                                  {"NO", false, true},
                                                  {"on", true, true},
                                                  {"On", true, true},
                                                  {"ON", true, true},
                                                  {"off", false, true},
                                                  {"Off", false, true},
                                                  {"OFF", false, true}}};
  if (text.size() > 5) return std::nullopt;
  for (const Word& word : words)
    if (word.text == text)
      return ScalarReading{ScalarKind::boolean, word.value ? 1.0 : 0.0, false, word.version_dependent};
  return std::nullopt;
}

std::optional<ScalarReading> read_number(Text text) {
  if (const auto reading = read_float(text)) return reading;
  return read_integer(text);
}

std::optional<ScalarReading> read_time(Text text) {
  const YamlTimestamp timestamp = read_yaml_timestamp(text);
  if (timestamp.form == YamlTimestamp::Form::none) return std::nullopt;
  const bool is_date = timestamp.form == YamlTimestamp::Form::date;
  return ScalarReading{is_date ? ScalarKind::date : ScalarKind::timestamp, 0, !timestamp.possible, true};
}

ScalarReading read_tagged(const YamlNode& scalar, Text tag) {
  const auto or_impossible = [](std::optional<ScalarReading> reading, ScalarKind kind) {
    if (reading) reading->version_dependent = false;
    return reading ? *reading : ScalarReading{kind, 0, true, false};
  };
  if (tag == "str") return {};
  if (tag == "null") return {ScalarKind::null};
  if (tag == "bool") return or_impossible(read_boolean(scalar.value), ScalarKind::boolean);
  if (tag == "int") return or_impossible(read_integer(scalar.value), ScalarKind::integer);
  if (tag == "float") {
    ScalarReading reading = or_impossible(read_number(scalar.value), ScalarKind::number);
    reading.kind = ScalarKind::number;
    return reading;
  }
  if (tag == "timestamp") return or_impossible(read_time(scalar.value), ScalarKind::timestamp);
  return {ScalarKind::unsupported};
}

}  // namespace

ScalarReading read_plain_scalar(Text text) {
  if (text.empty()) return {ScalarKind::null};
  const char first = text[0];
  if (is_digit(first) || first == '-' || first == '+' || first == '.') {
    if (const auto reading = read_number(text)) return *reading;
    if (const auto reading = read_time(text)) return *reading;
    return {ScalarKind::text, 0, false, is_number_of_yaml_1_2(text)};
  }
  if (text == "~" || text == "null" || text == "Null" || text == "NULL") return {ScalarKind::null};
  if (text == "=" || text == "<<") return {ScalarKind::unsupported};
  if (const auto reading = read_boolean(text)) return *reading;
  return {};
}

ScalarReading read_scalar(const YamlNode& scalar) {
  constexpr Text standard = "tag:yaml.org,2002:";
  const Text tag = scalar.tag;
  if (tag == "!") return {};
  if (tag.starts_with("!!")) return read_tagged(scalar, tag.substr(2));
  if (tag.starts_with(standard)) return read_tagged(scalar, tag.substr(standard.size()));
  if (!tag.empty()) return {ScalarKind::unsupported};
  return scalar.style == ScalarStyle::plain ? read_plain_scalar(scalar.value) : ScalarReading{};
}

std::string describe(const ScalarReading& reading) {
  switch (reading.kind) {
    case ScalarKind::text: return "text";
    case ScalarKind::null: return "nothing (null)";
    case ScalarKind::boolean: return reading.value != 0 ? "the boolean true" : "the boolean false";
    case ScalarKind::integer: return reading.impossible ? "an integer" : "the integer " + format_number(reading.value);
    case ScalarKind::number: return reading.impossible ? "a number" : "the number " + format_number(reading.value);
    case ScalarKind::date: return reading.impossible ? "a date that does not exist" : "a date";
    case ScalarKind::timestamp: return reading.impossible ? "a time that does not exist" : "a date and time";
    case ScalarKind::unsupported: return "a value of a type that is not read";
  }
  return "text";
}

std::string format_number(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

}  // namespace napkin::schema
