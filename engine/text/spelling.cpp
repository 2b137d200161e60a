#include "engine/text/spelling.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/text/ascii.hpp"

namespace napkin::engine {
namespace {
constexpr std::size_t longest_word = 64;  // beyond it nobody means a word of ours, and the table stays small

int tolerated_edits(std::size_t length) {
  const int by_length = length <= 4 ? 1 : length <= 7 ? 2 : 3;
  return std::min(by_length, static_cast<int>(length) - 1);
}
}  // namespace

int edit_distance(std::string_view a, std::string_view b, int limit) {
  const auto gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > static_cast<std::size_t>(limit)) return limit + 1;
  if (a.size() > longest_word || b.size() > longest_word) return a == b ? 0 : limit + 1;
  // Optimal string alignment: three rows of the usual table, the oldest for swaps. Only cells within `limit` of the
  // diagonal can hold a distance that counts, and "did you mean" asks for the distance to every spelling there is.
  const int beyond = limit + 1;
  const std::size_t reach = static_cast<std::size_t>(limit);
  int rows[3][longest_word + 1];
  int *before = rows[0], *previous = rows[1], *current = rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::fill(current, current + b.size() + 1, beyond);
    current[0] = static_cast<int>(i);
    for (std::size_t j = i > reach ? i - reach : 1; j <= std::min(b.size(), i + reach); ++j) {
      const char x = lower(a[i - 1]), y = lower(b[j - 1]);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x == y ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y;
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return std::min(previous[b.size()], beyond);
}

std::optional<std::string_view> closest_word(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty()) return std::nullopt;
  int limit = tolerated_edits(word.size());
  std::optional<std::string_view> best;
  for (const std::string_view candidate : candidates) {
    const int distance = edit_distance(word, candidate, limit);
    if (distance > limit) continue;
    best = candidate;
    limit = distance - 1;
    if (limit < 0) break;
  }
  return best;
}

}  // namespace napkin::engine
