#include "engine/quantity/dimension.hpp"

#include <catch2/catch.hpp>

#include "engine/quantity/dimension_name.hpp"

using namespace napkin::engine;

namespace {

using namespace dimensions;

static_assert(none.is_none() && !dimensions::time.is_none());
static_assert(dimensions::power * dimensions::time == energy);
static_assert(bandwidth * dimensions::time == information);
static_assert(current * dimensions::time == charge);
static_assert(voltage * current == dimensions::power);
static_assert(operation_rate / bandwidth == operation / information);
static_assert(frequency == dimensions::time.inverse());
static_assert((length * length).power(1, 2) == length);
static_assert(length.power(1, 2).halves(Base::length) == 1);
static_assert(length.power(1, 2) * length.power(1, 2) == length);
static_assert(dimensions::time.power(0).is_none());
static_assert(dimensions::time.power(1000).halves(Base::time) == 126, "saturates");
static_assert(dimensions::time.power(-1000).halves(Base::time) == -126, "saturates");
static_assert(energy / energy == none);

}  // namespace

TEST_CASE("dimensions are told in symbols and in words", "[dimension]") {
  CHECK(to_string(none) == "1");
  CHECK(to_string(bandwidth) == "byte/s");
  CHECK(to_string(operation / information) == "op/byte");
  CHECK(to_string(frequency) == "1/s");
  CHECK(to_string(length.power(2)) == "m^2");
  CHECK(to_string(dimensions::time.power(1, 2)) == "s^(1/2)");
  CHECK(describe(bandwidth) == "bandwidth (byte/s)");
  CHECK(describe(none) == "a pure number");
  CHECK(describe(information * dimensions::time) == "s*byte");
}

TEST_CASE("a missing factor is named where one step would do", "[dimension]") {
  CHECK(missing_factor(operation_rate, operation) == "multiply by a time?");
  CHECK(missing_factor(operation, operation_rate) == "divide by a time?");
  CHECK(missing_factor(energy, dimensions::power) == "divide by a time?");
  CHECK(missing_factor(information, dimensions::time) == "divide by a bandwidth?");
  CHECK(missing_factor(money, length) == std::nullopt);
}
