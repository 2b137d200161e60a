#include "engine/units/unit_table.hpp"

#include <catch2/catch.hpp>

using namespace napkin::engine;

namespace {

std::string summary(const UnitReading& reading) {
  std::string labels;
  for (const CountLabel& label : reading.labels) labels += " " + label.name + "^" + std::to_string(label.exponent);
  return reading.symbol + " " + to_string(reading.dimension) + labels + (reading.preferred ? "" : " second");
}

std::string summary(std::string_view text) {
  std::string result;
  for (const UnitReading& reading : read_unit(text)) result += (result.empty() ? "" : " | ") + summary(reading);
  return result;
}

}  // namespace

TEST_CASE("units are read as the field writes them", "[units]") {
  const auto [text, expected, scale] = GENERATE(table<std::string, std::string, double>({
      {"GB", "GB byte", 1e9},
      {"KB", "kB byte", 1e3},
      {"GiB", "GiB byte", 1073741824},
      {"Gb", "Gbit byte", 1.25e8},
      {"Gbits/s", "Gbit/s byte/s", 1.25e8},
      {"Gbps", "Gbps byte/s", 1.25e8},
      {"GBps", "GBps byte/s", 1e9},
      {"GB/sec", "GB/s byte/s", 1e9},
      {"B", "byte byte | billion 1 second", 1},
      {"TFLOPs", "TFLOP op | TFLOP/s op/s second", 1e12},
      {"TFLOPS", "TFLOP/s op/s | TFLOP op second", 1e12},
      {"GOPs", "GOP op | GOP/s op/s second", 1e9},
      {"TOPS", "TOP/s op/s | TOP op second", 1e12},
      {"G-ops", "GOP op | GOP/s op/s second", 1e9},
      {"Tera-Ops", "TOP op | TOP/s op/s second", 1e12},
      {"GigaMACs", "GMAC op", 2e9},
      {"us", "µs s", 1e-6},
      {"\u00B5s", "µs s", 1e-6},
      {"\u03BCs", "µs s", 1e-6},
      {"BTU/hr", "BTU/h J/s", 1055.05585262 / 3600},
      {"W/mm²", "W/mm^2 J/s/m^2", 1e6},
      {"s⁻¹", "s^-1 1/s", 1},
      {"1/s", "1/s 1/s", 1},
      {"FPS", "FPS 1/s frame^1", 1},
      {"tokens/s", "token/s 1/s token^1", 1},
      {"k tokens", "thousand token 1 token^1", 1e3},
      {"B-op", "billion op op", 1e9},
      {"$/GPU-hour", "USD/GPU/h USD/s GPU^-1", 1 / 3600.0},
      {"kg CO2/kWh", "kgCO2e/kWh gCO2e/J", 1e3 / 3.6e6},
      {"USD/million tokens", "USD/million token USD token^-1", 1e-6},
      {"TOPS/W", "TOP/s/W op/J | TOP/W s*op/J second", 1e12},
      {"m/s^2", "m/s^2 m/s^2", 1},
      {"W/op/s", "W/op/s J/s^2/op", 1},
      {"month", "month s", 30.44 * 86400},
      {"yr", "year s", 365.25 * 86400},
      {"d", "day s second", 86400},
  }));
  CAPTURE(text);
  CHECK(summary(text) == expected);
  REQUIRE_FALSE(read_unit(text).empty());
  CHECK(read_unit(text).front().scale == Approx(scale).epsilon(1e-12));
}

TEST_CASE("what is no unit has no reading", "[units]") {
  const auto text = GENERATE(as<std::string>{}, "", " ", "mB", "mb", "gbps", "C", "€", "foo", "GB/", "/s", "GB/foo",
                             "12", "s^0", "s^x", "s^10", "GB*x", "m m", "GT/x", "s-X");
  CAPTURE(text);
  CHECK(read_unit(text).empty());
}

TEST_CASE("the power of 1000 of an information prefix is kept", "[units]") {
  CHECK(read_unit("GB").front().decimal_information_prefix == 3);
  CHECK(read_unit("GiB").front().decimal_information_prefix == 0);
  CHECK(read_unit("GB/s").front().decimal_information_prefix == 3);
  CHECK(read_unit("ms/MB").front().decimal_information_prefix == -2);
  CHECK(read_unit("GHz").front().decimal_information_prefix == 0);
}

TEST_CASE("every symbol of the table reads as its own unit and nothing else", "[units]") {
  const auto check = [](const Unit& unit, const std::string& symbol, double scale) {
    CAPTURE(symbol);
    const auto readings = read_unit(symbol);
    REQUIRE(readings.size() == 1);
    CHECK(readings[0].symbol == symbol);
    CHECK(readings[0].scale == scale);
    CHECK(readings[0].dimension == unit.dimension);
    CHECK(readings[0].preferred);
  };
  for (const Unit& unit : all_units()) {
    check(unit, std::string(unit.symbol), unit.scale);
    for (const UnitPrefix& prefix : unit.prefixes)
      check(unit, std::string(prefix.symbol) + std::string(unit.prefixed_symbol), unit.scale * prefix.factor);
  }
}

TEST_CASE("a misspelt unit finds its neighbours", "[units]") {
  const auto first = [](std::string_view word) {
    const auto similar = similar_units(word);
    return similar.empty() ? std::string() : similar.front();
  };
  CHECK(first("mB") == "MB");
  CHECK(first("secnds") == "seconds");
  CHECK(first("tokns") == "tokens");
  CHECK(first("gigabytess") == "gigabytes");
  CHECK(first("kilowat") == "kilowatt");
  CHECK(first("Milliseonds") == "milliseconds");
  CHECK(first("qwertyuiop") == "");
  CHECK(forbidden_unit("€")->why == "there is no exchange rate here");
}
