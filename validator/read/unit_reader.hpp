// The unit that follows a figure in prose: "GB/s", "bytes per parameter", "effective TFLOPS", "B params", "concurrent
// requests". Words that the unit table does not know become labels.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/units/unit_table.hpp"
#include "validator/read/token.hpp"

namespace napkin::validator::read {

/// Look-ups of unit words, remembered: one file says "GB" many times.
class UnitLookup {
 public:
  const std::vector<engine::UnitReading>& readings(std::string_view word);
  bool is_physical(std::string_view word);   // has a reading with a dimension, or is % or ×
  bool is_magnitude(std::string_view word);  // K, M, B, T, million… (among its readings)

 private:
  std::unordered_map<std::string, std::vector<engine::UnitReading>> known_;
};

struct UnitRead {
  std::vector<engine::UnitReading> readings;  // empty: no unit, or too ambiguous a product
  std::size_t next = 0;                       // first token after the unit and its labels
  std::string unknown;                        // a word that looks like a unit and is none (a prefix on no unit)
};

/// Reads from `at`, which stands directly after a number, not beyond `limit`.
UnitRead read_unit_phrase(const Tokens& tokens, std::size_t at, std::size_t limit, UnitLookup& units);

}  // namespace napkin::validator::read
