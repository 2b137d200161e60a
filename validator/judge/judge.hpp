// The verdict on a derived statement: do the derived and the printed figure agree, and if not, what explains it.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "validator/check.hpp"
#include "validator/derivation.hpp"
#include "validator/derive/derive.hpp"
#include "validator/judge/hypotheses.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::judge {

/// How far an inconsistent figure is off.
enum class Distance : std::uint8_t {
  none,
  truncated,  // cut off instead of rounded: 3.1 for 3.17
  loose,      // beyond rounding, within the tolerance of an approximation
  wrong,
};

struct Judgement {
  Verdict verdict = Verdict::undecided;
  Distance distance = Distance::none;
  std::optional<derive::Candidate> candidate;  // the one the verdict rests on
  const Hypothesis* hypothesis = nullptr;
  bool mac_as_operation = false;  // agrees only if a MAC is one operation
  bool unit_left_out = false;     // comes out with a prefix for a bare figure, whose unit the text does not say
  bool binary_units = false;      // agrees only if KB/MB/GB mean powers of 1024
  /// The dimensions of the two sides, where no reading reconciles them.
  std::optional<std::pair<engine::Dimension, engine::Dimension>> clash;
  std::string explanation;
};

Judgement judge(const Statement& statement, const derive::Derived& derived, const Tolerance& tolerance);

}  // namespace napkin::validator::judge
