#include "engine/expression/scan.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "engine/text/ascii.hpp"

namespace napkin::engine::scan {
namespace {

constexpr std::size_t most_unit_words = 5;

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

char at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

std::size_t digits(std::string_view text, std::size_t from) {
  std::size_t end = from;
  while (is_digit(at(text, end))) ++end;
  return end - from;
}

/// Groups of three behind a separator: 8 of ",342,770" for ','.
std::size_t groups(std::string_view text, std::size_t from, char separator) {
  std::size_t end = from;
  while (at(text, end) == separator && digits(text, end + 1) == 3) end += 4;
  return end - from;
}

std::size_t exponent(std::string_view text, std::size_t from) {
  if (at(text, from) != 'e' && at(text, from) != 'E') return 0;
  const std::size_t sign = at(text, from + 1) == '-' || at(text, from + 1) == '+' ? 1 : 0;
  const std::size_t count = digits(text, from + 1 + sign);
  return count == 0 ? 0 : 1 + sign + count;
}

bool is_keyword(std::string_view word) {
  return word == "to" || word == "in" || word == "and" || word == "or" || word == "not";
}

/// A unit starts with a letter, a currency sign, a percent sign, or something like ° and µ.
bool starts_unit(std::string_view text) {
  if (text.empty()) return false;
  const char c = text.front();
  if (is_letter(c) || c == '$' || c == '%') return true;
  return is_beyond_ascii(c) && operator_sign(text).sign == 0 && relation(text).size == 0;
}

std::size_t character_size(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// A sign inside a unit: '/', '*', '·' or '-' directly before a unit word, '^' before an exponent.
std::size_t sign_inside(std::string_view text) {
  if (text.front() == '^') {
    const std::size_t minus = at(text, 1) == '-' ? 1 : 0;
    const std::size_t count = digits(text, 1 + minus);
    return count == 0 ? 0 : 1 + minus + count;
  }
  if (text.front() == '-') return is_letter(at(text, 1)) ? 1 : 0;
  for (const std::string_view sign : {"/", "*", "·", "⋅"})
    if (text.starts_with(sign) && !text.starts_with("**"))
      return starts_unit(text.substr(sign.size())) ? sign.size() : 0;
  return 0;
}

/// One word of a unit with its signs: "GB/s", "mm^2", "GPU-hours".
std::size_t unit_word(std::string_view text) {
  if (!starts_unit(text)) return 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const std::string_view rest = text.substr(end);
    const char c = rest.front();
    const bool inside = is_letter(c) || (is_digit(c) && end > 0) || c == '$' || c == '%' ||
                        (is_beyond_ascii(c) && operator_sign(rest).sign == 0 && relation(rest).size == 0);
    // "50%^2" is the square of 50 %; nobody measures in squared percent.
    const bool power_of_percent = c == '^' && end > 0 && text[end - 1] == '%';
    const std::size_t step = inside ? character_size(c) : power_of_percent ? 0 : sign_inside(rest);
    if (step == 0) break;
    end += std::min(step, rest.size());
  }
  return end;
}

/// Ends of the words that may belong to one unit, nearest first.
std::vector<std::size_t> unit_ends(std::string_view text) {
  std::vector<std::size_t> ends;
  std::size_t end = text.starts_with("1/") && starts_unit(text.substr(2)) ? 2 : 0;
  while (ends.size() < most_unit_words) {
    const std::size_t gap = ends.empty() ? 0 : spaces(text.substr(end));
    const std::size_t size = unit_word(text.substr(end + gap));
    if (size == 0 || is_keyword(text.substr(end + gap, size))) break;
    end += gap + size;
    ends.push_back(end);
    if (!is_space(at(text, end))) break;
  }
  return ends;
}

/// "×" is a unit only where no second factor follows: "3.1×", but "3 × 4".
UnitText times_sign(std::string_view text) {
  constexpr std::string_view sign = "×";
  if (!text.starts_with(sign)) return {};
  const std::string_view rest = text.substr(sign.size());
  if (starts_operand(rest.substr(spaces(rest)))) return {};
  return {text.substr(0, sign.size()), read_unit(sign)};
}

UnitText longest_readable(std::string_view text, const std::vector<std::size_t>& ends,
                          std::string (*full)(std::string_view)) {
  for (auto end = ends.rbegin(); end != ends.rend(); ++end)
    if (auto readings = read_unit(full(text.substr(0, *end))); !readings.empty())
      return {text.substr(0, *end), std::move(readings)};
  return {text.substr(0, ends.front()), {}};
}

std::string as_written(std::string_view text) { return std::string(text); }

/// "/GPU-hour" and "k/month" with the dollar put where a unit has it.
std::string with_dollar(std::string_view text) {
  const std::size_t magnitude = std::min(text.find('/'), text.size());
  std::string result(text.substr(0, magnitude));
  if (!result.empty()) result += " ";
  return result + "USD" + std::string(text.substr(magnitude));
}

}  // namespace

std::size_t spaces(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_space(text[end])) ++end;
  return end;
}

std::size_t number(std::string_view text, bool comma_groups) {
  std::size_t end = digits(text, 0);
  if (end > 0 && end <= 3) {
    const std::size_t underscores = groups(text, end, '_');
    end += underscores > 0 ? underscores : comma_groups ? groups(text, end, ',') : 0;
  }
  if (at(text, end) == '.' && is_digit(at(text, end + 1))) end += 1 + digits(text, end + 1);
  return end == 0 ? 0 : end + exponent(text, end);
}

std::size_t name(std::string_view text) {
  const auto inside = [](char c) { return is_letter(c) || is_digit(c) || c == '_'; };
  if (!is_letter(at(text, 0)) && at(text, 0) != '_') return 0;
  std::size_t end = 1;
  while (inside(at(text, end)) || (at(text, end) == '.' && inside(at(text, end + 1)))) ++end;
  return end;
}

Operator operator_sign(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 11> signs = {{{"**", '^'},
                                                                        {"+", '+'},
                                                                        {"-", '-'},
                                                                        {"−", '-'},
                                                                        {"*", '*'},
                                                                        {"×", '*'},
                                                                        {"·", '*'},
                                                                        {"⋅", '*'},
                                                                        {"/", '/'},
                                                                        {"÷", '/'},
                                                                        {"^", '^'}}};
  for (const auto& [text_of_sign, sign] : signs)
    if (text.starts_with(text_of_sign)) return {sign, text_of_sign.size()};
  return {};
}

Relation relation(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, NodeKind>, 9> relations = {{{"<=", NodeKind::less_equal},
                                                                               {"≤", NodeKind::less_equal},
                                                                               {">=", NodeKind::greater_equal},
                                                                               {"≥", NodeKind::greater_equal},
                                                                               {"==", NodeKind::equal},
                                                                               {"!=", NodeKind::not_equal},
                                                                               {"≠", NodeKind::not_equal},
                                                                               {"<", NodeKind::less},
                                                                               {">", NodeKind::greater}}};
  for (const auto& [sign, kind] : relations)
    if (text.starts_with(sign)) return {kind, sign.size()};
  return {};
}

bool starts_operand(std::string_view text) {
  const char c = at(text, 0);
  if (is_keyword(text.substr(0, name(text)))) return false;
  return is_digit(c) || is_letter(c) || c == '_' || c == '(' || c == '$' || (c == '.' && is_digit(at(text, 1)));
}

UnitText unit(std::string_view text) {
  if (UnitText times = times_sign(text); !times.text.empty()) return times;
  const std::vector<std::size_t> ends = unit_ends(text);
  if (ends.empty()) return {};
  return longest_readable(text, ends, as_written);
}

UnitText money_unit(std::string_view text) {
  const bool rate = text.starts_with('/') && starts_unit(text.substr(1));
  std::vector<std::size_t> ends = unit_ends(rate ? text.substr(1) : text);
  if (ends.empty()) return {text.substr(0, 0), read_unit("USD")};
  if (rate)
    for (std::size_t& end : ends) ++end;
  return longest_readable(text, ends, with_dollar);
}

std::string_view unknown_part(std::string_view unit) {
  if (unit.starts_with("1/")) unit.remove_prefix(2);
  std::string_view rest = unit;
  while (!rest.empty()) {
    const std::size_t end = std::min({rest.find('/'), rest.find('*'), rest.find("·"), rest.find("⋅"), rest.size()});
    const std::string_view part = rest.substr(0, end);
    if (read_unit(part).empty()) return part.substr(0, part.find('^'));
    rest.remove_prefix(std::min(rest.size(), end + character_size(at(rest, end))));
  }
  return unit;
}

}  // namespace napkin::engine::scan
