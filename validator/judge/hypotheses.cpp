#include "validator/judge/hypotheses.hpp"

#include <cmath>

namespace napkin::validator::judge {
namespace {

using engine::Applies;
using engine::Base;

bool applies(Applies where, const engine::Dimension& dimension, bool from_information) {
  switch (where) {
    case Applies::always: return true;
    case Applies::information: return from_information || dimension.halves(Base::information) != 0;
    case Applies::operations: return dimension.halves(Base::operation) != 0;
    case Applies::time: return dimension.halves(Base::time) != 0;
    case Applies::memory: return dimension == engine::dimensions::information;
    case Applies::formula: return false;  // no factor that a figure alone could show
  }
  return false;
}

}  // namespace

const Hypothesis* explain(double printed, double derived, const engine::Dimension& dimension, double tolerance,
                          bool from_information) {
  if (printed == 0 || derived == 0) return nullptr;
  const double ratio = printed / derived;
  for (const Hypothesis& hypothesis : engine::misconceptions())
    if (applies(hypothesis.applies, dimension, from_information) &&
        std::abs(ratio / hypothesis.factor - 1) <= tolerance)
      return &hypothesis;
  return nullptr;
}

}  // namespace napkin::validator::judge
