#include "engine/quantity/natural_unit.hpp"

#include <cmath>
#include <cstdlib>
#include <span>
#include <string_view>

namespace napkin::engine {
namespace {

struct Step {
  std::string_view symbol;
  double scale = 1;
};

// From the largest down; the last one is also for what is smaller still.
constexpr Step si[] = {{"P", 1e15}, {"T", 1e12}, {"G", 1e9},  {"M", 1e6},   {"k", 1e3},  {"", 1},
                       {"m", 1e-3}, {"µ", 1e-6}, {"n", 1e-9}, {"p", 1e-12}, {"f", 1e-15}};
constexpr Step multiples[] = {{"E", 1e18}, {"P", 1e15}, {"T", 1e12}, {"G", 1e9}, {"M", 1e6}, {"k", 1e3}, {"", 1}};
constexpr Step small[] = {{"", 1}, {"m", 1e-3}, {"µ", 1e-6}, {"n", 1e-9}, {"p", 1e-12}, {"f", 1e-15}};
constexpr Step kilometres[] = {{"k", 1e3}, {"", 1}, {"m", 1e-3}, {"µ", 1e-6}, {"n", 1e-9}};
constexpr Step none[] = {{"", 1}};

// People say 90 s and 90 min, but 3 days.
constexpr double minute = 60, hour = 3600, day = 86400, year = 365.25 * day;
struct TimeStep {
  double from;
  Step step;
};
constexpr TimeStep long_times[] = {
    {2 * year, {"year", year}}, {2 * day, {"day", day}}, {2 * hour, {"h", hour}}, {2 * minute, {"min", minute}}};

struct Row {
  Dimension dimension;
  std::string_view symbol;           // without prefix
  std::string_view prefixed_symbol;  // behind one
  std::span<const Step> prefixes;
  double scale = 1;
};

using namespace dimensions;
constexpr Dimension watt = dimensions::power;
constexpr Dimension intensity = operation / information;
constexpr Row rows[] = {
    {time, "s", "s", small},
    {information, "byte", "B", multiples},
    {bandwidth, "byte/s", "B/s", multiples},
    {operation, "op", "OP", multiples},
    {operation_rate, "op/s", "OP/s", multiples},
    {intensity, "op/byte", "op/byte", none},
    {energy, "J", "J", si},
    {watt, "W", "W", si},
    {energy / operation, "J/op", "J/op", small},
    {energy / information, "J/byte", "J/byte", small},
    {operation / energy, "op/J", "OP/J", multiples},
    {watt / length.power(2), "W/mm^2", "W/mm^2", none, 1e6},
    {money, "USD", "USD", none},
    {money / time, "USD/h", "USD/h", none, 1 / 3600.0},
    {money / energy, "USD/kWh", "USD/kWh", none, 1 / 3.6e6},
    {co2e_mass, "gCO2e", "gCO2e", si},
    {co2e_mass / energy, "gCO2e/kWh", "gCO2e/kWh", none, 1 / 3.6e6},
    {length, "m", "m", kilometres},
    {length.power(2), "mm^2", "mm^2", none, 1e-6},
    {length / time, "m/s", "m/s", none},
    {temperature, "°C", "°C", none},
    {temperature / watt, "°C/W", "°C/W", none},
    {charge, "Ah", "Ah", small, 3600},
    {current, "A", "A", small},
    {voltage, "V", "V", small},
};

const Row* row_of(const Dimension& dimension) {
  for (const Row& row : rows)
    if (row.dimension == dimension) return &row;
  return nullptr;
}

/// The largest step that is not above the value. 999.9999996 counts as 1000: it would be printed so.
Step step_for(double magnitude, std::span<const Step> steps) {
  if (magnitude == 0) {
    for (const Step& step : steps)
      if (step.scale == 1) return step;
  }
  for (const Step& step : steps)
    if (magnitude >= step.scale * (1 - 1e-9)) return step;
  return steps.back();
}

void append(std::string& symbol, const CountLabel& label) {
  const int exponent = std::abs(label.exponent);
  symbol += label.name;
  if (exponent != 1) symbol += "^" + std::to_string(exponent);
}

std::string counted(const CountLabels& labels) {
  std::string symbol;
  for (const CountLabel& label : labels) {
    if (label.exponent <= 0) continue;
    if (!symbol.empty()) symbol += '*';
    append(symbol, label);
  }
  return symbol;
}

std::string per_counted(const CountLabels& labels) {
  std::string symbol;
  for (const CountLabel& label : labels) {
    if (label.exponent >= 0) continue;
    symbol += '/';
    append(symbol, label);
  }
  return symbol;
}

NaturalUnit without_denominator(const Quantity& quantity, double magnitude) {
  const std::string counts = counted(quantity.labels);
  if (quantity.dimension.is_none()) return {counts, 1};
  if (quantity.dimension == frequency) {
    if (!counts.empty() || !quantity.labels.empty()) return {(counts.empty() ? "1" : counts) + "/s", 1};
    const Step step = step_for(magnitude, si);
    return {std::string(step.symbol) + "Hz", step.scale};
  }
  if (quantity.dimension == time)
    for (const TimeStep& candidate : long_times)
      if (magnitude >= candidate.from) return {std::string(candidate.step.symbol), candidate.step.scale};
  const Row* row = row_of(quantity.dimension);
  if (row == nullptr) return {to_string(quantity.dimension), 1};
  const Step step = step_for(magnitude / row->scale, row->prefixes);
  return {std::string(step.symbol) + std::string(step.symbol.empty() ? row->symbol : row->prefixed_symbol),
          step.scale * row->scale};
}

}  // namespace

NaturalUnit natural_unit(const Quantity& quantity) {
  NaturalUnit unit = without_denominator(quantity, std::abs(quantity.value.middle()));
  const std::string denominator = per_counted(quantity.labels);
  if (unit.symbol.empty() && !denominator.empty()) unit.symbol = "1";
  unit.symbol += denominator;
  return unit;
}

}  // namespace napkin::engine
