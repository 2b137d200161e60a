// A fixed set of words, looked up without regard to case: most words of a text are in none of the reader's lists, and
// every list is asked about every word.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/text/ascii.hpp"

namespace napkin::validator::read {

template <std::size_t N>
class WordSet {
 public:
  explicit constexpr WordSet(const std::string_view (&words)[N]) : WordSet(std::to_array(words)) {}
  explicit constexpr WordSet(const std::array<std::string_view, N>& words) {
    for (const std::string_view word : words) {
      std::size_t at = slot_of(word);
      while (!slots_[at].empty()) at = (at + 1) % slots_.size();
      slots_[at] = word;
    }
  }

  constexpr bool contains(std::string_view word) const {
    for (std::size_t at = slot_of(word); !slots_[at].empty(); at = (at + 1) % slots_.size())
      if (is_same(slots_[at], word)) return true;
    return false;
  }

 private:
  static constexpr std::size_t slot_of(std::string_view word) {
    std::uint32_t hash = 0x811C9DC5U;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(engine::lower(c))) * 0x01000193U;
    return (hash ^ hash >> 15) % std::bit_ceil(2 * N + 1);
  }

  static constexpr bool is_same(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
      if (engine::lower(a[i]) != engine::lower(b[i])) return false;
    return true;
  }

  std::array<std::string_view, std::bit_ceil(2 * N + 1)> slots_{};
};

}  // namespace napkin::validator::read
