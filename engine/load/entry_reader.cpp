#include "engine/load/entry_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace napkin::engine::load {
namespace {

constexpr std::size_t most_values = 500;

std::vector<Source> read_sources(YamlMap& map) {
  std::vector<Source> sources;
  if (!map.has("sources")) return sources;
  YamlMap list = map.map("sources", "sources");
  for (auto& [key, source] : list.entries("source")) {
    Source result;
    result.key = key;
    result.title = source.required("title");
    result.publisher = source.optional("publisher");
    result.url = source.optional("url");
    result.read = source.optional("read");
    source.finish();
    sources.push_back(result);
  }
  return sources;
}

std::uint16_t index_of_source(YamlMap& value, const std::vector<Source>& sources) {
  const std::string_view key = value.optional("source");
  if (key.empty()) return no_source;
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (sources[i].key == key) return static_cast<std::uint16_t>(i);
  value.report("source", fmt::format("there is no source '{}' in this entry", key));
  return no_source;
}

Value read_value(FileContext& file, YamlMap& map, const std::vector<Source>& sources) {
  Value value;
  value.field = map.required("field");
  value.text = map.required("value");
  value.source = index_of_source(map, sources);
  const Remarks remarks{map.optional("estimate"), map.optional("as_written"), map.optional("note")};
  if (!remarks.estimate.empty() || !remarks.as_written.empty() || !remarks.note.empty())
    value.remarks = file.store().keep(std::vector{remarks}).data();
  const bool has_source = map.has("source"), has_estimate = !remarks.estimate.empty();
  if (has_source && has_estimate) map.report("a value has a source or is an estimate, not both");
  if (!has_source && !has_estimate)
    map.report(fmt::format("'{}' needs a source, or an estimate with its reasoning", value.field));
  std::vector<Qualifier> qualifiers;
  for (const auto& [name, text] : map.rest()) qualifiers.push_back({name, text});
  value.qualifiers = file.store().keep(std::move(qualifiers));
  map.finish();
  return value;
}

std::vector<Part> read_parts(YamlMap& map) {
  std::vector<Part> parts;
  for (YamlMap& part : map.maps("parts", "a part")) {
    Part result;
    result.role = part.required("role");
    result.entry = part.required("entry");
    result.count = part.optional("count");
    if (result.count.empty()) result.count = "1";
    part.finish();
    parts.push_back(result);
  }
  return parts;
}

}  // namespace

Entry read_entry(FileContext& file, YamlMap& map) {
  Entry entry;
  entry.id = map.required("id");
  const std::string_view kind = map.required("kind");
  if (const auto known = kind_named(kind))
    entry.kind = *known;
  else if (!kind.empty())
    map.report("kind", fmt::format("unknown kind '{}'", kind));
  entry.name = map.required("name");
  entry.group = map.optional(entry.kind == EntryKind::model && map.has("family") ? "family" : "class");
  entry.vendor = map.optional("vendor");
  entry.sku = map.optional("sku");
  entry.notes = map.optional("notes");
  entry.year = map.whole_number("year");
  entry.aliases = file.store().keep(map.texts("aliases"));
  entry.tracks = file.store().keep(map.texts("tracks"));
  const std::vector<Source> sources = read_sources(map);
  std::vector<Value> values;
  for (YamlMap& value : map.maps("values", "a value"))
    if (value.is_map() && values.size() < most_values) values.push_back(read_value(file, value, sources));
  entry.sources = file.store().keep(sources);
  entry.values = file.store().keep(std::move(values));
  entry.parts = file.store().keep(read_parts(map));
  map.finish();
  return entry;
}

std::vector<Field> read_fields(FileContext& file, YamlMap& map) {
  std::vector<Field> fields;
  for (YamlMap& row : map.maps("fields", "a field")) {
    Field field;
    field.path = row.required("field");
    field.doc = row.required("doc");
    field.otherwise = row.optional("otherwise");
    for (const std::string_view kind : row.texts("kinds")) {
      const auto known = kind_named(kind);
      if (known)
        field.kinds = static_cast<std::uint16_t>(field.kinds | 1U << static_cast<unsigned>(*known));
      else
        row.report("kinds", fmt::format("unknown kind '{}'", kind));
    }
    std::vector<std::string_view> units;
    if (row.is_sequence("unit"))
      units = row.texts("unit");
    else
      units.push_back(row.optional("unit"));
    field.units = file.store().keep(std::move(units));
    field.qualifiers = file.store().keep(row.texts("qualifiers"));
    row.finish();
    fields.push_back(field);
  }
  map.finish();
  return fields;
}

}  // namespace napkin::engine::load
