#include "engine/registry/registry.hpp"

#include <algorithm>
#include <array>

#include "engine/text/ascii.hpp"
#include "engine/text/spelling.hpp"

namespace napkin::engine {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, entry_kind_count> kind_names = {"device", "memory",   "link",      "model",
                                                                       "system", "energy",   "latency",   "price",
                                                                       "grid",   "facility", "component", "precision"};

constexpr std::size_t most_suggestions = 3;

}  // namespace

std::string_view kind_name(EntryKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<EntryKind> kind_named(std::string_view name) {
  const auto found = std::find(kind_names.begin(), kind_names.end(), name);
  if (found == kind_names.end()) return std::nullopt;
  return static_cast<EntryKind>(found - kind_names.begin());
}

std::string_view kind_prefix(EntryKind kind) { return kind == EntryKind::device ? "hw" : kind_name(kind); }

std::optional<EntryKind> kind_of_prefix(std::string_view prefix) {
  if (prefix == kind_prefix(EntryKind::device)) return EntryKind::device;
  return prefix == kind_name(EntryKind::device) ? std::nullopt : kind_named(prefix);
}

std::string folded_name(std::string_view name) {
  std::string result;
  bool separated = false;
  for (const char c : name) {
    if (c == ' ' || c == '-' || c == '_') {
      separated = true;
      continue;
    }
    if (separated && is_digit(c) && !result.empty() && is_digit(result.back())) result += '.';
    separated = false;
    result += lower(c);
  }
  return result;
}

std::string full_name(const Entry& entry) { return std::string(kind_prefix(entry.kind)) + "." + std::string(entry.id); }

std::span<const Entry> Registry::entries(EntryKind kind) const {
  const auto begin = std::lower_bound(entries_.begin(), entries_.end(), kind,
                                      [](const Entry& entry, EntryKind wanted) { return entry.kind < wanted; });
  const auto end = std::upper_bound(begin, entries_.end(), kind,
                                    [](EntryKind wanted, const Entry& entry) { return wanted < entry.kind; });
  return {begin, end};
}

const Entry* Registry::find(EntryKind kind, std::string_view name) const {
  const std::string folded = folded_name(name);
  auto found = std::lower_bound(names_.begin(), names_.end(), folded,
                                [](const IndexedName& a, const std::string& b) { return a.folded < b; });
  for (; found != names_.end() && found->folded == folded; ++found)
    if (found->kind == kind) return &entries_[found->entry];
  return nullptr;
}

const Entry* Registry::find(std::string_view name) const {
  const std::size_t dot = name.find('.');
  if (dot != std::string_view::npos)
    if (const auto kind = kind_of_prefix(name.substr(0, dot))) return find(*kind, name.substr(dot + 1));
  const Entry* only = nullptr;
  for (std::size_t i = 0; i < entry_kind_count; ++i) {
    const Entry* entry = find(static_cast<EntryKind>(i), name);
    if (entry != nullptr && only != nullptr) return nullptr;
    if (entry != nullptr) only = entry;
  }
  return only;
}

std::vector<std::string> Registry::similar(EntryKind kind, std::string_view name) const {
  std::vector<std::string> result;
  const auto add = [&](std::string_view id) {
    if (result.size() < most_suggestions && std::find(result.begin(), result.end(), id) == result.end())
      result.emplace_back(id);
  };
  const std::string folded = folded_name(name);
  std::vector<std::string_view> candidates;
  for (const IndexedName& indexed : names_)
    if (indexed.kind == kind) candidates.push_back(indexed.folded);
  if (const auto closest = closest_word(folded, std::span<const std::string_view>(candidates)))
    if (const Entry* entry = find(kind, *closest)) add(entry->id);
  // "h100" of "h100_xsm": the same start says more than a few swapped letters.
  const std::size_t start = std::max<std::size_t>(3, folded.size() / 2);
  for (const IndexedName& indexed : names_)
    if (indexed.kind == kind && folded.size() >= start && indexed.folded.starts_with(folded.substr(0, start)))
      add(entries_[indexed.entry].id);
  return result;
}

const Field* Registry::field(std::string_view path, EntryKind kind) const {
  for (const Field& field : fields_)
    if (field.path == path && field.is_of(kind)) return &field;
  return nullptr;
}

}  // namespace napkin::engine
