#include "validator/judge/hypotheses.hpp"

#include <cmath>

namespace napkin::validator::judge {
namespace {

using engine::Base;

constexpr Hypothesis table[] = {
    {"bits_for_bytes", "bits taken for bytes", 8, Applies::information, true},
    {"bytes_for_bits", "bytes taken for bits", 1.0 / 8, Applies::information, true},
    {"slipped_kilo", "a prefix slipped by one step (×1,000)", 1e3, Applies::always, true},
    {"slipped_milli", "a prefix slipped by one step (÷1,000)", 1e-3, Applies::always, true},
    {"slipped_mega", "a prefix slipped by two steps (×1,000,000)", 1e6, Applies::always, true},
    {"slipped_micro", "a prefix slipped by two steps (÷1,000,000)", 1e-6, Applies::always, true},
    {"slipped_giga", "a prefix slipped by three steps (×10⁹)", 1e9, Applies::always, true},
    {"slipped_nano", "a prefix slipped by three steps (÷10⁹)", 1e-9, Applies::always, true},
    {"power_of_ten_up", "a power of ten slipped (×10)", 10, Applies::always},
    {"power_of_ten_down", "a power of ten slipped (÷10)", 0.1, Applies::always},
    {"two_powers_of_ten_up", "two powers of ten slipped, or a percentage taken for a fraction (×100)", 100,
     Applies::always},
    {"two_powers_of_ten_down", "two powers of ten slipped, or a fraction taken for a percentage (÷100)", 0.01,
     Applies::always},
    {"minutes_for_seconds", "minutes taken for seconds, or hours for minutes (×60)", 60, Applies::time, true},
    {"seconds_for_minutes", "seconds taken for minutes, or minutes for hours (÷60)", 1.0 / 60, Applies::time, true},
    {"hours_for_seconds", "hours taken for seconds (×3,600)", 3600, Applies::time, true},
    {"seconds_for_hours", "seconds taken for hours (÷3,600)", 1.0 / 3600, Applies::time, true},
    {"mac_counted_twice", "a MAC counted as one operation where it is two, or a factor of 2 too many", 2,
     Applies::operations},
    {"mac_for_flop", "a MAC counted as one operation where it is two, or a factor of 2 forgotten", 0.5,
     Applies::operations},
    {"both_directions", "a factor of 2 too many (both directions for one, sparse for dense, K and V for one)", 2,
     Applies::always},
    {"factor_two_forgotten", "a factor of 2 forgotten (one direction for both, dense for sparse, K without V)", 0.5,
     Applies::always},
    {"factor_four_too_many", "a factor of 4 too many (FP32 for INT8?)", 4, Applies::memory},
    {"factor_four_forgotten", "a factor of 4 forgotten (INT8 for FP32?)", 0.25, Applies::memory},
    {"gib_for_gb", "binary units (GiB) printed as decimal ones (GB)", 1 / 1.073741824, Applies::information, true},
    {"gb_for_gib", "decimal units (GB) printed as binary ones (GiB)", 1.073741824, Applies::information, true},
};

bool applies(Applies where, const engine::Dimension& dimension, bool from_information) {
  switch (where) {
    case Applies::always: return true;
    case Applies::information: return from_information || dimension.halves(Base::information) != 0;
    case Applies::operations: return dimension.halves(Base::operation) != 0;
    case Applies::time: return dimension.halves(Base::time) != 0;
    case Applies::memory: return dimension == engine::dimensions::information;
  }
  return false;
}

}  // namespace

std::span<const Hypothesis> hypotheses() { return table; }

const Hypothesis* explain(double printed, double derived, const engine::Dimension& dimension, double tolerance,
                          bool from_information) {
  if (printed == 0 || derived == 0) return nullptr;
  const double ratio = printed / derived;
  for (const Hypothesis& hypothesis : table)
    if (applies(hypothesis.applies, dimension, from_information) &&
        std::abs(ratio / hypothesis.factor - 1) <= tolerance)
      return &hypothesis;
  return nullptr;
}

}  // namespace napkin::validator::judge
