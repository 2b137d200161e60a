#include "engine/quantity/decimal.hpp"

#include <catch2/catch.hpp>

using namespace napkin::engine;

TEST_CASE("a numeral keeps what its text says", "[decimal]") {
  struct Row {
    std::string text;
    Decimal expected;
  };
  const Row row = GENERATE(values<Row>({
      {"0", {0, 1, 1, false, 0}},
      {"8", {8, 1, 1, false, 0}},
      {"4096", {4096, 1, 4, false, 0}},
      {"1,342.7", {1342.7, 0.1, 5, true, 0}},
      {"1,500", {1500, 1, 4, false, 2}},
      {"1'000'000", {1e6, 1, 7, false, 6}},
      {"10_000", {10000, 1, 5, false, 4}},
      {"1\u2009234", {1234, 1, 4, false, 0}},
      {"1\u00A0234\u00A0567", {1234567, 1, 7, false, 0}},
      {"1\u202F234", {1234, 1, 4, false, 0}},
      {"0.95", {0.95, 0.01, 2, true, 0}},
      {"0.950", {0.95, 0.001, 3, true, 0}},
      {"0.00", {0, 0.01, 1, true, 0}},
      {".5", {0.5, 0.1, 1, true, 0}},
      {"1.5e-5", {1.5e-5, 1e-6, 2, true, 0}},
      {"2e9", {2e9, 1e9, 1, false, 0}},
      {"1.50E+3", {1500, 10, 3, true, 0}},
      {"007", {7, 1, 1, false, 0}},
  }));
  CAPTURE(row.text);
  const auto decimal = parse_decimal(row.text);
  REQUIRE(decimal);
  CHECK(*decimal == row.expected);
  CHECK(parse_decimal(to_string(*decimal)) == decimal);
}

TEST_CASE("what is no numeral is none", "[decimal]") {
  const auto text =
      GENERATE(as<std::string>{}, "", "1,2", "1,23", "1,2345", "1234,567", ",123", "1.2.3", "1.", ".", "1e", "1e+",
               "e5", "-1", "+1", " 1", "1 ", "1,234'567", "0x10", "1e999", "1e99999", "NaN", "inf");
  CAPTURE(text);
  CHECK_FALSE(parse_decimal(text));
  CHECK_FALSE(parse_decimal(std::string(401, '1')));
}

TEST_CASE("printed digits leave half a place open", "[decimal]") {
  const Interval open = parse_decimal("0.95")->as_written();
  CHECK(open.lo == Approx(0.945));
  CHECK(open.hi == Approx(0.955));
  CHECK(parse_decimal("0.95")->exact() == Interval::exactly(0.95));
}
