#include "engine/registry/lookup.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/text/spelling.hpp"

namespace napkin::engine {
namespace {

constexpr int deepest_parts = 8;

struct Preference {
  std::string_view qualifier;
  std::array<std::string_view, 4> order;  // best first; an absent qualifier is as good as the first
};

constexpr std::array<Preference, 4> preferences = {{{"sparsity", {"dense", "sparse"}},
                                                    {"execution", {"tensor", "vector", "scalar"}},
                                                    {"direction", {"per_direction", "both"}},
                                                    {"rating", {"boost", "max", "typical", "base"}}}};

/// How far a value is from what somebody means who does not say; lower is nearer.
int distance(const Value& value) {
  int total = 0;
  for (const Qualifier& qualifier : value.qualifiers) {
    const auto preference = std::find_if(preferences.begin(), preferences.end(),
                                         [&](const Preference& p) { return p.qualifier == qualifier.name; });
    if (preference != preferences.end()) {
      const auto at = std::find(preference->order.begin(), preference->order.end(), qualifier.text);
      total += 10 * static_cast<int>(at - preference->order.begin());
    } else if (qualifier.name == "mode" || qualifier.name == "scope") {
      total += 100;
    }
  }
  return total;
}

bool has(const Value& value, std::string_view wanted) {
  const std::string folded = folded_name(wanted);
  return std::any_of(value.qualifiers.begin(), value.qualifiers.end(),
                     [&](const Qualifier& qualifier) { return folded_name(qualifier.text) == folded; });
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

std::string described(const Value& value) {
  std::string text;
  for (const Qualifier& qualifier : value.qualifiers) text += (text.empty() ? "" : " ") + std::string(qualifier.text);
  return text.empty() ? "(no qualifier)" : text;
}

LookupError unknown_field(const Entry& entry, std::string_view path) {
  std::vector<std::string_view> paths;
  for (const Value& value : entry.values)
    if (std::find(paths.begin(), paths.end(), value.field) == paths.end()) paths.push_back(value.field);
  for (const Part& part : entry.parts) paths.push_back(part.role);
  const auto closest = closest_word(path, std::span<const std::string_view>(paths));
  return {closest ? fmt::format("{} has no '{}'; did you mean '{}'?", full_name(entry), path, *closest)
                  : fmt::format("{} has no '{}'; it has {}", full_name(entry), path, listed(paths))};
}

LookupResult through_part(const Registry& registry, const Entry& entry, std::string_view path,
                          std::span<const std::string> qualifiers, int depth);

LookupResult look_up(const Registry& registry, const Entry& entry, std::string_view path,
                     std::span<const std::string> qualifiers, int depth) {
  std::vector<const Value*> candidates = values_of(entry, path);
  if (candidates.empty()) {
    const Field* field = registry.field(path, entry.kind);
    if (field == nullptr || field->otherwise.empty() || depth >= deepest_parts)
      return through_part(registry, entry, path, qualifiers, depth);
    return look_up(registry, entry, field->otherwise, qualifiers, depth + 1);
  }
  for (const std::string& wanted : qualifiers) {
    std::vector<const Value*> left;
    for (const Value* value : candidates)
      if (has(*value, wanted)) left.push_back(value);
    if (left.empty()) {
      std::vector<std::string> there;
      for (const Value* value : candidates) there.push_back(described(*value));
      return LookupError{
          fmt::format("{} has no {} of '{}'; it has {}", full_name(entry), path, wanted, fmt::join(there, ", "))};
    }
    candidates = std::move(left);
  }
  const Value* best = *std::min_element(candidates.begin(), candidates.end(),
                                        [](const Value* a, const Value* b) { return distance(*a) < distance(*b); });
  return Fact{&entry, best, best->text};
}

LookupResult through_part(const Registry& registry, const Entry& entry, std::string_view path,
                          std::span<const std::string> qualifiers, int depth) {
  const std::size_t dot = path.find('.');
  const std::string_view role = path.substr(0, dot);
  for (const Part& part : entry.parts) {
    if (part.role != role || dot == std::string_view::npos) continue;
    const std::string_view rest = path.substr(dot + 1);
    if (rest == "count") return Fact{&entry, nullptr, part.count};
    const Entry* inner = registry.find(part.entry);
    if (inner != nullptr && depth < deepest_parts) return look_up(registry, *inner, rest, qualifiers, depth + 1);
  }
  return unknown_field(entry, path);
}

}  // namespace

LookupResult look_up(const Registry& registry, const Entry& entry, std::string_view path,
                     std::span<const std::string> qualifiers) {
  return look_up(registry, entry, path, qualifiers, 0);
}

std::vector<const Value*> values_of(const Entry& entry, std::string_view field) {
  std::vector<const Value*> result;
  for (const Value& value : entry.values)
    if (value.field == field) result.push_back(&value);
  return result;
}

std::string_view qualifier(const Value& value, std::string_view name) {
  for (const Qualifier& qualifier : value.qualifiers)
    if (qualifier.name == name) return qualifier.text;
  return {};
}

}  // namespace napkin::engine
