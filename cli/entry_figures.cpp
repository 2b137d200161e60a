#include "cli/entry_figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <variant>

#include <fmt/format.h>

#include "engine/expression/evaluate.hpp"
#include "engine/expression/parse.hpp"
#include "engine/quantity/format.hpp"

namespace napkin::cli {
namespace {

using engine::Entry;
using engine::EntryKind;
using engine::Qualifier;
using engine::Value;

constexpr auto as_given = FigureStyle::as_given;
constexpr auto count = FigureStyle::count;

constexpr FigureColumn device_columns[] = {{"fp16", "peak", "fp16"},
                                           {"int8", "peak", "int8"},
                                           {"memory", "memory.capacity", ""},
                                           {"SRAM", "sram.capacity", "", as_given, 4},
                                           {"bandwidth", "memory.bandwidth", ""},
                                           {"clock", "clock", "", as_given, 5},
                                           {"power", "power.tdp", "", as_given, 2}};
constexpr FigureColumn memory_columns[] = {{"bandwidth", "bandwidth", ""},   {"rate of a pin", "data_rate", ""},
                                           {"width", "bus_width", ""},       {"capacity", "capacity", ""},
                                           {"energy", "energy_per_bit", ""}, {"latency", "latency", ""}};
constexpr FigureColumn link_columns[] = {{"one way", "bandwidth", "per_direction"},
                                         {"both ways", "bandwidth", "both"},
                                         {"rate of a lane", "raw_rate", ""},
                                         {"lanes", "lanes", "", count},
                                         {"latency", "latency", ""},
                                         {"energy", "energy_per_bit", ""}};
constexpr FigureColumn model_columns[] = {
    {"parameters", "parameters", "", count}, {"active", "active_parameters", "", count},
    {"layers", "layers", "", count},         {"hidden", "hidden", "", count},
    {"heads", "heads", "", count},           {"KV heads", "kv_heads", "", count},
    {"head dim", "head_dim", "", count, 4},  {"FFN", "ffn", "", count, 5},
    {"context", "context", "", count, 2},    {"inference", "flops_per_inference", ""}};
constexpr FigureColumn system_columns[] = {{"accelerators", "accelerators", "", count},
                                           {"memory", "memory.capacity", ""},
                                           {"bandwidth", "memory.bandwidth", ""},
                                           {"network", "network.bandwidth", ""},
                                           {"power", "power", ""}};
constexpr FigureColumn energy_columns[] = {{"energy", "energy", ""},
                                           {"per bit", "energy_per_bit", ""},
                                           {"per byte", "energy_per_byte", ""},
                                           {"process", "process", ""}};
constexpr FigureColumn latency_columns[] = {{"time", "time", ""}};
constexpr FigureColumn price_columns[] = {{"price", "amount", ""}, {"as of", "amount", "", FigureStyle::date}};
constexpr FigureColumn grid_columns[] = {{"carbon intensity", "carbon_intensity", ""}, {"of", "year", ""}};
constexpr FigureColumn facility_columns[] = {{"PUE", "pue", ""}};
constexpr FigureColumn component_columns[] = {
    {"failures", "failure_rate", ""}, {"MTBF", "mtbf", ""}, {"repair", "repair_time", ""}};
constexpr FigureColumn precision_columns[] = {
    {"bits", "bits", ""},       {"exponent", "exponent_bits", ""},          {"fraction", "mantissa_bits", ""},
    {"largest", "largest", ""}, {"smallest normal", "smallest_normal", ""}, {"epsilon", "epsilon", ""}};

// In the order of the enumeration.
constexpr std::array<std::span<const FigureColumn>, engine::entry_kind_count> columns_of_kind = {
    device_columns,  memory_columns, link_columns, model_columns,    system_columns,    energy_columns,
    latency_columns, price_columns,  grid_columns, facility_columns, component_columns, precision_columns};

/// "70.6B", "25.6M", "8,192".
std::string short_count(double value) {
  constexpr std::array<std::pair<double, std::string_view>, 3> magnitudes = {{{1e12, "T"}, {1e9, "B"}, {1e6, "M"}}};
  for (const auto& [scale, symbol] : magnitudes)
    if (std::abs(value) >= scale) return engine::format_number(value / scale, 3) + std::string(symbol);
  return engine::format_number(value);
}

bool goes_without_saying(const Qualifier& qualifier) {
  constexpr std::array<std::string_view, 5> usual = {"dense", "tensor", "per_direction", "boost", "max"};
  return std::find(usual.begin(), usual.end(), qualifier.text) != usual.end();
}

template <class Keep>
std::string words_of(const Value& value, Keep keep) {
  std::string out;
  for (const Qualifier& qualifier : value.qualifiers)
    if (qualifier.name != "date" && keep(qualifier)) out += (out.empty() ? "" : " ") + std::string(qualifier.text);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

}  // namespace

std::optional<Figure> figure_of(std::string_view text) {
  const engine::ParseResult read = engine::parse_expression(text);
  const auto* parsed = std::get_if<engine::ParsedExpression>(&read);
  if (parsed == nullptr) return std::nullopt;
  const engine::EvaluationResult value = engine::evaluate(parsed->expression);
  const auto* quantity = std::get_if<engine::Quantity>(&value);
  if (quantity == nullptr) return std::nullopt;
  const auto& literals = parsed->expression.literals;
  const bool has_unit = literals.size() == 1 && !literals.front().readings.empty();
  Figure figure{quantity->value.middle(), {}, *quantity};
  if (!has_unit) return figure;
  figure.unit = literals.front().readings.front().symbol;
  figure.number /= literals.front().readings.front().scale;
  return figure;
}

std::span<const FigureColumn> figure_columns(EntryKind kind) { return columns_of_kind[static_cast<std::size_t>(kind)]; }

std::string figure_cell(const engine::Registry& registry, const Entry& entry, const FigureColumn& column) {
  if (engine::values_of(entry, column.path).empty()) return {};
  std::vector<std::string> qualifiers;
  if (!column.qualifier.empty()) qualifiers.emplace_back(column.qualifier);
  const engine::LookupResult found = engine::look_up(registry, entry, column.path, qualifiers);
  const auto* fact = std::get_if<engine::Fact>(&found);
  if (fact == nullptr) return {};
  if (column.style == FigureStyle::date)
    return std::string(fact->value == nullptr ? "" : engine::qualifier(*fact->value, "date"));
  std::string text(fact->text);
  if (column.style == FigureStyle::count)
    if (const auto figure = figure_of(text)) text = short_count(figure->quantity.value.middle());
  return (fact->is_estimate() ? "~" : "") + text;
}

std::string qualifier_words(const Value& value) {
  return words_of(value, [](const Qualifier&) { return true; });
}

std::string telling_qualifier_words(const Value& value) {
  return words_of(value, [](const Qualifier& qualifier) { return !goes_without_saying(qualifier); });
}

std::string labelled(std::string_view field, std::string_view qualifiers) {
  return qualifiers.empty() ? std::string(field) : fmt::format("{}, {}", field, qualifiers);
}

}  // namespace napkin::cli
