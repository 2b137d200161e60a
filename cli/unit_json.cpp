// The JSON half of unit_pages.hpp.
#include "cli/json_object.hpp"
#include "cli/unit_pages.hpp"

namespace napkin::cli {
namespace {

using engine::Unit;
using engine::UnitReading;

std::string_view name(engine::UnitKind kind) {
  switch (kind) {
    case engine::UnitKind::physical: return "physical";
    case engine::UnitKind::count: return "count";
    case engine::UnitKind::magnitude: return "magnitude";
  }
  return {};
}

void append(std::string& out, const engine::UnitSpelling& spelling) {
  JsonObject object(out);
  object.text("text", spelling.text);
  object.boolean("any_case", spelling.any_case);
  object.boolean("preferred", spelling.preferred);
  object.boolean("needs_prefix", spelling.needs_prefix);
  object.close();
}

void append(std::string& out, const Unit& unit) {
  JsonObject object(out);
  object.text("id", unit.id);
  object.text("symbol", unit.symbol);
  object.text("name", unit.name);
  object.text("plural", unit.plural);
  object.text("kind", name(unit.kind));
  object.text("dimension", to_string(unit.dimension));
  object.number("scale", unit.scale);
  object.text("label", unit.label);
  object.array("prefixes", unit.prefixes,
               [&](const engine::UnitPrefix& prefix) { validator::append_json_string(out, prefix.symbol); });
  object.array("spellings", unit.spellings, [&](const engine::UnitSpelling& spelling) { append(out, spelling); });
  object.text("doc", unit.doc);
  object.close();
}

void append(std::string& out, const UnitReading& reading) {
  JsonObject object(out);
  object.text("symbol", reading.symbol);
  object.number("scale", reading.scale);
  object.text("dimension", to_string(reading.dimension));
  object.boolean("preferred", reading.preferred);
  object.array("labels", reading.labels, [&](const engine::CountLabel& label) {
    JsonObject counted(out);
    counted.text("name", label.name);
    counted.number("exponent", label.exponent);
    counted.close();
  });
  object.close();
}

void append(std::string& out, const engine::ForbiddenUnit& forbidden) {
  JsonObject object(out);
  object.text("text", forbidden.text);
  object.array("instead", forbidden.instead,
               [&](std::string_view instead) { validator::append_json_string(out, instead); });
  object.text("why", forbidden.why);
  object.close();
}

}  // namespace

std::string all_units_as_json() {
  std::string out;
  JsonObject object(out);
  object.number("version", 1);
  object.array("units", engine::all_units(), [&](const Unit& unit) { append(out, unit); });
  object.array("forbidden", engine::all_forbidden_units(),
               [&](const engine::ForbiddenUnit& forbidden) { append(out, forbidden); });
  object.close();
  return out + '\n';
}

std::string unit_answer_as_json(std::string_view name, const UnitAnswer& answer) {
  std::string out;
  JsonObject object(out);
  object.number("version", 1);
  object.text("name", name);
  object.array("readings", answer.readings, [&](const UnitReading& reading) { append(out, reading); });
  object.array("units", answer.units, [&](const Unit* unit) { append(out, *unit); });
  object.close();
  return out + '\n';
}

}  // namespace napkin::cli
