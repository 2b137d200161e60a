// The ledger of one question for people (napkin derive): every statement with its verdict and how it was
// re-derived.
#pragma once

#include <span>
#include <string>

#include "validator/derivation.hpp"

namespace napkin::validator {

/// One block of lines for each statement, under a heading for each field; with a line break at the end.
std::string derivation_text(std::span<const Derivation> derivations, bool color);

}  // namespace napkin::validator
