#include "cli/entry_pages.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cli/entry_comparison.hpp"
#include "cli/entry_figures.hpp"
#include "cli/table.hpp"
#include "engine/quantity/format.hpp"

namespace napkin::cli {
namespace {

using engine::Entry;
using engine::Value;

constexpr std::size_t page_width = 120;

std::string joined(std::span<const std::string_view> words, std::string_view between = ", ") {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : std::string(between)) + std::string(word);
  return out;
}

std::string year_of(const Entry& entry) { return entry.year == 0 ? std::string() : std::to_string(entry.year); }

// One entry -------------------------------------------------------------------------------------------------------

/// Under which heading a field stands: the first whose word its path starts with.
struct Heading {
  std::string_view start, heading;
};

constexpr std::array headings = {Heading{"peak", "arithmetic"},
                                 Heading{"clock", "arithmetic"},
                                 Heading{"cores", "arithmetic"},
                                 Heading{"tensor_cores", "arithmetic"},
                                 Heading{"units", "arithmetic"},
                                 Heading{"macs_per_cycle", "arithmetic"},
                                 Heading{"vector_bits", "arithmetic"},
                                 Heading{"launch", "arithmetic"},
                                 Heading{"memory.", "memory"},
                                 Heading{"host_memory.", "memory"},
                                 Heading{"registers.", "memory"},
                                 Heading{"l1.", "memory"},
                                 Heading{"l2.", "memory"},
                                 Heading{"l3.", "memory"},
                                 Heading{"sram.", "memory"},
                                 Heading{"flash.", "memory"},
                                 Heading{"link.", "connections"},
                                 Heading{"host_link.", "connections"},
                                 Heading{"network.", "connections"},
                                 Heading{"storage.", "connections"},
                                 Heading{"power", "power"},
                                 Heading{"current.", "power"},
                                 Heading{"voltage", "power"},
                                 Heading{"battery", "power"}};
constexpr std::array<std::string_view, 5> heading_order = {"arithmetic", "memory", "connections", "power", "other"};

/// Only devices and systems have so many fields that headings help.
std::string_view heading_of(const Entry& entry, std::string_view field) {
  if (entry.kind != engine::EntryKind::device && entry.kind != engine::EntryKind::system) return "other";
  for (const Heading& heading : headings)
    if (field.starts_with(heading.start)) return heading.heading;
  return "other";
}

/// What is known of a value besides its figure.
std::string remark(const Value& value, bool with_sources) {
  std::vector<std::string> parts;
  if (with_sources && value.source != engine::no_source) parts.push_back(fmt::format("[{}]", value.source + 1));
  if (!value.remarks->estimate.empty())
    parts.push_back(with_sources ? fmt::format("estimate: {}", value.remarks->estimate) : std::string("estimate"));
  if (const std::string_view date = qualifier(value, "date"); !date.empty())
    parts.push_back(fmt::format("as of {}", date));
  if (!value.remarks->as_written.empty()) parts.push_back(fmt::format("written {}", value.remarks->as_written));
  if (!value.remarks->note.empty()) parts.emplace_back(value.remarks->note);
  return fmt::format("{}", fmt::join(parts, "; "));
}

/// Widths of the columns before the remarks, alike under all headings.
struct Widths {
  std::size_t field = 0, qualifiers = 0, value = 0;
};

Widths widths_of(const Entry& entry) {
  Widths widths;
  for (const Value& value : entry.values) {
    widths.field = std::max(widths.field, columns_of(value.field));
    widths.qualifiers = std::max(widths.qualifiers, columns_of(qualifier_words(value)));
    widths.value = std::max(widths.value, columns_of(value.text));
  }
  return widths;
}

std::string value_line(const Value& value, const Widths& widths, bool with_sources) {
  std::string line = "  " + padded(value.field, widths.field);
  if (widths.qualifiers > 0) line += "  " + padded(qualifier_words(value), widths.qualifiers);
  line += "  " + right_aligned(value.text, widths.value);
  const std::size_t indent = columns_of(line) + 2;
  const std::string text = remark(value, with_sources);
  if (text.empty()) return line + "\n";
  // Beside a wide table there is no room for a column of remarks; they go below.
  if (indent + 30 > page_width) return line + "\n      " + wrapped(text, page_width - 6, 6) + "\n";
  std::string rest = wrapped(text, page_width - indent, 0);
  for (std::size_t at = rest.find('\n'); at != std::string::npos; at = rest.find('\n', at + 1))
    rest.insert(at + 1, std::string(indent, ' '));
  return line + "  " + rest + "\n";
}

std::string values_of_page(const Entry& entry, bool with_sources) {
  const Widths widths = widths_of(entry);
  std::string out;
  for (const std::string_view heading : heading_order) {
    std::string lines;
    for (const Value& value : entry.values)
      if (heading_of(entry, value.field) == heading) lines += value_line(value, widths, with_sources);
    const bool is_alone = columns_of(lines) > 0 && heading == "other" && out.empty();
    if (!lines.empty()) out += (is_alone ? "\n" : fmt::format("\n{}\n", heading)) + lines;
  }
  return out;
}

std::string parts_of_page(const engine::Registry& registry, const Entry& entry) {
  if (entry.parts.empty()) return {};
  std::vector<Row> rows;
  for (const engine::Part& part : entry.parts) {
    const Entry* inner = registry.find(part.entry);
    rows.push_back({"  " + std::string(part.role), std::string(part.count), std::string(part.entry),
                    inner == nullptr ? std::string() : std::string(inner->name)});
  }
  const std::string lines = table({{"  role"}, {"count", Align::right}, {"entry"}, {"name"}}, rows);
  return "\nparts\n" + lines;
}

std::string sources_of_page(const Entry& entry) {
  std::string out = entry.sources.empty() ? "" : "\nsources\n";
  for (std::size_t i = 0; i < entry.sources.size(); ++i) {
    const engine::Source& source = entry.sources[i];
    out += fmt::format("  [{}] {}\n", i + 1, wrapped(source.title, page_width - 6, 6));
    std::string facts(source.publisher);
    if (source.read == "recalled")
      facts += (facts.empty() ? "" : "; ") + std::string("recalled, not opened");
    else if (!source.read.empty())
      facts += fmt::format("{}read {}", facts.empty() ? "" : "; ", source.read);
    if (!facts.empty()) out += fmt::format("      {}\n", facts);
    if (!source.url.empty()) out += fmt::format("      {}\n", source.url);
  }
  return out;
}

void add_line(std::string& out, std::string_view label, std::string_view text) {
  if (!text.empty()) out += fmt::format("  {}{}\n", padded(label, 9), wrapped(text, page_width - 11, 11));
}

std::string head_of_page(const Entry& entry) {
  std::string out = fmt::format("{}\n", entry.name);
  add_line(out, "id", full_name(entry));
  add_line(out, "is", fmt::format("{}{}{}", kind_name(entry.kind), entry.group.empty() ? "" : ", ", entry.group));
  add_line(out, "vendor", entry.vendor);
  add_line(out, "year", year_of(entry));
  add_line(out, "variant", entry.sku);
  add_line(out, "tracks", joined(entry.tracks));
  add_line(out, "also", joined(entry.aliases));
  add_line(out, "note", entry.notes);
  return out;
}

// Several entries -------------------------------------------------------------------------------------------------

std::string compared_cell(const ComparedValue& compared) {
  if (compared.value == nullptr) return "-";
  return (compared.value->remarks->estimate.empty() ? "" : "~") + std::string(compared.value->text);
}

std::string ratio_cell(const ComparedValue& compared) {
  return compared.ratio ? engine::format_number(*compared.ratio, 3) + "x" : std::string();
}

constexpr std::string_view estimate_legend = "~ an estimate: 'show' has its reasoning\n";

std::string with_legend(std::string out) {
  if (out.find('~') != std::string::npos) out += estimate_legend;
  return out;
}

}  // namespace

std::string entry_list(const engine::Registry& registry, const std::vector<const Entry*>& entries, std::size_t width) {
  if (entries.empty()) return {};
  const auto figures = figure_columns(entries.front()->kind);
  std::vector<Column> columns = {{"id"}, {"name", Align::left, 9}, {"class", Align::left, 6}, {"year", Align::left, 7}};
  for (const FigureColumn& figure : figures)
    columns.push_back({std::string(figure.title), Align::right, figure.priority});
  std::vector<Row> rows;
  for (const Entry* entry : entries) {
    Row row = {std::string(entry->id), std::string(entry->name), std::string(entry->group), year_of(*entry)};
    for (const FigureColumn& figure : figures) row.push_back(figure_cell(registry, *entry, figure));
    rows.push_back(std::move(row));
  }
  return with_legend(table(columns, rows, width));
}

std::string entry_page(const engine::Registry& registry, const Entry& entry, bool with_sources) {
  return head_of_page(entry) + values_of_page(entry, with_sources) + parts_of_page(registry, entry) +
         (with_sources ? sources_of_page(entry) : std::string());
}

std::string comparison(const engine::Registry& registry, const std::vector<const Entry*>& entries, std::size_t width) {
  std::vector<Column> columns = {{"figure"}};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    columns.push_back({std::string(entries[i]->id), Align::right});
    if (i > 0) columns.push_back({"", Align::right, 1});
  }
  std::vector<Row> rows;
  std::vector<std::size_t> alone(entries.size());  // values that no other entry gives
  for (const ComparedRow& compared_row : compared(registry, entries)) {
    const auto given = std::count_if(compared_row.values.begin(), compared_row.values.end(),
                                     [](const ComparedValue& value) { return value.value != nullptr; });
    if (given < 2) {
      for (std::size_t i = 0; i < entries.size(); ++i) alone[i] += compared_row.values[i].value != nullptr ? 1 : 0;
      continue;
    }
    Row row = {labelled(compared_row.field, compared_row.qualifiers)};
    for (std::size_t i = 0; i < entries.size(); ++i) {
      row.push_back(compared_cell(compared_row.values[i]));
      if (i > 0) row.push_back(ratio_cell(compared_row.values[i]));
    }
    rows.push_back(std::move(row));
  }
  std::string out = with_legend(table(columns, rows, width));
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (alone[i] > 0)
      out += fmt::format("{} more figure{} of {} alone\n", alone[i], alone[i] == 1 ? "" : "s", entries[i]->id);
  return out;
}

}  // namespace napkin::cli
