#include "generator/render.hpp"

#include <algorithm>
#include <cmath>

#include "engine/text/ascii.hpp"
#include "generator/random_stream.hpp"

namespace napkin::generator {
namespace {

using Style = Placeholder::Style;

bool is_upper_or_digit(char c) { return engine::is_upper(c) || engine::is_digit(c); }

/// "an FPGA", "an H100", "an nRF52840", but "a GPU" and "a night"; "an 8-GPU server", "an 18 GB file", "a 180 GB file".
bool begins_with_vowel_sound(const std::string& noun) {
  const char first = noun[0];
  const std::size_t digits = std::min(noun.find_first_not_of("0123456789,"), noun.size());
  if (digits > 0) {
    // Eight, eighty and eight hundred; eleven and eighteen, alone or before thousands.
    const std::string_view head = std::string_view(noun).substr(0, noun.find(',') < digits ? noun.find(',') : digits);
    return first == '8' || head == "11" || head == "18";
  }
  // Letters that are read out one by one.
  const bool spelled = noun.size() > 1 && is_upper_or_digit(noun[1]) && (engine::is_letter(first));
  return (spelled ? std::string_view("AEFHILMNORSXaefhilmnorsx") : std::string_view("AEIOaeiou")).find(first) !=
         std::string_view::npos;
}

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// The figure of a placeholder that computes one.
DrawnValue computed(const Placeholder& placeholder, const Instance& instance, const engine::Registry& registry) {
  DrawnValue value;
  const PrintedFigure printed = print_figure(evaluate(*placeholder.expression, instance, registry), placeholder.format);
  value.text = printed.text;
  value.number = printed.number;
  value.in_unit = printed.value / placeholder.format.scale;
  return value;
}

std::string in_style(const Placeholder& placeholder, const DrawnValue& value) {
  switch (placeholder.style) {
    case Style::usual: return value.text;
    case Style::number: return value.number;
    case Style::words: return in_words(value.in_unit);
    case Style::full: return value.entry != nullptr ? std::string(value.entry->name) : value.text;
    case Style::plural: return value.number + " " + (value.in_unit == 1 ? placeholder.singular : placeholder.plural);
  }
  return {};
}

std::string filled(const Placeholder& placeholder, const Instance& instance, const engine::Registry& registry,
                   const std::string& option) {
  if (placeholder.name == "option") return option;
  const auto known = placeholder.expression ? instance.values.end() : instance.values.find(placeholder.name);
  std::string text = known != instance.values.end() ? in_style(placeholder, known->second)
                     : placeholder.expression       ? in_style(placeholder, computed(placeholder, instance, registry))
                                                    : in_style(placeholder, {});
  if (placeholder.article) text = with_article(text);
  return placeholder.capital ? capitalized(std::move(text)) : text;
}

/// The phrasing that the seed chooses among those of the case, or of every case where it has none; null without any.
const Alternative* chosen(const Wording& wording, const Instance& instance) {
  std::vector<const Alternative*> fitting, general;
  for (const Alternative& alternative : wording.alternatives) {
    if (alternative.case_name.empty())
      general.push_back(&alternative);
    else if (alternative.case_name == instance.case_name)
      fitting.push_back(&alternative);
  }
  if (fitting.empty()) fitting = std::move(general);
  if (fitting.empty()) return nullptr;
  return fitting[RandomStream(instance.seed, "text:", wording.name).below(fitting.size())];
}

}  // namespace

std::string with_article(const std::string& noun) {
  if (noun.empty()) return noun;
  return (begins_with_vowel_sound(noun) ? "an " : "a ") + noun;
}

std::optional<std::string> render(const Wording& wording, const Instance& instance, const engine::Registry& registry,
                                  const std::string& option) {
  const Alternative* alternative = chosen(wording, instance);
  if (alternative == nullptr) return std::nullopt;
  std::string text;
  for (const Piece& piece : alternative->pieces)
    text += piece.placeholder ? filled(*piece.placeholder, instance, registry, option) : piece.text;
  return text;
}

std::vector<RenderedPiece> render_pieces(const Wording& wording, const Instance& instance,
                                         const engine::Registry& registry) {
  std::vector<RenderedPiece> pieces;
  if (const Alternative* alternative = chosen(wording, instance))
    for (const Piece& piece : alternative->pieces)
      pieces.push_back(
          {piece.placeholder ? filled(*piece.placeholder, instance, registry, {}) : piece.text, piece.source});
  return pieces;
}

}  // namespace napkin::generator
