// The unit that follows a figure in prose: "GB/s", "bytes per parameter", "effective TFLOPS", "B params", "concurrent
// requests". Words that the unit table does not know become labels.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/units/unit_readings.hpp"
#include "validator/read/token.hpp"

namespace napkin::validator::read {

/// Units made of words of a text, remembered: texts say "GB" and "tokens/s" many times.
class UnitLookup {
 public:
  const engine::UnitReadings& readings(std::string_view word);
  /// A word that the table does not know, as what is counted.
  engine::UnitReadings label(std::string_view word);
  /// Every reading of one with every of the other; an empty one is left out, or is 1 above the slash.
  engine::UnitReadings product(const engine::UnitReadings& a, const engine::UnitReadings& b, bool divide);
  /// Forgets everything once it has grown beyond what texts usually need.
  void trim();
  bool is_physical(std::string_view word);   // has a reading with a dimension, or is % or ×
  bool is_magnitude(std::string_view word);  // K, M, B, T, million… (among its readings)

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  using Known = std::unordered_map<std::string, engine::UnitReadings, Hash, std::equal_to<>>;

  struct Product {
    engine::UnitReadings a, b;  // held, so that no other list takes their place in memory
    bool divide = false;
    engine::UnitReadings result;
  };

  Known words_, labels_;
  const Known::value_type* last_ = nullptr;            // of words_: a reader asks several things about one word
  std::unordered_map<std::size_t, Product> products_;  // by a hash of the factors; a newer one takes the place
};

struct UnitRead {
  engine::UnitReadings readings;  // empty: no unit, or too ambiguous a product
  std::size_t next = 0;           // first token after the unit and its labels
  std::string unknown;            // a word that looks like a unit and is none (a prefix on no unit)
};

/// Reads from `at`, which stands directly after a number, not beyond `limit`.
UnitRead read_unit_phrase(const Tokens& tokens, std::size_t at, std::size_t limit, UnitLookup& units);

}  // namespace napkin::validator::read
