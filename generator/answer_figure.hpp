// The figure that a question asks for, among all that its calculation derives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/expression/expression.hpp"
#include "schema/question.hpp"
#include "validator/derivation.hpp"

namespace napkin::generator {

/// A figure in an author's spelling, so that others can be written the same way: "$1.10 per million tokens".
struct FigureStyle {
  std::string prefix;  // "$"
  std::string suffix;  // " GB", " per million tokens", "%"
  int digits = 3;      // significant, as long as they say the value
  bool grouped = true;
  bool is_whole = false;  // a count: no half requests

  std::string write(double value) const;
};

struct AnswerFigure {
  const validator::Derivation* derivation = nullptr;
  std::string text;               // as the options say it: "40 hours"
  double value = 0;               // as printed, in its unit
  double exact = 0;               // before it was rounded; the same where the units of its statement are left out
  engine::UnitReading unit;       // scale 1 where it has none
  engine::Expression expression;  // the left side of its statement
  FigureStyle style;
};

/// Of the equations of details.napkin_math that hold (where there are none, of details.realistic_solution) and whose
/// figures the conclusion names (where it names none: the solution; else all), the one that the question asks for in
/// the words of the equation's own line: "Ridge point: …" for "What is the ridge point?". Where several do alike, or
/// none does, the one that the conclusion names first, else the last. Nothing where no equation holds.
std::optional<AnswerFigure> find_answer(const schema::Question& question,
                                        const std::vector<validator::Derivation>& derivations);

}  // namespace napkin::generator
