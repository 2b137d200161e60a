#include "engine/quantity/format.hpp"

#include <catch2/catch.hpp>

using namespace napkin::engine;

TEST_CASE("numbers as people read them", "[format]") {
  const auto [value, significant, expected] = GENERATE(table<double, int, std::string>({
      {0, 6, "0"},
      {1342.7734375, 6, "1,342.77"},
      {0.95, 6, "0.95"},
      {-3.14159265, 6, "-3.14159"},
      {999999.5, 6, "1,000,000"},
      {24883200, 6, "24,883,200"},
      {24883217, 6, "24,883,200"},
      {100, 6, "100"},
      {1000, 6, "1,000"},
      {0.0001, 6, "0.0001"},
      {0.00012345678, 6, "0.000123457"},
      {3.6e-9, 6, "3.6e-09"},
      {9.99999e14, 6, "999,999,000,000,000"},
      {1e15, 6, "1e+15"},
      {0.1 + 0.2, 6, "0.3"},
      {1194.6666, 3, "1,190"},
  }));
  CAPTURE(value);
  CHECK(format_number(value, significant) == expected);
}

TEST_CASE("a value in the unit that was written", "[format]") {
  const auto in = [](double value, std::string_view unit) {
    const UnitReading reading = read_unit(unit).front();
    return format_in({Interval::exactly(value), reading.dimension, reading.labels}, reading);
  };
  CHECK(in(1194.67, "USD") == "1,194.67 USD");
  CHECK(in(0.125, "%") == "12.5%");
  CHECK(in(3.1, "x") == "3.1×");
  CHECK(in(4096, "token") == "4,096 tokens");
  CHECK(in(1, "token") == "1 token");
  CHECK(in(1250, "tokens/s") == "1,250 tokens/s");
  CHECK(in(3.5e6, "queries") == "3,500,000 queries");
  CHECK(in(295.22, "FLOP/byte") == "295.22 FLOP/byte");
}

TEST_CASE("a value in the unit that an engineer would choose", "[format]") {
  using namespace dimensions;
  struct Row {
    Quantity quantity;
    std::string expected;
  };
  const auto exactly = [](double value, Dimension dimension, CountLabels labels = {}) {
    return Quantity{Interval::exactly(value), dimension, std::move(labels)};
  };
  const std::vector<Row> rows = {
      {exactly(0.00996, dimensions::time), "9.96 ms"},
      {exactly(0, dimensions::time), "0 s"},
      {exactly(90, dimensions::time), "90 s"},
      {exactly(5400, dimensions::time), "90 min"},
      {exactly(36000, dimensions::time), "10 h"},
      {exactly(10 * 86400, dimensions::time), "10 days"},
      {exactly(68.7e9, information), "68.7 GB"},
      {exactly(12, information), "12 bytes"},
      {exactly(204.8e9, bandwidth), "204.8 GB/s"},
      {exactly(275e12, operation_rate), "275 TOP/s"},
      {exactly(1342.77, operation / information), "1,342.77 op/byte"},
      {exactly(5e-12, energy / information), "5 pJ/byte"},
      {exactly(0.3, dimensions::power), "300 mW"},
      {exactly(3.5 / 3600, money / dimensions::time), "3.5 USD/h"},
      {exactly(2e9, frequency), "2 GHz"},
      {exactly(1250, frequency, {{"token", 1}}), "1,250 tokens/s"},
      {exactly(4096, none, {{"token", 1}}), "4,096 tokens"},
      {exactly(8, none, {{"request", -1}, {"token", 1}}), "8 tokens/request"},
      {exactly(0.5, none, {{"token", -1}}), "0.5 1/token"},
      {exactly(80e9, information, {{"GPU", -1}}), "80 GB/GPU"},
      {exactly(80e9, information, {{"GPU", 1}}), "80 GB"},
      {exactly(1.75, none), "1.75"},
      {exactly(3, information * dimensions::time), "3 s*byte"},
  };
  for (const Row& row : rows) CHECK(format_natural(row.quantity) == row.expected);
}
