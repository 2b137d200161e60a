// "Did you mean" for units.
#include <algorithm>

#include "engine/text/spelling.hpp"
#include "engine/units/unit_data.hpp"

namespace napkin::engine {
namespace {

constexpr int most_edits = 2;
constexpr std::size_t most_suggestions = 3;
constexpr std::size_t longest_word = 64;

struct Suggestion {
  int distance = 0;
  std::string text;
};

/// Two edits turn any word of two letters into any other: short words allow one.
int tolerated(std::string_view word) { return word.size() <= 4 ? 1 : most_edits; }

void suggest(std::string_view word, std::string text, std::vector<Suggestion>& suggestions) {
  const int distance = edit_distance(word, text, tolerated(word));
  if (distance > tolerated(word) || static_cast<std::size_t>(distance) >= word.size()) return;
  const auto known =
      std::find_if(suggestions.begin(), suggestions.end(), [&](const Suggestion& other) { return other.text == text; });
  if (known == suggestions.end()) suggestions.push_back({distance, std::move(text)});
}

/// "gigabyte", "kilowatts": a name behind every prefix in words that the unit takes.
void suggest_prefixed_names(std::string_view word, const unit_data::IndexedSpelling& spelling,
                            std::vector<Suggestion>& suggestions) {
  const Unit& unit = unit_data::units[spelling.unit];
  if (spelling.text != unit.name && spelling.text != unit.plural) return;
  for (const unit_data::PrefixSpelling& prefix : unit_data::prefix_spellings) {
    const bool taken = (unit_data::unit_prefixes[spelling.unit] >> prefix.prefix & 1U) != 0;
    if (prefix.is_word && taken) suggest(word, std::string(prefix.text) + std::string(spelling.text), suggestions);
  }
}

}  // namespace

std::vector<std::string> similar_units(std::string_view word) {
  std::vector<std::string> result;
  if (word.empty() || word.size() > longest_word) return result;
  if (const auto forbidden = forbidden_unit(word)) return {forbidden->instead.begin(), forbidden->instead.end()};

  std::vector<Suggestion> suggestions;
  for (const auto& spelling : unit_data::spellings) {
    if (!spelling.needs_prefix) suggest(word, std::string(spelling.text), suggestions);
    suggest_prefixed_names(word, spelling, suggestions);
    const Unit& unit = unit_data::units[spelling.unit];
    if (spelling.text != unit.prefixed_symbol) continue;
    for (const UnitPrefix& prefix : unit.prefixes)
      suggest(word, std::string(prefix.symbol) + std::string(spelling.text), suggestions);
  }
  std::stable_sort(suggestions.begin(), suggestions.end(),
                   [](const Suggestion& a, const Suggestion& b) { return a.distance < b.distance; });
  if (suggestions.size() > most_suggestions) suggestions.resize(most_suggestions);
  for (Suggestion& suggestion : suggestions) result.push_back(std::move(suggestion.text));
  return result;
}

}  // namespace napkin::engine
