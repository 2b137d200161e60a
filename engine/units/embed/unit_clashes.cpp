#include "engine/units/embed/unit_clashes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/text/ascii.hpp"

namespace napkin::engine::embed {
namespace {

/// A full way of writing a unit, as a pattern: from `exact` on, any case will do.
struct Pattern {
  std::string text;
  std::string any_case;  // as long as text; 'y' where the case of that character is free
  std::size_t unit = 0;
  bool preferred = true;
};

bool overlap(const Pattern& a, const Pattern& b) {
  if (a.text.size() != b.text.size()) return false;
  for (std::size_t i = 0; i < a.text.size(); ++i) {
    if (a.text[i] == b.text[i]) continue;
    const bool free = a.any_case[i] == 'y' || b.any_case[i] == 'y';
    if (!free || lower(a.text[i]) != lower(b.text[i])) return false;
  }
  return true;
}

Pattern pattern(const std::string& prefix, bool prefix_any_case, const SpellingSource& spelling, std::size_t unit) {
  return {prefix + spelling.text,
          std::string(prefix.size(), prefix_any_case ? 'y' : 'n') +
              std::string(spelling.text.size(), spelling.any_case ? 'y' : 'n'),
          unit, spelling.preferred};
}

using PatternGroups = std::map<std::string, std::vector<Pattern>>;  // by folded text

PatternGroups all_patterns(const UnitTableSource& table) {
  PatternGroups groups;
  const auto add = [&](Pattern pattern) { groups[lowered(pattern.text)].push_back(std::move(pattern)); };
  for (std::size_t i = 0; i < table.units.size(); ++i) {
    const UnitSource& unit = table.units[i];
    for (const SpellingSource& spelling : unit.spellings) {
      if (!spelling.needs_prefix) add(pattern("", false, spelling, i));
      for (const std::size_t prefix : unit.prefixes) {
        for (const std::string& letters : table.prefixes[prefix].letters) add(pattern(letters, false, spelling, i));
        for (const std::string& word : table.prefixes[prefix].words) add(pattern(word, true, spelling, i));
      }
    }
  }
  return groups;
}

void compare(const UnitTableSource& table, const std::vector<Pattern>& group, std::vector<std::string>& clashes) {
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t j = i + 1; j < group.size(); ++j) {
      const Pattern &a = group[i], &b = group[j];
      if (a.unit == b.unit && a.any_case == b.any_case && a.text == b.text) continue;
      if (a.unit == b.unit || !a.preferred || !b.preferred || !overlap(a, b)) continue;
      if (!seen.insert({a.unit, b.unit}).second) continue;
      clashes.push_back("'" + a.text + "' is written for both '" + table.units[a.unit].id + "' and '" +
                        table.units[b.unit].id + "'; list it under 'second' of one of them");
    }
  }
}

void check_symbols(const UnitTableSource& table, const PatternGroups& groups, std::vector<std::string>& clashes) {
  for (const UnitSource& unit : table.units) {
    const Pattern symbol = pattern("", false, {unit.symbol}, 0);
    for (const Pattern& other : groups.at(lowered(unit.symbol))) {
      if (table.units[other.unit].id == unit.id || other.preferred || !overlap(symbol, other)) continue;
      clashes.push_back("'" + unit.symbol + "' is the symbol of '" + unit.id + "' and a second reading of '" +
                        table.units[other.unit].id + "'; what napkin prints must have one reading");
    }
  }
}

void check_forbidden(const UnitTableSource& table, const PatternGroups& groups, std::vector<std::string>& clashes) {
  for (const ForbiddenSource& forbidden : table.forbidden) {
    const auto group = groups.find(lowered(forbidden.text));
    if (group == groups.end()) continue;
    const Pattern text = pattern("", false, {forbidden.text}, 0);
    for (const Pattern& other : group->second)
      if (overlap(text, other))
        clashes.push_back("'" + forbidden.text + "' is forbidden and yet a spelling of '" + table.units[other.unit].id +
                          "'");
  }
}

}  // namespace

std::vector<std::string> find_clashes(const UnitTableSource& table) {
  std::vector<std::string> clashes;
  std::set<std::string> ids;
  for (const UnitSource& unit : table.units)
    if (!ids.insert(unit.id).second) clashes.push_back("'" + unit.id + "' is defined twice");

  const PatternGroups groups = all_patterns(table);
  for (const auto& [text, group] : groups) compare(table, group, clashes);
  check_symbols(table, groups, clashes);
  check_forbidden(table, groups, clashes);
  return clashes;
}

}  // namespace napkin::engine::embed
