#include "engine/text/spelling.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace napkin::engine;

namespace {

// The definition of the distance, as slow as it is plain.
int reference_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return static_cast<int>(a.size() + b.size());
  const std::string_view shorter_a = a.substr(1), shorter_b = b.substr(1);
  int best = std::min({reference_distance(shorter_a, b) + 1, reference_distance(a, shorter_b) + 1,
                       reference_distance(shorter_a, shorter_b) + (a[0] == b[0] ? 0 : 1)});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
    best = std::min(best, reference_distance(a.substr(2), b.substr(2)) + 1);
  return best;
}

// Every word over {a, b} of up to `length` letters.
std::vector<std::string> all_words(std::size_t length) {
  std::vector<std::string> words = {""};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() == length) break;
    words.push_back(words[i] + 'a');
    words.push_back(words[i] + 'b');
  }
  return words;
}

}  // namespace

TEST_CASE("edit distance counts each kind of slip once and ignores case", "[spelling]") {
  struct Row {
    const char *a, *b;
    int distance;
  };
  const Row rows[] = {{"check", "check", 0},    {"check", "chek", 1}, {"check", "chekc", 1}, {"check", "chack", 1},
                      {"check", "checks", 1},   {"JSON", "json", 0},  {"", "ab", 2},         {"ab", "", 2},
                      {"kitten", "sitting", 3}, {"abcd", "wxyz", 4}};
  for (const Row& row : rows) {
    CAPTURE(row.a, row.b);
    CHECK(edit_distance(row.a, row.b, 9) == row.distance);
    CHECK(edit_distance(row.b, row.a, 9) == row.distance);
  }
  CHECK(edit_distance("abcd", "wxyz", 2) == 3);
  CHECK(edit_distance("abcd", "abcdefgh", 2) == 3);
}

TEST_CASE("edit distance is what its definition says, up to every limit", "[spelling]") {
  for (const std::string& a : all_words(4)) {
    for (const std::string& b : all_words(4)) {
      const int distance = reference_distance(a, b);
      for (int limit = 0; limit <= 4; ++limit) {
        CAPTURE(a, b, limit);
        REQUIRE(edit_distance(a, b, limit) == std::min(distance, limit + 1));
      }
    }
  }
}

TEST_CASE("the closest word is offered only when it may have been meant", "[spelling]") {
  const std::vector<std::string> words = {"text", "json", "jsonl", "github"};
  CHECK(closest_word("jsn", words) == "json");
  CHECK(closest_word("JSONL", words) == "jsonl");
  CHECK(closest_word("gihtub", words) == "github");
  CHECK(closest_word("xml", words) == std::nullopt);
  CHECK(closest_word("", words) == std::nullopt);
  CHECK(closest_word("a", std::vector<std::string>{"b"}) == std::nullopt);
  CHECK(closest_word(std::string(100'000, 'x'), words) == std::nullopt);
}
