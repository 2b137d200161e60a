// The heart: reading claims out of prose, re-deriving them and judging the difference (design 4.1 to 4.4).
#pragma once

#include <vector>

#include "schema/question.hpp"
#include "validator/check.hpp"

namespace napkin::validator {

struct ArithmeticReport {
  std::vector<Finding> findings;
  std::vector<Derivation> derivations;        // in the order of the file; filled always
  std::vector<UnresolvedFigure> unresolved;   // in the order of the file
  Coverage coverage;                          // files stays 0
  std::vector<std::size_t> unread_by_reason;  // indexed by UnreadReason
};

/// Reads, derives and judges every claiming field of a question. Never throws on any input.
ArithmeticReport check_arithmetic(const schema::SourceText& source, const schema::Question& question,
                                  const CheckOptions& options);

}  // namespace napkin::validator
