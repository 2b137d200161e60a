#include "engine/quantity/dimension_name.hpp"

namespace napkin::engine {
namespace {

struct Name {
  Dimension dimension;
  std::string_view name;
  std::string_view factor;  // as in "multiply by …?"; empty where nobody would
};

constexpr Name names[] = {
    {dimensions::none, "a pure number", ""},
    {dimensions::time, "time", "a time"},
    {dimensions::information, "information", "a number of bytes"},
    {dimensions::operation, "operations", "a number of operations"},
    {dimensions::energy, "energy", "an energy"},
    {dimensions::money, "money", "a price"},
    {dimensions::co2e_mass, "mass of CO2e", "a mass of CO2e"},
    {dimensions::length, "length", "a length"},
    {dimensions::temperature, "temperature", "a temperature"},
    {dimensions::charge, "charge", "a charge"},
    {dimensions::power, "power", "a power"},
    {dimensions::bandwidth, "bandwidth", "a bandwidth"},
    {dimensions::operation_rate, "compute rate", "a compute rate"},
    {dimensions::frequency, "frequency", ""},  // its inverse says it better: divide by a time
    {dimensions::current, "current", "a current"},
    {dimensions::voltage, "voltage", "a voltage"},
    {dimensions::operation / dimensions::information, "operational intensity", "operations per byte"},
    {dimensions::energy / dimensions::operation, "energy per operation", ""},
    {dimensions::energy / dimensions::information, "energy per byte", ""},
    {dimensions::money / dimensions::time, "cost rate", ""},
    {dimensions::length.power(2), "area", "an area"},
    {dimensions::length / dimensions::time, "speed", ""},
};

const Name* named(const Dimension& dimension) {
  for (const Name& name : names)
    if (name.dimension == dimension) return &name;
  return nullptr;
}

}  // namespace

std::optional<std::string_view> dimension_name(const Dimension& dimension) {
  const Name* name = named(dimension);
  return name == nullptr ? std::nullopt : std::optional(name->name);
}

std::string describe(const Dimension& dimension) {
  const auto name = dimension_name(dimension);
  if (!name) return to_string(dimension);
  if (dimension.is_none()) return std::string(*name);
  return std::string(*name) + " (" + to_string(dimension) + ")";
}

std::optional<std::string> missing_factor(const Dimension& is, const Dimension& should_be) {
  const Name* multiplier = named(should_be / is);
  if (multiplier != nullptr && !multiplier->factor.empty())
    return "multiply by " + std::string(multiplier->factor) + "?";
  const Name* divisor = named(is / should_be);
  if (divisor != nullptr && !divisor->factor.empty()) return "divide by " + std::string(divisor->factor) + "?";
  return std::nullopt;
}

}  // namespace napkin::engine
