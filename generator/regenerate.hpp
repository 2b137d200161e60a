// A question made again from its proof, and what has moved since.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "generator/generate.hpp"
#include "generator/proof.hpp"

namespace napkin::generator {

/// A printed figure that its template now computes differently; `before` or `after` is empty where only one version of
/// the template has it.
struct MovedFigure {
  std::string name, before, after;
  friend bool operator==(const MovedFigure&, const MovedFigure&) = default;
};

struct Regenerated {
  std::vector<MovedFigure> moved;
  GeneratedQuestion question;  // as it would be written now, with the id and the status of the file
  /// Why there is none: requirements that the figures no longer meet, a text that the checker objects to.
  std::optional<GenerationFault> refused;
};

/// A fault where the values of the proof are none of the template's any longer.
using RegenerationResult = std::variant<Regenerated, GenerationFault>;

RegenerationResult regenerate(const Proof& proof, const Template& source, const engine::Library& library);

}  // namespace napkin::generator
