#include "engine/expression/resolve.hpp"

#include <catch2/catch.hpp>

#include "engine/expression/calculate.hpp"

using namespace napkin::engine;

namespace {

std::string answer(const std::string& text) {
  const CalculationResult result = calculate(text);
  if (const auto* error = std::get_if<CalculationError>(&result)) return "error: " + error->message;
  return std::get<Calculation>(result).text;
}

}  // namespace

TEST_CASE("the strict language computes", "[calculate]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"275 TOPS / 204.8 GB/s to op/byte", "1,342.77 op/byte"},
      {"2 * 3 + 4", "10"},
      {"6 m / 2 s", "3 m/s"},
      {"10 TFLOPS * 2 s", "20 TFLOP"},
      {"10 TOPS * 2 s", "20 TOP"},
      {"312 TFLOPS / 2039 GB/s", "153.016 FLOP/byte"},
      {"140 GB / 80 GB/GPU", "1.75 GPUs"},
      {"ceil(140 GB / 80 GB)", "2"},
      {"1 GB to bit", "8,000,000,000 bits"},
      {"1 GiB in MB", "1,073.74 MB"},
      {"256 GPUs * $3.50/GPU-hour * 200 s", "49.7778 USD"},
      {"1 kWh to J", "3,600,000 J"},
      {"5 W * 3 h to Wh", "15 Wh"},
      {"20% * 50 ms", "10 ms"},
      {"2^10", "1,024"},
      {"sqrt(9 m^2) to m", "3 m"},
      {"sqrt(2 GB)^2 to GB", "2 GB"},
      {"log2(1024)", "10"},
      {"sum(1 ms, 2 ms, 3 ms)", "6 ms"},
      {"max(1 ms, 20 us)", "1 ms"},
      {"abs(-3 ms)", "3 ms"},
      {"-3 ms", "-3 ms"},
      {"pow(4, 0.5)", "2"},
      {"1/(1 ms)", "1 kHz"},
      {"3.7 V * 2000 mAh to Wh", "7.4 Wh"},
      {"3.1× * 10 ms", "31 ms"},
      {"0.4 kgCO2e/kWh * 10 MWh to tCO2e", "4 tCO2e"},
  }));
  CAPTURE(text);
  CHECK(answer(text) == expected);
}

TEST_CASE("an ambiguous unit takes the reading under which the dimensions agree", "[calculate]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"312 TFLOPs / 2 TB/s to FLOP/byte", "156 FLOP/byte"},
      {"312 TFLOPs / 2 TB/s", "156 s*FLOP/byte"},
      {"4 TFLOPS / 2 TFLOP/s to s", "2 s"},
      {"7B * 2 bytes to GB", "14 GB"},
      {"7B params * 2 bytes/param to GB", "14 GB"},
      {"10 GOPs + 3 GOP/s", "13 GOP/s"},
      {"10 GOPs + 3 GOP", "13 GOP"},
      {"7B + 1 GB", "1 GB"},
      {"3 B * 2 B to GB", "error: a unit can be read in several ways; write 'byte' or 'billion'"},
  }));
  CAPTURE(text);
  CHECK(answer(text) == expected);
}

TEST_CASE("an error names both dimensions and what may be missing", "[calculate]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"3 GB + 2 s", "cannot add information (byte) and time (s); multiply by a bandwidth?"},
      {"275 TFLOP/s + 3 FLOP", "cannot add compute rate (op/s) and operations (op); divide by a time?"},
      {"3 J - 2 W", "cannot subtract energy (J) and power (J/s); multiply by a time?"},
      {"max(3 J, 2)", "cannot compare energy (J) and a pure number; multiply by an energy?"},
      {"275 TFLOP/s * 2 s to op/s",
       "the value is operations (op), the unit asked for is of compute rate (op/s); divide by a time?"},
      {"log2(4 GB)", "log2 takes a pure number, not information (byte); divide by a unit first"},
      {"2^(3 s)",
       "time (s) cannot stand in this power: an exponent is a pure number, and whole or half where the base has a "
       "dimension"},
      {"(4 GB)^(1/3)",
       "information (byte) cannot stand in this power: an exponent is a pure number, and whole or half where the base "
       "has a dimension"},
      {"sqrt(sqrt(2 s))", "s^(1/2) has no square root here"},
      {"1 / (2 - 2)", "division by zero"},
      {"0^-1", "division by zero"},
      {"sqrt(-1)", "undefined for this argument"},
      {"ln(0)", "undefined for this argument"},
      {"(-8)^0.5", "undefined for this argument"},
      {"10^200 * 10^200", "too large to compute"},
      {"5 GB / s", "nothing defines 's'; if the unit is meant, write '1 s', and compounds without spaces (GB/s)"},
      {"2 * hidden_size", "nothing defines 'hidden_size'"},
  }));
  CAPTURE(text);
  CHECK(answer(text) == "error: " + expected);
}

TEST_CASE("symbols come from the environment", "[calculate]") {
  Environment environment;
  environment.symbol = [](std::string_view name) -> std::optional<Quantity> {
    if (name != "hw.h100.memory.bandwidth") return std::nullopt;
    return Quantity{Interval::exactly(3.35e12), dimensions::bandwidth, {}};
  };
  const auto result = calculate("140 GB / hw.h100.memory.bandwidth to ms", environment);
  REQUIRE(std::holds_alternative<Calculation>(result));
  CHECK(std::get<Calculation>(result).text == "41.791 ms");
}

TEST_CASE("a value tells how it came about", "[calculate]") {
  const auto result = calculate("ceil(70B params * 2 bytes/param / 80 GB)");
  REQUIRE(std::holds_alternative<Calculation>(result));
  const auto& calculation = std::get<Calculation>(result);
  CHECK(calculation.expression == "ceil(70 billion param * 2 byte/param / 80 GB)");
  std::vector<std::string> steps;
  for (const Step& step : calculation.steps) steps.push_back(step.text);
  CHECK(steps == std::vector<std::string>{"70 billion param * 2 byte/param", "140 GB / 80 GB", "ceil(1.75)"});
}
