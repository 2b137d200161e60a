#include "engine/expression/resolve.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace napkin::engine {
namespace {

constexpr std::size_t most_combinations = 256;

using Choices = std::vector<std::uint8_t>;

/// Counts through the readings like an odometer, the first literal fastest; false after the last one.
bool advance(Choices& choices, const Expression& expression) {
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i] + std::size_t{1} < expression.literals[i].readings.size()) {
      ++choices[i];
      return true;
    }
    choices[i] = 0;
  }
  return false;
}

/// The index of the target that the value can be told in; the first one for no targets.
std::optional<std::size_t> fitting_target(const Quantity& value, std::span<const UnitReading> targets) {
  if (targets.empty()) return 0;
  for (std::size_t i = 0; i < targets.size(); ++i)
    if (targets[i].dimension == value.dimension) return i;
  return std::nullopt;
}

struct Attempt {
  EvaluationResult result;
  std::optional<std::size_t> target;
};

Attempt attempt(const Expression& expression, std::span<const UnitReading> targets, const Environment& environment) {
  Attempt attempt{evaluate(expression, environment), std::nullopt};
  if (const auto* value = std::get_if<Quantity>(&attempt.result)) attempt.target = fitting_target(*value, targets);
  return attempt;
}

Resolution resolution(Attempt attempt, Choices choices) {
  return {std::get<Quantity>(std::move(attempt.result)), std::move(choices), *attempt.target};
}

/// Another choice of readings can mend a clash of dimensions, nothing else.
bool is_final(const EvaluationResult& result) {
  const auto* error = std::get_if<EvaluationError>(&result);
  return error != nullptr && error->kind != EvaluationErrorKind::dimension_clash;
}

std::size_t first_difference(const Choices& a, const Choices& b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
}

}  // namespace

ResolutionResult resolve(const Expression& expression, std::span<const UnitReading> targets,
                         const Environment& environment) {
  Environment trial = environment;
  Choices& choices = trial.reading_of_literal;
  choices.assign(expression.literals.size(), 0);
  Attempt first = attempt(expression, targets, trial);
  if (first.target) return resolution(std::move(first), choices);

  std::optional<Resolution> found;
  for (std::size_t count = 1; !is_final(first.result) && count < most_combinations; ++count) {
    if (!advance(choices, expression)) break;
    Attempt other = attempt(expression, targets, trial);
    if (!other.target) continue;
    if (found) return Ambiguous{first_difference(found->reading_of_literal, choices)};
    found = resolution(std::move(other), choices);
  }
  if (found) return *std::move(found);
  if (auto* error = std::get_if<EvaluationError>(&first.result)) return *error;
  return TargetClash{std::get<Quantity>(first.result).dimension, targets.front().dimension};
}

}  // namespace napkin::engine
