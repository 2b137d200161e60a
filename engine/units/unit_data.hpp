// The embedded table behind unit_table.hpp; the definitions are made from units.yaml at build time by
// engine/units/embed. Constant data: nothing runs at start-up.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/units/unit_table.hpp"

namespace napkin::engine::unit_data {

/// One spelling of one unit; the index is sorted by `folded`, so that a word's candidates stand together.
struct IndexedSpelling {
  std::string_view folded;  // in lower case (ASCII)
  std::string_view text;
  std::uint16_t unit = 0;
  bool any_case = false;
  bool preferred = true;
  bool needs_prefix = false;
};

/// One spelling of one prefix: "k", "K", "kilo".
struct PrefixSpelling {
  std::string_view text;  // words in lower case
  std::uint8_t prefix = 0;
  bool is_word = false;  // matched in any case
};

extern const std::span<const Unit> units;
extern const std::span<const UnitPrefix> prefixes;
extern const std::span<const std::uint32_t> unit_prefixes;  // per unit, a bit for each prefix that it takes
extern const std::span<const IndexedSpelling> spellings;
extern const std::span<const PrefixSpelling> prefix_spellings;
extern const std::span<const ForbiddenUnit> forbidden;

}  // namespace napkin::engine::unit_data
