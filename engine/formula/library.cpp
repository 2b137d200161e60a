#include "engine/formula/library.hpp"

#include <algorithm>

#include "engine/text/ascii.hpp"
#include "engine/text/spelling.hpp"

namespace napkin::engine {
namespace {

constexpr std::size_t most_suggestions = 3;
constexpr std::size_t longest_name = 80;

bool is_name_character(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-'; }

/// Bytes that a name with dots and hyphens may reach at most.
std::size_t reach(std::string_view text) {
  std::size_t end = 0;
  while (end < std::min(text.size(), longest_name) && is_name_character(text[end])) ++end;
  return end;
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || text[at] == '.' || text[at] == '-';
}

/// Bytes of the longest name of an entry of this kind at the start of the text.
std::size_t entry_name(const Registry& registry, EntryKind kind, std::string_view text) {
  for (std::size_t end = text.size(); end > 0; --end)
    if (is_boundary(text, end) && text[end - 1] != '.' && text[end - 1] != '-' &&
        registry.find(kind, text.substr(0, end)) != nullptr)
      return end;
  return 0;
}

/// Bytes of ".memory.bandwidth" at the start of the text.
std::size_t field_path(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && text[end] != '-') ++end;
  while (end > 0 && text[end - 1] == '.') --end;
  return text.starts_with('.') ? end : 0;
}

std::size_t reference(const Registry& registry, std::string_view text) {
  text = text.substr(0, reach(text));
  const std::size_t dot = text.find('.');
  if (dot != std::string_view::npos) {
    if (const auto kind = kind_of_prefix(text.substr(0, dot))) {
      const std::string_view name = text.substr(dot + 1);
      const std::size_t size = entry_name(registry, *kind, name);
      return size == 0 ? 0 : dot + 1 + size + field_path(name.substr(size));
    }
  }
  std::size_t longest = 0;
  if (text.find('-') != std::string_view::npos)
    for (std::size_t i = 0; i < entry_kind_count; ++i)
      longest = std::max(longest, entry_name(registry, static_cast<EntryKind>(i), text));
  return longest;
}

}  // namespace

const Formula* Library::formula(std::string_view id) const {
  std::string name(id);
  std::replace(name.begin(), name.end(), '-', '_');
  const auto found = std::lower_bound(formulas_.begin(), formulas_.end(), name,
                                      [](const Formula& a, const std::string& b) { return a.id < b; });
  return found != formulas_.end() && found->id == name ? &*found : nullptr;
}

std::vector<std::string> Library::similar_formulas(std::string_view id) const {
  std::vector<std::string> result;
  std::vector<std::string_view> ids;
  for (const Formula& formula : formulas_) ids.push_back(formula.id);
  if (const auto closest = closest_word(id, std::span<const std::string_view>(ids))) result.emplace_back(*closest);
  for (const Formula& formula : formulas_) {
    const bool contains = id.size() > 2 && formula.id.find(id) != std::string_view::npos;
    if (contains && result.size() < most_suggestions && (result.empty() || result.front() != formula.id))
      result.emplace_back(formula.id);
  }
  return result;
}

Names names_of(const Library& library) {
  Names names;
  names.is_formula = [&library](std::string_view name) { return library.formula(name) != nullptr; };
  names.reference = [&library](std::string_view text) { return reference(library.registry(), text); };
  names.similar = [&library](std::string_view name) { return library.similar_formulas(name); };
  return names;
}

}  // namespace napkin::engine
