// A fixed set of words, or a table by word, looked up without regard to case: most words of a text are in none of the
// reader's lists, and every list is asked about every word.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "engine/text/ascii.hpp"

namespace napkin::validator::read {

template <class Value, std::size_t N>
class WordTable {
 public:
  explicit constexpr WordTable(const std::pair<std::string_view, Value> (&words)[N]) {
    for (const auto& [word, value] : words) {
      std::size_t at = slot_of(word);
      while (!slots_[at].first.empty()) at = (at + 1) % slots_.size();
      slots_[at] = {word, value};
      lengths_[initial(word)] |= length_bit(word);
    }
  }

  /// Null where the table has no such word.
  constexpr const Value* find(std::string_view word) const {
    // Most words are told by their first letter and their length.
    if (word.empty() || (lengths_[initial(word)] & length_bit(word)) == 0) return nullptr;
    for (std::size_t at = slot_of(word); !slots_[at].first.empty(); at = (at + 1) % slots_.size())
      if (engine::same_letters(slots_[at].first, word)) return &slots_[at].second;
    return nullptr;
  }

 private:
  static constexpr std::size_t initial(std::string_view word) { return static_cast<unsigned char>(word[0]) & 0x1FU; }
  static constexpr std::uint32_t length_bit(std::string_view word) { return 1U << (word.size() & 0x1FU); }

  static constexpr std::size_t slot_of(std::string_view word) {
    std::uint32_t hash = 0x811C9DC5U;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(engine::lower(c))) * 0x01000193U;
    return (hash ^ hash >> 15) % std::bit_ceil(2 * N + 1);
  }

  std::array<std::pair<std::string_view, Value>, std::bit_ceil(2 * N + 1)> slots_{};
  std::array<std::uint32_t, 32> lengths_{};  // of the words that begin with a letter, a bit for each length
};

template <std::size_t N>
class WordSet {
 public:
  explicit constexpr WordSet(const std::string_view (&words)[N]) : WordSet(std::to_array(words)) {}
  explicit constexpr WordSet(const std::array<std::string_view, N>& words)
      : WordSet(words, std::make_index_sequence<N>{}) {}

  constexpr bool contains(std::string_view word) const { return table_.find(word) != nullptr; }

 private:
  using Entry = std::pair<std::string_view, bool>;

  template <std::size_t... I>
  constexpr WordSet(const std::array<std::string_view, N>& words, std::index_sequence<I...>)
      : table_({Entry{words[I], true}...}) {}

  WordTable<bool, N> table_;
};

}  // namespace napkin::validator::read
