#include "cli/ordered_run.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>

#include <catch2/catch.hpp>

using namespace napkin::cli;

namespace {
// Later items finish first, so that order is the run's doing.
std::size_t squared_slowly(std::size_t i) {
  std::this_thread::sleep_for(std::chrono::microseconds(i % 7 == 0 ? 500 : 10));
  return i * i;
}
}  // namespace

TEST_CASE("results come in order for any number of threads and any window", "[ordered_run]") {
  for (const std::size_t jobs : {1u, 2u, 8u})
    for (const std::size_t window : {1u, 3u, 64u})
      for (const std::size_t count : {0u, 1u, 2u, 100u}) {
        CAPTURE(jobs, window, count);
        std::vector<std::size_t> indexes, results;
        run_in_order(count, jobs, window, squared_slowly, [&](std::size_t i, std::size_t result) {
          indexes.push_back(i);
          results.push_back(result);
        });
        REQUIRE(results.size() == count);
        for (std::size_t i = 0; i < count; ++i) {
          CHECK(indexes[i] == i);
          CHECK(results[i] == i * i);
        }
      }
}

TEST_CASE("no more results wait than the window holds", "[ordered_run]") {
  constexpr std::size_t window = 4;
  std::atomic<std::size_t> produced{0}, consumed{0}, most{0};
  run_in_order(
      200, 3, window,
      [&](std::size_t i) {
        most = std::max(most.load(), ++produced - consumed);
        return i;
      },
      [&](std::size_t, std::size_t) {
        std::this_thread::sleep_for(std::chrono::microseconds(50));
        ++consumed;
      });
  CHECK(most <= window + 1);  // one more is in the consumer's hands
}

TEST_CASE("one job runs on the caller's thread", "[ordered_run]") {
  const auto caller = std::this_thread::get_id();
  run_in_order(
      5, 1, 1, [](std::size_t) { return std::this_thread::get_id(); },
      [&](std::size_t, std::thread::id worker) { CHECK(worker == caller); });
}

TEST_CASE("an exception on either side ends the run", "[ordered_run]") {
  const auto ignore = [](std::size_t, std::size_t) {};
  const auto fail_at_50 = [](std::size_t i) {
    if (i == 50) throw std::runtime_error("50");
    return i;
  };
  CHECK_THROWS_WITH(run_in_order(100, 4, 8, fail_at_50, ignore), "50");
  CHECK_THROWS_WITH(run_in_order(100, 1, 8, fail_at_50, ignore), "50");
  const auto identity = [](std::size_t i) { return i; };
  const auto refuse = [](std::size_t i, std::size_t) {
    if (i == 20) throw std::runtime_error("enough");
  };
  CHECK_THROWS_WITH(run_in_order(100'000, 4, 8, identity, refuse), "enough");
}
