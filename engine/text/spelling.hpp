// "Did you mean": the word of a vocabulary that a misspelt one was probably meant to be.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace napkin::engine {

/// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other; ASCII
/// letters count as equal whatever their case. Bytes, not code points. Gives limit + 1 where there are more
/// than `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

/// The candidate nearest to the word, if it is near enough to have been meant: one edit for words of up to
/// four bytes, two up to seven, three beyond, and never as many as the word has bytes. Of equally near ones
/// the first.
std::optional<std::string_view> closest_word(std::string_view word, std::span<const std::string_view> candidates);

/// As above, over any range of strings that outlives the result.
template <class Range>
std::optional<std::string_view> closest_word(std::string_view word, const Range& candidates) {
  const std::vector<std::string_view> views(std::begin(candidates), std::end(candidates));
  return closest_word(word, std::span<const std::string_view>(views));
}

}  // namespace napkin::engine
