#include "generator/figure_origins.hpp"

#include <fmt/format.h>

#include "engine/text/ascii.hpp"

namespace napkin::generator {
namespace {

bool is_name_character(char c) { return engine::is_letter(c) || engine::is_digit(c) || c == '_'; }

std::string shown(const DrawnValue& value) {
  if (value.entry != nullptr) return std::string(value.entry->id);
  if (!value.text.empty()) return value.text;
  return fmt::format("{:.6g}", value.value);
}

/// The names of the instance replaced by what they stand for; "device.peak" keeps its field.
std::string substituted(const std::string& expression, const Instance& instance) {
  std::string out;
  for (std::size_t at = 0; at < expression.size();) {
    if (!engine::is_letter(expression[at])) {
      out += expression[at++];
      continue;
    }
    std::size_t end = at;
    while (end < expression.size() && is_name_character(expression[end])) ++end;
    const std::string name = expression.substr(at, end - at);
    const bool is_field = at > 0 && expression[at - 1] == '.';
    const bool is_call = end < expression.size() && (expression[end] == '(' || expression[end] == '=');
    const auto known = instance.values.find(name);
    out += known == instance.values.end() || is_field || is_call ? name : shown(known->second);
    at = end;
  }
  return out;
}

}  // namespace

std::vector<FigureOrigin> figure_origins(const Template& source, const Instance& instance) {
  std::vector<FigureOrigin> origins;
  for (const Parameter& parameter : source.parameters)
    origins.push_back({parameter.name, "", "", shown(instance.values.find(parameter.name)->second)});
  for (const DerivedFigure& figure : source.derived) {
    const std::string& expression = figure.expression.text;
    std::string filled = substituted(expression, instance);
    origins.push_back({figure.name, expression, filled == expression ? "" : std::move(filled),
                       shown(instance.values.find(figure.name)->second)});
  }
  return origins;
}

}  // namespace napkin::generator
