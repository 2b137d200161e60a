#include "cli/unit_pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/table.hpp"
#include "engine/quantity/dimension_name.hpp"
#include "engine/quantity/format.hpp"

namespace napkin::cli {
namespace {

using engine::Unit;
using engine::UnitKind;
using engine::UnitReading;

constexpr std::size_t line_width = 100;

/// Words separated by commas, broken into lines that are indented alike.
std::string listed(const std::vector<std::string>& words, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = words[i] + (i + 1 < words.size() ? "," : "");
    if (i > 0 && column + 1 + columns_of(word) > line_width) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (i > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += columns_of(word);
  }
  return out;
}

std::string prefix_list(const Unit& unit) {
  std::string out;
  for (const engine::UnitPrefix& prefix : unit.prefixes) out += (out.empty() ? "" : " ") + std::string(prefix.symbol);
  return out;
}

std::string group_name(const Unit& unit) {
  switch (unit.kind) {
    case UnitKind::count: return "things that are counted (prefixes in brackets)";
    case UnitKind::magnitude: return "magnitudes";
    case UnitKind::physical: break;
  }
  return unit.dimension.is_none() ? "pure numbers" : describe(unit.dimension);
}

/// Rows that belong together, in the order of the table.
struct Group {
  std::string name;
  std::vector<const Unit*> units;
};

std::vector<Group> groups() {
  std::vector<Group> result;
  for (const Unit& unit : engine::all_units()) {
    const std::string name = group_name(unit);
    auto group = std::find_if(result.begin(), result.end(), [&](const Group& known) { return known.name == name; });
    if (group == result.end()) group = result.insert(result.end(), {name, {}});
    group->units.push_back(&unit);
  }
  return result;
}

std::string row(const Unit& unit) {
  return fmt::format("  {}{}{}{}\n", padded(unit.symbol, 13), padded(unit.name, 26), padded(prefix_list(unit), 33),
                     unit.doc);
}

std::string counted(const Group& group) {
  std::vector<std::string> names;
  for (const Unit* unit : group.units)
    names.push_back(std::string(unit->name) + (unit->prefixes.empty() ? "" : " [" + prefix_list(*unit) + "]"));
  return "  " + listed(names, 2) + "\n";
}

std::string spelled(const engine::UnitSpelling& spelling) {
  std::string out(spelling.text);
  if (spelling.needs_prefix) out = "…" + out;
  if (!spelling.preferred) out += " (second reading)";
  return out;
}

std::string spellings(const Unit& unit, bool any_case) {
  std::vector<std::string> words;
  for (const engine::UnitSpelling& spelling : unit.spellings)
    if (spelling.any_case == any_case) words.push_back(spelled(spelling));
  return words.empty() ? "-" : listed(words, 16);
}

std::string scale_in_base_units(double scale, const engine::Dimension& dimension) {
  const std::string number = engine::format_number(scale, 10);
  return dimension.is_none() ? number : number + " " + to_string(dimension);
}

std::string page(const Unit& unit) {
  std::string out = fmt::format("{} ({})\n", unit.name, unit.symbol);
  if (!unit.doc.empty()) out += fmt::format("  {}\n", unit.doc);
  out += fmt::format("  is           {}\n", scale_in_base_units(unit.scale, unit.dimension));
  out += fmt::format("  dimension    {}\n", describe(unit.dimension));
  if (!unit.label.empty()) out += fmt::format("  counts       {}\n", unit.label);
  out += fmt::format("  prefixes     {}\n", unit.prefixes.empty() ? "-" : prefix_list(unit));
  out += fmt::format("  in any case  {}\n", spellings(unit, true));
  return out + fmt::format("  case counts  {}\n", spellings(unit, false));
}

std::string reading_line(const UnitReading& reading) {
  return fmt::format("  {} = {}, {}{}\n", reading.symbol, scale_in_base_units(reading.scale, reading.dimension),
                     describe(reading.dimension),
                     reading.preferred ? "" : "; only where the first reading makes no sense of the dimensions");
}

bool is_spelled(const Unit& unit, std::string_view name) {
  return std::any_of(unit.spellings.begin(), unit.spellings.end(),
                     [&](const engine::UnitSpelling& spelling) { return spelling.text == name; });
}

/// The unit whose symbol, some prefix before it, is that of the reading.
bool is_behind(const Unit& unit, const UnitReading& reading) {
  if (reading.symbol == unit.symbol) return true;
  return std::any_of(unit.prefixes.begin(), unit.prefixes.end(), [&](const engine::UnitPrefix& prefix) {
    return reading.symbol == std::string(prefix.symbol) + std::string(unit.prefixed_symbol);
  });
}

}  // namespace

UnitAnswer look_up_unit(std::string_view name) {
  UnitAnswer answer;
  answer.readings = engine::read_unit(name);
  for (const Unit& unit : engine::all_units()) {
    const bool read = std::any_of(answer.readings.begin(), answer.readings.end(),
                                  [&](const UnitReading& reading) { return is_behind(unit, reading); });
    if (read || unit.id == name || is_spelled(unit, name)) answer.units.push_back(&unit);
  }
  return answer;
}

std::string unit_list() {
  std::string out;
  for (const Group& group : groups()) {
    if (!out.empty()) out += '\n';
    out += group.name + "\n";
    if (group.units.front()->kind == UnitKind::count) {
      out += counted(group);
    } else {
      for (const Unit* unit : group.units) out += row(*unit);
    }
  }
  out += "\nrefused on purpose\n";
  for (const engine::ForbiddenUnit& forbidden : engine::all_forbidden_units())
    out += fmt::format("  {}{}\n", padded(forbidden.text, 13), forbidden.why);
  return out;
}

std::string unit_page(std::string_view name, const UnitAnswer& answer) {
  std::string out;
  if (!answer.readings.empty()) {
    out = fmt::format("{}\n", name);
    for (const UnitReading& reading : answer.readings) out += reading_line(reading);
  }
  for (const Unit* unit : answer.units) out += (out.empty() ? "" : "\n") + page(*unit);
  return out;
}

}  // namespace napkin::cli
