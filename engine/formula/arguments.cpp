#include "engine/formula/arguments.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/text/ascii.hpp"
#include "engine/text/spelling.hpp"

namespace napkin::engine {
namespace {

bool is_name_character(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-'; }

}  // namespace

const Argument* argument_named(const Formula& formula, std::string_view name) {
  for (const Argument& argument : formula.arguments)
    if (argument.name == name) return &argument;
  return nullptr;
}

std::string surplus_argument(const Formula& formula, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Argument& argument : formula.arguments) names.push_back(argument.name);
  if (name.empty())
    return fmt::format("{} takes {} argument{}: {}", formula.id, names.size(), names.size() == 1 ? "" : "s",
                       fmt::join(names, ", "));
  const auto closest = closest_word(name, std::span<const std::string_view>(names));
  if (closest) return fmt::format("{} has no argument '{}'; did you mean '{}'?", formula.id, name, *closest);
  return fmt::format("{} has no argument '{}'; it takes {}", formula.id, name, fmt::join(names, ", "));
}

std::string unknown_entry(const Registry& registry, EntryKind kind, std::string_view name) {
  std::string message = fmt::format("unknown {} '{}'", kind_name(kind), name);
  const std::vector<std::string> similar = registry.similar(kind, name);
  if (!similar.empty()) message += fmt::format("; did you mean '{}'?", fmt::join(similar, "' or '"));
  return message;
}

bool is_entry_name(std::string_view text) {
  return !text.empty() && is_letter(text.front()) && std::all_of(text.begin(), text.end(), is_name_character);
}

}  // namespace napkin::engine
