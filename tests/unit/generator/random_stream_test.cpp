// Draws: the same everywhere, even, and each choice with a stream of its own.
#include "generator/random_stream.hpp"

#include <array>
#include <cmath>

#include <catch2/catch.hpp>

using napkin::generator::RandomStream;

TEST_CASE("a stream is its seed and its name", "[random_stream]") {
  RandomStream a(7, "parameter:batch"), same(7, "parameter:batch"), other_name(7, "parameter:model"),
      other_seed(8, "parameter:batch");
  const std::uint64_t first = a.next();
  CHECK(first == same.next());
  CHECK(first != other_name.next());
  CHECK(first != other_seed.next());
}

TEST_CASE("all numbers below a bound are equally likely", "[random_stream]") {
  constexpr std::size_t count = 7, draws = 70'000;
  std::array<double, count> times{};
  for (std::size_t i = 0; i < draws; ++i) ++times[RandomStream(i, "option").below(count)];
  double chi_square = 0;
  for (const double seen : times) chi_square += std::pow(seen - draws / count, 2) / (draws / count);
  CHECK(chi_square < 22.46);  // 6 degrees of freedom, one in a thousand
}

TEST_CASE("neighbouring seeds give independent draws", "[random_stream]") {
  std::array<std::array<double, 4>, 4> pairs{};
  constexpr std::size_t draws = 32'000;
  for (std::size_t i = 0; i < draws; ++i) ++pairs[RandomStream(i, "a").below(4)][RandomStream(i + 1, "a").below(4)];
  double chi_square = 0;
  for (const auto& row : pairs)
    for (const double seen : row) chi_square += std::pow(seen - draws / 16.0, 2) / (draws / 16.0);
  CHECK(chi_square < 37.7);  // 15 degrees of freedom, one in a thousand
}
