// Scenarios that tell the same story again, and scenarios that only begin alike.
#include "validator/near_duplicate_search.hpp"

#include <algorithm>
#include <deque>
#include <string>

#include <catch2/catch.hpp>

using namespace napkin::validator;

namespace {

const std::string story =
    "A search team serves a 7B model on one A100 with 80 GB of memory. At 16 concurrent users the time per token is "
    "40 ms, and the product manager wants to know what 64 users would see before the launch next week.";

bool alike(const std::string& a, const std::string& b) { return are_near_duplicates(fingerprint(a), fingerprint(b)); }

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  return text.replace(text.find(what), what.size(), with);
}

}  // namespace

TEST_CASE("the same story is found whatever its small words", "[near_duplicates]") {
  CHECK(alike(story, story));
  CHECK(alike(story, replaced(story, "A search team serves", "The search team runs")));
  CHECK(alike(story, replaced(story, "the product manager wants", "a product manager wants")));
}

TEST_CASE("other figures or another setting make another question", "[near_duplicates]") {
  CHECK_FALSE(alike(story, replaced(replaced(story, "80 GB", "40 GB"), "40 ms", "25 ms")));
  CHECK_FALSE(alike(story, replaced(replaced(story, "A100", "H100"), "7B", "13B")));
  CHECK_FALSE(alike(story,
                    "A phone with 8 GB of memory answers questions with a 3B model in 4 bits. The designers promise a "
                    "first word within 300 ms, and the battery has to last for 200 answers before it is charged."));
}

TEST_CASE("the search finds the earliest, whatever stands between", "[near_duplicates]") {
  std::deque<ScenarioFingerprint> prints;
  NearDuplicateSearch search;
  const auto add = [&](const std::string& text) {
    prints.push_back(fingerprint(text));
    return search.find_and_add(prints.back());
  };
  CHECK_FALSE(add(story));
  for (int i = 0; i < 500; ++i)
    CHECK_FALSE(add("Plant " + std::to_string(i) + " has " + std::to_string(i * 7 + 3) +
                    " cameras on a belt that moves " + std::to_string(i * 3 + 1) + " parts a minute past a lamp, and " +
                    std::to_string(i * i + 11) + " of them are inspected by hand at the end of shift " +
                    std::to_string(i % 17) + "."));
  const auto found = add(replaced(story, "A search team serves", "One search team serves"));
  REQUIRE(found);
  CHECK(*found == 0);
  CHECK_FALSE(search.find_and_add(prints.back(), [](std::size_t) { return false; }));
}

TEST_CASE("short scenarios are not compared", "[near_duplicates]") {
  const ScenarioFingerprint brief = fingerprint("One GPU, ten users.");
  NearDuplicateSearch search;
  CHECK_FALSE(search.find_and_add(brief));
  CHECK_FALSE(search.find_and_add(brief));
}
