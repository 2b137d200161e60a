// Calls of formulas: their arguments, what they are replaced by, and what is refused.
#include "engine/formula/expand.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <catch2/catch.hpp>

#include "engine/expression/evaluate.hpp"
#include "engine/formula/calculator.hpp"

using namespace napkin::engine;

namespace {

constexpr Argument work[] = {{.name = "work", .unit = "GFLOP", .doc = "operations"}};
constexpr Argument work_and_rate[] = {
    {.name = "work", .unit = "GFLOP", .doc = "operations"},
    {.name = "rate", .unit = "TFLOP/s", .default_text = "2 TFLOP/s", .doc = "operations a second"}};
constexpr Argument on_device[] = {
    {.name = "device", .entity = EntryKind::device, .doc = "whose peak"},
    {.name = "precision", .entity = EntryKind::precision, .default_text = "fp16", .doc = "of the peak"}};
constexpr Argument a_number[] = {{.name = "x", .unit = "", .doc = "a number"}};
constexpr Argument a_list[] = {{.name = "values", .unit = "", .is_list = true, .doc = "numbers"}};

// By id.
const std::array formulas = {
    Formula{.id = "broken", .arguments = a_number, .expression = "x +"},
    Formula{.id = "circle", .arguments = a_number, .expression = "round_about(x)"},
    Formula{.id = "explode_1", .arguments = a_number, .expression = "explode_2(x) + explode_2(x + 1)"},
    Formula{.id = "explode_2",
            .arguments = a_number,
            .expression = "explode_3(x) * explode_3(x + 1) * explode_3(x + 2) * explode_3(x + 3)"},
    Formula{.id = "explode_3",
            .arguments = a_number,
            .expression = "explode_4(x) * explode_4(x + 1) * explode_4(x + 2) * explode_4(x + 3)"},
    Formula{.id = "explode_4",
            .arguments = a_number,
            .expression = "explode_5(x) * explode_5(x + 1) * explode_5(x + 2) * explode_5(x + 3)"},
    Formula{.id = "explode_5",
            .arguments = a_number,
            .expression = "explode_6(x) * explode_6(x + 1) * explode_6(x + 2) * explode_6(x + 3)"},
    Formula{.id = "explode_6",
            .arguments = a_number,
            .expression = "x^2 + x^3 + x^4 + x^5 + x^6 + x^7 + x^8 + x^9"
                          "+ x^10 + x^11 + x^12 + x^13 + x^14 + x^15"},
    Formula{.id = "peak_of", .arguments = on_device, .unit = "FLOP/s", .expression = "device.peak(precision)"},
    Formula{.id = "root_mean_square", .arguments = a_list, .expression = "sqrt(total(values) / count(values))"},
    Formula{.id = "round_about", .arguments = a_number, .expression = "circle(x) + 1"},
    Formula{.id = "stranger", .arguments = a_number, .expression = "x + y"},
    Formula{.id = "time_of", .arguments = work_and_rate, .unit = "s", .expression = "work / rate"},
    Formula{.id = "total", .arguments = a_list, .expression = "sum(values)"},
    Formula{.id = "twice_the_time", .arguments = work, .unit = "s", .expression = "2 * time_of(work, rate=4 TFLOP/s)"},
};

const Library library(built_in_library().registry(), formulas, {});

/// The expression written out, or "column: message".
std::string expanded(const std::string& text) {
  const ParseResult read = parse_expression(text, names_of(library));
  const auto* parsed = std::get_if<ParsedExpression>(&read);
  if (parsed == nullptr) return "unreadable";
  const ExpansionResult result = expand(parsed->expression, library, {}, text);
  if (const auto* error = std::get_if<ExpansionError>(&result))
    return std::to_string(error->range.begin + 1) + ": " + error->message;
  return print(std::get<Expansion>(result).expression);
}

/// The result, or "column: message".
std::string calculated(const std::string& text) {
  const LibraryCalculationResult result = calculate(text, library);
  if (const auto* error = std::get_if<CalculationError>(&result))
    return std::to_string(error->range.begin + 1) + ": " + error->message;
  return std::get<LibraryCalculation>(result).calculation.text;
}

struct Case {
  std::string text, result;
};

}  // namespace

TEST_CASE("a call is replaced by what it stands for", "[expand]") {
  const Case c = GENERATE(values<Case>({
      {"1 + 2", "1 + 2"},
      {"time_of(8 GFLOP, 4 TFLOP/s)", "8 GFLOP / 4 TFLOP/s"},
      {"time_of(8 GFLOP)", "8 GFLOP / 2 TFLOP/s"},
      {"time_of(rate=4 TFLOP/s, work=8 GFLOP)", "8 GFLOP / 4 TFLOP/s"},
      {"time_of(8 GFLOP, rate=1 TFLOP/s) * 3", "8 GFLOP / 1 TFLOP/s * 3"},
      {"time_of(2 GFLOP + 1 GFLOP)", "(2 GFLOP + 1 GFLOP) / 2 TFLOP/s"},
      {"twice_the_time(8 GFLOP)", "2 * (8 GFLOP / 4 TFLOP/s)"},
      {"total(1, 2, 3)", "sum(1, 2, 3)"},
      {"root_mean_square(4, 9)", "sqrt(sum(4, 9) / count(4, 9))"},
      {"free + 1", "free + 1"},
      {"twice-the-time(8 GFLOP)", "unreadable"},
  }));
  CAPTURE(c.text);
  CHECK(expanded(c.text) == c.result);
}

TEST_CASE("the figures of an entry take the place of its fields", "[expand]") {
  CHECK(calculated("peak_of(hw.t4)") == "65 TFLOP/s");
  CHECK(calculated("peak_of(t4, precision=fp16)") == "65 TFLOP/s");
  CHECK(calculated("peak_of(precision=int8, device=t4)") == "130 TOP/s");
  CHECK(calculated("time_of(65 GFLOP, peak_of(t4))") == "1 ms");
  CHECK(calculated("time_of(65 GFLOP, hw.t4.peak(fp16)) to µs") == "1,000 µs");
}

TEST_CASE("a call that cannot be is refused where it is wrong", "[expand]") {
  const Case c = GENERATE(values<Case>({
      {"time_of()", "1: time_of needs 'work' (operations)"},
      {"1 s + time_of(rate=1 TFLOP/s)", "7: time_of needs 'work' (operations)"},
      {"time_of(1 GFLOP, 1 TFLOP/s, 5)", "29: time_of takes 2 arguments: work, rate"},
      {"time_of(1 GFLOP, rte=1 TFLOP/s)", "18: time_of has no argument 'rte'; did you mean 'rate'?"},
      {"time_of(1 GFLOP, work=2 GFLOP)", "18: time_of gets its argument 'work' twice"},
      {"peak_of(5)", "9: 'device' is a device: write a name such as hw.a10"},
      {"peak_of(h100_xsm)", "9: unknown device 'h100_xsm'; did you mean 'h100_sxm' or 'h100_pcie' or 'h100_nvl'?"},
      {"peak_of(h100-xsm)", "9: unknown device 'h100-xsm'; did you mean 'h100_sxm' or 'h100_pcie' or 'h100_nvl'?"},
      {"peak_of(t4, qx99)", "13: unknown precision 'qx99'"},
      {"hw.t4", "1: 'hw.t4' is a device; name one of its fields: hw.t4.…"},
      {"circle(1)", "1: circle calls itself (circle > round_about > circle)"},
      {"2 * round_about(1)", "5: round_about calls itself (round_about > circle > round_about)"},
      {"stranger(1)", "1: formula stranger uses 'y', which is none of its arguments"},
      {"explode_1(1)", "1: more than 20000 operations once every formula is written out"},
  }));
  CAPTURE(c.text);
  CHECK(expanded(c.text) == c.result);
}

TEST_CASE("a formula whose own text is broken is not taken", "[expand]") {
  CHECK(expanded("broken(1)").starts_with("1: formula broken: "));
}

TEST_CASE("what is passed to a formula has the dimension that it asks for", "[calculator]") {
  const Case c = GENERATE(values<Case>({
      {"time_of(8 GFLOP, 4 TFLOP/s)", "2 ms"},
      {"time_of(8 GFLOPs, 4 TFLOPs)", "2 ms"},
      {"time_of(8 GB, 4 TFLOP/s)",
       "9: 'work' of time_of is operations (op), such as GFLOP; this is information (byte)"},
      {"time_of(8 GFLOP, rate=4)",
       "18: 'rate' of time_of is compute rate (op/s), such as TFLOP/s; this is a pure number"},
      {"1 + total(1, 2 s)", "14: 'values' of total is a pure number; this is time (s)"},
      {"time_of(1 GFLOP) + 1 GB", "1: cannot add time (s) and information (byte); divide by a bandwidth?"},
  }));
  CAPTURE(c.text);
  CHECK(calculated(c.text) == c.result);
}

TEST_CASE("a calculation knows what went into it", "[calculator]") {
  const auto result = calculate("time_of(65 GFLOP, peak_of(t4)) + time_of(1 GFLOP, peak_of(t4))", library);
  const auto& calculation = std::get<LibraryCalculation>(result);
  REQUIRE(calculation.facts.size() == 1);
  CHECK(calculation.facts.front().name == "hw.t4.peak(fp16)");
  REQUIRE(calculation.formulas.size() == 2);
  CHECK(calculation.formulas[0]->id == "peak_of");
  CHECK(calculation.formulas[1]->id == "time_of");
}

TEST_CASE("a formula by itself keeps its arguments and the fields of its entries", "[expand]") {
  const auto text_of = [](std::string_view id) {
    return print(std::get<Expansion>(expand(*library.formula(id), library)).expression);
  };
  CHECK(text_of("time_of") == "work / rate");
  CHECK(text_of("twice_the_time") == "2 * (work / 4 TFLOP/s)");
  CHECK(text_of("peak_of") == "device.peak(precision)");
}
