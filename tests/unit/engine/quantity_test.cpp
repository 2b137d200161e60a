#include "engine/quantity/quantity.hpp"

#include <catch2/catch.hpp>

using namespace napkin::engine;

TEST_CASE("labels multiply, cancel and stay sorted", "[quantity]") {
  const CountLabels tokens{{"token", 1}}, requests{{"request", 1}};
  CHECK(multiply(tokens, requests) == CountLabels{{"request", 1}, {"token", 1}});
  CHECK(multiply(tokens, power(tokens, -1)).empty());
  CHECK(multiply(tokens, tokens) == CountLabels{{"token", 2}});
  CHECK(multiply({}, tokens) == tokens);
  CHECK(power(tokens, 0).empty());
  CHECK(power(tokens, 1000) == CountLabels{{"token", 63}});
}

TEST_CASE("quantities carry dimension and labels through", "[quantity]") {
  const Quantity tokens{Interval::exactly(4096), {}, {{"token", 1}}};
  const Quantity per_token{Interval::exactly(0.5e6), dimensions::information, {{"token", -1}}};
  const Quantity cache = tokens * per_token;
  CHECK(cache.value == Interval::exactly(2.048e9));
  CHECK(cache.dimension == dimensions::information);
  CHECK(cache.labels.empty());
  const Quantity back = cache / tokens;
  CHECK(back.labels == per_token.labels);
}
