#include "cli/spilling_store.hpp"

#include <catch2/catch.hpp>

using namespace napkin::cli;

TEST_CASE("a store gives back what it was given, in memory or not", "[spilling_store]") {
  for (const std::size_t memory : {std::size_t{1}, std::size_t{100}, std::size_t{1} << 20}) {
    SpillingStore store(memory);
    std::string expected, poured;
    for (int i = 0; i < 20'000; ++i) {
      const std::string piece = std::to_string(i) + '\n';
      store.append(piece);
      expected += piece;
    }
    store.pour([&](std::string_view text) { poured += text; });
    CHECK(poured == expected);
  }
}

TEST_CASE("an empty store gives nothing", "[spilling_store]") {
  std::string poured;
  SpillingStore().pour([&](std::string_view text) { poured += text; });
  CHECK(poured.empty());
}
