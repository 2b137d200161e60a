// A statement's left side evaluated in the unit of its stated figure, under each reading that makes sense.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/expression/evaluate.hpp"
#include "engine/quantity/quantity.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::derive {

/// What had to be assumed to bring both sides to one dimension; the weaker the assumption, the earlier it stands.
enum class Basis : std::uint8_t {
  dimensions_agree,
  factor_converts,      // "11.1 Wh * 3600 = 39,960 J": a bare factor says what the units say
  period_left_out,      // "8,760 h/year * 0.5 = 4,380 h": the stated figure is for the period of the left side
  left_in_stated_unit,  // "306.25 / 900 = 0.34 s": no units on the left, the figure is in the stated unit
  left_in_base_unit,    // "84 / 100 = 840 ms": …or in seconds, bytes, operations
  stated_without_unit,  // "204.8 GB / 2 = 102.4": the stated figure has none and takes the left one's
  units_left_out,       // "175 GOPs * 60 = 10.5 TOPS": a bare factor carries the missing dimension
  unit_dropped,         // "128 GPUs * 2 hours * $2 = $512": a unit that the text cancels without saying so
  numerals,             // "50 °C + (25 W × 0.8) = 70 °C": only the numerals come out
};

/// Both sides as plain numbers in one unit.
struct Candidate {
  Basis basis = Basis::dimensions_agree;
  double derived = 0;               // literals taken as exact
  engine::Interval derived_bounds;  // literals that are rounded or approximate taken with their width
  double stated = 0;
  engine::Interval stated_bounds;  // what the printed digits leave open
  std::string unit;                // of both, as we print it; empty for pure numbers
  engine::Dimension dimension;
  double scale = 1;                    // base units per unit
  bool counts_whole_things = false;    // GPUs, requests, tiles: may be floor or ceiling
  bool mac_as_operation = false;       // a MAC taken as one operation
  int binary_step = 0;                 // 1024-based reading of KB/MB/GB: the largest power involved, 0 for none
  std::vector<std::uint8_t> readings;  // of the left literals
};

struct Derived {
  std::vector<Candidate> candidates;  // most plausible first; empty: cannot be brought to one dimension
  bool ambiguous_bytes = false;       // 7B on the left: bytes, or billions
  bool dimension_clash = false;       // the sides have dimensions that no reading reconciles
  engine::Dimension left_dimension, stated_dimension;
  std::optional<UnreadReason> unread;
};

/// Printed figures that an earlier statement derived: what they were before they were rounded.
struct RoundedFigure {
  double printed = 0;  // the numeral
  engine::Dimension dimension;
  double scale = 1;
  double unrounded = 0;  // in the same unit
};

/// How far to look for what the text may mean.
enum class Effort : std::uint8_t {
  dimensions_agree,  // candidates of that basis alone: a judge who finds that one of them holds needs no others
  everything,
};

/// `named` are figures that the question has with their units: a bare one of the same number may be meant by it.
Derived derive(const Statement& statement, const std::vector<RoundedFigure>& earlier,
               const std::vector<engine::Literal>& named = {}, Effort effort = Effort::everything);

}  // namespace napkin::validator::derive
