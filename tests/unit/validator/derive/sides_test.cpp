#include "validator/derive/sides.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/validator/prose.hpp"

using namespace napkin::validator;
using namespace napkin::validator::derive;
using napkin::engine::Expression;

namespace {

/// The calculation before the sign.
Expression left_of(std::string_view text) {
  const std::vector<Statement> statements = statements_of(text);
  REQUIRE(statements.size() == 1);
  return statements.front().left;
}

double value(const Expression& expression) {
  const auto quantity = value_of(expression);
  return quantity ? quantity->value.middle() : -1;
}

}  // namespace

TEST_CASE("every combination of readings is a side, the usual one first", "[sides]") {
  const std::vector<Side> one = readings_of(left_of("3 GB * 2 = 6 GB"));
  CHECK(one.size() == 1);
  CHECK(one.front().all_preferred);

  const std::vector<Side> several = readings_of(left_of("312 TFLOPs * 2 = 624 TFLOPs"));
  REQUIRE(several.size() >= 2);
  CHECK(several[0].all_preferred);
  CHECK_FALSE(several[1].all_preferred);
  for (const Side& side : several)
    for (const auto& literal : side.expression.literals) CHECK(literal.readings.size() <= 1);
}

TEST_CASE("many ambiguous units do not give endless combinations", "[sides]") {
  std::string text = "1 TFLOPs";
  for (int i = 0; i < 20; ++i) text += " + 1 TFLOPs";
  CHECK(readings_of(left_of(text + " = 21 TFLOPs")).size() <= 64);
}

TEST_CASE("units are lent within sums, not across products", "[sides]") {
  Expression sum = left_of("15 + 40 ms = 55 ms");
  CHECK(lend_units_in_sums(sum));
  CHECK(value(sum) == Approx(0.055));
  Expression product = left_of("15 * 40 ms = 600 ms");
  CHECK_FALSE(lend_units_in_sums(product));
  Expression complete = left_of("15 ms + 40 ms = 55 ms");
  CHECK_FALSE(lend_units_in_sums(complete));
}

TEST_CASE("a percentage in a sum is taken of the rest", "[sides]") {
  Expression margin = left_of("200 W + 40% = 280 W");
  CHECK(take_percent_of_the_rest(margin));
  CHECK(value(margin) == Approx(280));
  Expression none = left_of("200 W + 40 W = 240 W");
  CHECK_FALSE(take_percent_of_the_rest(none));
}

TEST_CASE("decimal prefixes of bytes can be taken as powers of 1,024", "[sides]") {
  int step = 0;
  const auto binary = with_binary_prefixes(left_of("2 * 3 MB = 6 MB"), step);
  REQUIRE(binary);
  CHECK(value(*binary) == Approx(6.0 * 1048576));
  CHECK(step == 2);
  step = 0;
  CHECK_FALSE(with_binary_prefixes(left_of("2 * 3 MiB = 6 MiB"), step));
  CHECK(step == 0);
}

TEST_CASE("MACs can be taken for one operation each", "[sides]") {
  const auto as_one = with_mac_as_operation(left_of("7 GMAC * 3 = 21 GOP"));
  REQUIRE(as_one);
  CHECK(value(*as_one) == Approx(21e9));
  CHECK_FALSE(with_mac_as_operation(left_of("7 GOP * 3 = 21 GOP")));
}

TEST_CASE("numerals alone", "[sides]") { CHECK(value(without_units(left_of("2 * 3 MB = 6 MB"))) == 6); }
