#include "generator/render.hpp"

#include <cmath>

#include "generator/random_stream.hpp"

namespace napkin::generator {
namespace {

using Style = Placeholder::Style;

bool is_upper_or_digit(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// The figure or text behind a placeholder.
DrawnValue value_of(const Placeholder& placeholder, const Instance& instance, const engine::Registry& registry) {
  if (!placeholder.expression) {
    const auto known = instance.values.find(placeholder.name);
    return known == instance.values.end() ? DrawnValue{} : known->second;
  }
  DrawnValue value;
  const PrintedFigure printed = print_figure(evaluate(*placeholder.expression, instance, registry), placeholder.format);
  value.text = printed.text;
  value.number = printed.number;
  value.in_unit = printed.value / placeholder.format.scale;
  return value;
}

std::string filled(const Placeholder& placeholder, const Instance& instance, const engine::Registry& registry,
                   const std::string& option) {
  if (placeholder.name == "option") return option;
  const DrawnValue value = value_of(placeholder, instance, registry);
  switch (placeholder.style) {
    case Style::usual: return value.text;
    case Style::number: return value.number;
    case Style::words: return in_words(value.in_unit);
    case Style::full: return value.entry != nullptr ? std::string(value.entry->name) : value.text;
    case Style::article: return with_article(value.text);
    case Style::capital: return capitalized(value.text);
    case Style::plural: return value.number + " " + (value.in_unit == 1 ? placeholder.singular : placeholder.plural);
  }
  return {};
}

}  // namespace

std::string with_article(const std::string& noun) {
  if (noun.empty()) return noun;
  const char first = noun[0];
  // Letters that are read out: "an FPGA", "an H100", but "a GPU".
  const bool spelled = is_upper_or_digit(first) && noun.size() > 1 && is_upper_or_digit(noun[1]);
  const std::string_view vowels = spelled ? "AEFHILMNORSX8" : "AEIOaeiou8";
  return (vowels.find(first) != std::string_view::npos ? "an " : "a ") + noun;
}

std::optional<std::string> render(const Wording& wording, const Instance& instance, const engine::Registry& registry,
                                  const std::string& option) {
  std::vector<const Alternative*> fitting, general;
  for (const Alternative& alternative : wording.alternatives) {
    if (alternative.case_name.empty())
      general.push_back(&alternative);
    else if (alternative.case_name == instance.case_name)
      fitting.push_back(&alternative);
  }
  if (fitting.empty()) fitting = std::move(general);
  if (fitting.empty()) return std::nullopt;
  RandomStream stream(instance.seed, "text:" + wording.name);
  std::string text;
  for (const Piece& piece : fitting[stream.below(fitting.size())]->pieces)
    text += piece.placeholder ? filled(*piece.placeholder, instance, registry, option) : piece.text;
  return text;
}

}  // namespace napkin::generator
