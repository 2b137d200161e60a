#include "engine/units/embed/unit_writer.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "engine/text/ascii.hpp"

namespace napkin::engine::embed {
namespace {

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"sv";
}

const char* boolean(bool value) { return value ? "true" : "false"; }

std::string kind(UnitKind kind) {
  switch (kind) {
    case UnitKind::physical: return "UnitKind::physical";
    case UnitKind::count: return "UnitKind::count";
    case UnitKind::magnitude: return "UnitKind::magnitude";
  }
  return {};
}

std::string dimension(const Dimension& dimension) {
  static constexpr const char* names[base_count] = {"time",      "information", "operation",   "energy", "money",
                                                    "co2e_mass", "length",      "temperature", "charge"};
  std::string result = "Dimension{}";
  for (std::size_t i = 0; i < base_count; ++i)
    if (const int halves = dimension.halves(static_cast<Base>(i)); halves != 0)
      result += fmt::format(" * Dimension(Base::{}, {})", names[i], halves / 2);
  return result;
}

std::string prefix(const PrefixSource& prefix) {
  const int thousands =
      static_cast<int>(std::lround(std::log(prefix.factor) / std::log(prefix.binary ? 1024.0 : 1000.0)));
  return fmt::format("{{{}, {:.17g}, {}, {}}}", quoted(prefix.symbol), prefix.factor, thousands,
                     boolean(prefix.binary));
}

using Output = std::back_insert_iterator<std::string>;

void write_prefixes(Output out, const UnitTableSource& table) {
  fmt::format_to(out, "constexpr UnitPrefix prefix_rows[] = {{\n");
  for (const PrefixSource& source : table.prefixes) fmt::format_to(out, "    {},\n", prefix(source));
  fmt::format_to(out, "}};\n\nconstexpr PrefixSpelling prefix_spelling_rows[] = {{\n");
  for (std::size_t i = 0; i < table.prefixes.size(); ++i) {
    for (const std::string& text : table.prefixes[i].letters)
      fmt::format_to(out, "    {{{}, {}, false}},\n", quoted(text), i);
    for (const std::string& text : table.prefixes[i].words)
      fmt::format_to(out, "    {{{}, {}, true}},\n", quoted(text), i);
  }
  fmt::format_to(out, "}};\n\n");
}

/// The arrays that the rows of units point at.
void write_unit_parts(Output out, const UnitTableSource& table) {
  for (std::size_t i = 0; i < table.units.size(); ++i) {
    const UnitSource& unit = table.units[i];
    fmt::format_to(out, "constexpr UnitSpelling spellings_{}[] = {{\n", i);
    for (const SpellingSource& spelling : unit.spellings)
      fmt::format_to(out, "    {{{}, {}, {}, {}}},\n", quoted(spelling.text), boolean(spelling.any_case),
                     boolean(spelling.preferred), boolean(spelling.needs_prefix));
    fmt::format_to(out, "}};\n");
    if (unit.prefixes.empty()) continue;
    fmt::format_to(out, "constexpr UnitPrefix prefixes_{}[] = {{", i);
    for (const std::size_t index : unit.prefixes) fmt::format_to(out, "prefix_rows[{}], ", index);
    fmt::format_to(out, "}};\n");
  }
}

void write_units(Output out, const UnitTableSource& table) {
  fmt::format_to(out, "\nconstexpr Unit unit_rows[] = {{\n");
  for (std::size_t i = 0; i < table.units.size(); ++i) {
    const UnitSource& unit = table.units[i];
    fmt::format_to(out, "    {{{}, {}, {}, {}, {}, {}, {}, {:.17g}, {}, {}, spellings_{}, {}}},\n", quoted(unit.id),
                   quoted(unit.symbol), quoted(unit.prefixed_symbol), quoted(unit.name), quoted(unit.plural),
                   kind(unit.kind), dimension(unit.dimension), unit.scale, quoted(unit.label),
                   unit.prefixes.empty() ? "{}" : fmt::format("prefixes_{}", i), i, quoted(unit.doc));
  }
  fmt::format_to(out, "}};\n\nconstexpr std::uint32_t unit_prefix_rows[] = {{\n");
  for (const UnitSource& unit : table.units) {
    std::uint32_t bits = 0;
    for (const std::size_t index : unit.prefixes) bits |= std::uint32_t{1} << index;
    fmt::format_to(out, "    {:#x},\n", bits);
  }
  fmt::format_to(out, "}};\n\n");
}

void write_index(Output out, const UnitTableSource& table) {
  struct Row {
    std::string folded;
    std::size_t unit;
    const SpellingSource* spelling;
  };
  std::vector<Row> rows;
  for (std::size_t i = 0; i < table.units.size(); ++i)
    for (const SpellingSource& spelling : table.units[i].spellings)
      rows.push_back({lowered(spelling.text), i, &spelling});
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.folded < b.folded; });

  fmt::format_to(out, "constexpr IndexedSpelling spelling_rows[] = {{\n");
  for (const Row& row : rows)
    fmt::format_to(out, "    {{{}, {}, {}, {}, {}, {}}},\n", quoted(row.folded), quoted(row.spelling->text), row.unit,
                   boolean(row.spelling->any_case), boolean(row.spelling->preferred),
                   boolean(row.spelling->needs_prefix));
  fmt::format_to(out, "}};\n\n");
}

void write_forbidden(Output out, const UnitTableSource& table) {
  for (std::size_t i = 0; i < table.forbidden.size(); ++i) {
    fmt::format_to(out, "constexpr std::string_view instead_{}[] = {{", i);
    for (const std::string& text : table.forbidden[i].instead) fmt::format_to(out, "{}, ", quoted(text));
    fmt::format_to(out, "}};\n");
  }
  fmt::format_to(out, "constexpr ForbiddenUnit forbidden_rows[] = {{\n");
  for (std::size_t i = 0; i < table.forbidden.size(); ++i)
    fmt::format_to(out, "    {{{}, instead_{}, {}}},\n", quoted(table.forbidden[i].text), i,
                   quoted(table.forbidden[i].why));
  fmt::format_to(out, "}};\n\n");
}

}  // namespace

std::string write_unit_data(const UnitTableSource& table) {
  std::string text;
  const Output out = std::back_inserter(text);
  fmt::format_to(
      out,
      "// Made from engine/units/units.yaml; change that file instead.\n"
      "#include \"engine/units/unit_data.hpp\"\n\n"
      "namespace napkin::engine::unit_data {{\nnamespace {{\nusing namespace std::string_view_literals;\n\n");
  write_prefixes(out, table);
  write_unit_parts(out, table);
  write_units(out, table);
  write_index(out, table);
  write_forbidden(out, table);
  fmt::format_to(out,
                 "}}  // namespace\n\n"
                 "constinit const std::span<const Unit> units = unit_rows;\n"
                 "constinit const std::span<const UnitPrefix> prefixes = prefix_rows;\n"
                 "constinit const std::span<const std::uint32_t> unit_prefixes = unit_prefix_rows;\n"
                 "constinit const std::span<const IndexedSpelling> spellings = spelling_rows;\n"
                 "constinit const std::span<const PrefixSpelling> prefix_spellings = prefix_spelling_rows;\n"
                 "constinit const std::span<const ForbiddenUnit> forbidden = forbidden_rows;\n\n"
                 "}}  // namespace napkin::engine::unit_data\n");
  return text;
}

}  // namespace napkin::engine::embed
