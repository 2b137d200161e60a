#include "engine/units/unit_table.hpp"

#include <algorithm>

#include "engine/text/ascii.hpp"
#include "engine/units/unit_data.hpp"

namespace napkin::engine {
namespace {

using unit_data::IndexedSpelling;
using unit_data::PrefixSpelling;

constexpr std::size_t longest_word = 64;

/// Information counted in 1000ⁿ bytes or bits, where somebody may have meant 1024ⁿ: units that take both
/// kinds.
bool takes_binary_prefixes(const Unit& unit) {
  return std::any_of(unit.prefixes.begin(), unit.prefixes.end(), [](const UnitPrefix& p) { return p.binary; });
}

UnitReading reading(const Unit& unit, const UnitPrefix* prefix, bool preferred) {
  UnitReading result;
  result.scale = unit.scale;
  result.dimension = unit.dimension;
  if (!unit.label.empty()) result.labels = {{std::string(unit.label), 1}};
  result.symbol = unit.symbol;
  result.kind = unit.kind;
  result.preferred = preferred;
  if (prefix == nullptr) return result;
  result.scale *= prefix->factor;
  result.symbol = std::string(prefix->symbol) + std::string(unit.prefixed_symbol);
  if (!prefix->binary && takes_binary_prefixes(unit)) result.decimal_information_prefix = prefix->thousands;
  return result;
}

/// A word in the forms that it is compared in.
struct Word {
  std::string_view text;
  std::string_view folded;

  Word without(std::size_t bytes) const { return {text.substr(bytes), folded.substr(bytes)}; }
};

bool takes(std::uint16_t unit, std::uint8_t prefix) { return (unit_data::unit_prefixes[unit] >> prefix & 1U) != 0; }

/// Adds the readings of a word whose prefix, if any, is taken off.
void add_readings(Word rest, const PrefixSpelling* prefix, std::vector<UnitReading>& readings) {
  const auto candidates =
      std::equal_range(unit_data::spellings.begin(), unit_data::spellings.end(), IndexedSpelling{rest.folded, {}},
                       [](const IndexedSpelling& a, const IndexedSpelling& b) { return a.folded < b.folded; });
  for (auto candidate = candidates.first; candidate != candidates.second; ++candidate) {
    if (!candidate->any_case && candidate->text != rest.text) continue;
    if (prefix == nullptr ? candidate->needs_prefix : !takes(candidate->unit, prefix->prefix)) continue;
    const UnitPrefix* factor = prefix == nullptr ? nullptr : &unit_data::prefixes[prefix->prefix];
    readings.push_back(reading(unit_data::units[candidate->unit], factor, candidate->preferred));
  }
}

/// "Giga-Ops", "G-ops": a hyphen may stand between a prefix and a word of at least two letters.
void add_prefixed_readings(Word word, std::vector<UnitReading>& readings) {
  for (const PrefixSpelling& prefix : unit_data::prefix_spellings) {
    if (!(prefix.is_word ? word.folded : word.text).starts_with(prefix.text)) continue;
    Word rest = word.without(prefix.text.size());
    const bool hyphen = rest.text.size() > 2 && rest.text[0] == '-';
    if (hyphen) rest = rest.without(1);
    if (prefix.is_word && rest.text.size() < 2) continue;
    if (!rest.text.empty()) add_readings(rest, &prefix, readings);
  }
}

bool same_meaning(const UnitReading& a, const UnitReading& b) {
  return a.scale == b.scale && a.dimension == b.dimension && a.labels == b.labels && a.kind == b.kind;
}

/// Preferred readings first; one of each meaning.
void tidy(std::vector<UnitReading>& readings) {
  std::stable_partition(readings.begin(), readings.end(), [](const UnitReading& r) { return r.preferred; });
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const auto repeats = [&](const UnitReading& other) { return same_meaning(readings[i], other); };
    const auto next = readings.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    readings.erase(std::remove_if(next, readings.end(), repeats), readings.end());
  }
}

}  // namespace

std::vector<UnitReading> read_unit_word(std::string_view word) {
  std::vector<UnitReading> readings;
  if (word.empty() || word.size() > longest_word) return readings;
  const std::string lower = lowered(word);
  add_readings({word, lower}, nullptr, readings);
  add_prefixed_readings({word, lower}, readings);
  if (readings.size() > 1) tidy(readings);
  return readings;
}

std::span<const Unit> all_units() { return unit_data::units; }

std::span<const ForbiddenUnit> all_forbidden_units() { return unit_data::forbidden; }

std::optional<ForbiddenUnit> forbidden_unit(std::string_view word) {
  for (const ForbiddenUnit& forbidden : unit_data::forbidden)
    if (forbidden.text == word) return forbidden;
  return std::nullopt;
}

}  // namespace napkin::engine
