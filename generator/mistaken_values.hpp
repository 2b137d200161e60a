// What the mistakes of the catalogue make of a calculation: the values that somebody arrives at who makes them.
#pragma once

#include <vector>

#include "generator/answer_figure.hpp"
#include "generator/distractors.hpp"

namespace napkin::generator {

struct MistakenValue {
  Distractor distractor;
  int rank = 0;  // 0: a mistake in this very formula; then slips, the less plausible the higher
};

/// A rank that is drawn from only where the others do not give three values.
inline constexpr int far_fetched = 3;

/// In the answer's unit, in the order of the catalogue. A value that the checker would explain by another mistake than
/// the one that made it is left out, as are values that nobody would print for this figure: above 100% for a share,
/// half a request for a count.
std::vector<MistakenValue> mistaken_values(const AnswerFigure& answer);

}  // namespace napkin::generator
