// The JSON half of entry_pages.hpp. Its shape is documented in docs/registry.md.
#include "cli/entry_comparison.hpp"
#include "cli/entry_figures.hpp"
#include "cli/entry_pages.hpp"
#include "cli/json_object.hpp"

namespace napkin::cli {
namespace {

using engine::Entry;
using engine::Value;

/// The figure as text, as a number in its own unit, and in the base units of its dimension.
void append_figure(JsonObject& object, const Value& value) {
  object.text("text", value.text);
  const auto figure = figure_of(value.text);
  if (!figure) {
    object.null("number");
    object.null("unit");
    object.null("base_number");
    return;
  }
  object.number("number", figure->number);
  object.text("unit", figure->unit);
  object.number("base_number", figure->quantity.value.middle());
}

void append(std::string& out, const Value& value, const Entry& entry) {
  JsonObject object(out);
  object.text("field", value.field);
  append_figure(object, value);
  JsonObject qualifiers(object.member("qualifiers"));
  for (const engine::Qualifier& qualifier : value.qualifiers) qualifiers.text(qualifier.name, qualifier.text);
  qualifiers.close();
  object.text_or_null("source", value.source == engine::no_source ? "" : entry.sources[value.source].key);
  object.text_or_null("estimate", value.remarks->estimate);
  object.text_or_null("as_written", value.remarks->as_written);
  object.text_or_null("note", value.remarks->note);
  object.close();
}

void append(std::string& out, const engine::Source& source) {
  JsonObject object(out);
  object.text("key", source.key);
  object.text("title", source.title);
  object.text_or_null("publisher", source.publisher);
  object.text_or_null("url", source.url);
  object.text_or_null("read", source.read);
  object.close();
}

void append(std::string& out, const engine::Part& part) {
  JsonObject object(out);
  object.text("role", part.role);
  object.text("entry", part.entry);
  object.text("count", part.count);
  object.close();
}

void append(std::string& out, const Entry& entry) {
  JsonObject object(out);
  object.text("kind", kind_name(entry.kind));
  object.text("id", entry.id);
  object.text("reference", full_name(entry));
  object.text("name", entry.name);
  object.text_or_null("class", entry.group);
  object.text_or_null("vendor", entry.vendor);
  if (entry.year == 0)
    object.null("year");
  else
    object.number("year", entry.year);
  object.text_or_null("sku", entry.sku);
  object.texts("tracks", entry.tracks);
  object.texts("aliases", entry.aliases);
  object.array("values", entry.values, [&](const Value& value) { append(out, value, entry); });
  object.array("parts", entry.parts, [&](const engine::Part& part) { append(out, part); });
  object.array("sources", entry.sources, [&](const engine::Source& source) { append(out, source); });
  object.text_or_null("notes", entry.notes);
  object.close();
}

void append(std::string& out, const ComparedValue& compared) {
  if (compared.value == nullptr) {
    out += "null";
    return;
  }
  JsonObject object(out);
  append_figure(object, *compared.value);
  object.boolean("is_estimate", !compared.value->remarks->estimate.empty());
  if (compared.ratio)
    object.number("ratio", *compared.ratio);
  else
    object.null("ratio");
  object.close();
}

void append(std::string& out, const ComparedRow& row) {
  JsonObject object(out);
  object.text("field", row.field);
  object.text("qualifiers", row.qualifiers);
  object.array("values", row.values, [&](const ComparedValue& value) { append(out, value); });
  object.close();
}

}  // namespace

std::string entries_as_json(const std::vector<const Entry*>& entries) {
  std::string out;
  append_json_array(out, entries, [&](const Entry* entry) { append(out, *entry); });
  return out + '\n';
}

std::string entry_as_json(const Entry& entry) {
  std::string out;
  append(out, entry);
  return out + '\n';
}

std::string comparison_as_json(const engine::Registry& registry, const std::vector<const Entry*>& entries) {
  std::string out;
  JsonObject object(out);
  std::vector<std::string> names;
  for (const Entry* entry : entries) names.push_back(full_name(*entry));
  object.texts("entries", names);
  object.array("rows", compared(registry, entries), [&](const ComparedRow& row) { append(out, row); });
  object.close();
  return out + '\n';
}

}  // namespace napkin::cli
