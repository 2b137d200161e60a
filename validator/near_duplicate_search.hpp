// Scenarios that are nearly those of earlier ones, found without comparing all pairs.
#pragma once

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "validator/scenario_fingerprint.hpp"

namespace napkin::validator {

/// Scenarios are near duplicates from this similarity of their words on, where they also have this share of their
/// figures in common: a story told again with other figures asks something else.
inline constexpr double near_duplicate_similarity = 0.88;
inline constexpr double near_duplicate_figures = 0.85;

/// Shorter scenarios say too little to be compared.
inline constexpr std::size_t fewest_words = 20;

bool are_near_duplicates(const ScenarioFingerprint& a, const ScenarioFingerprint& b);

/// Candidates meet in bands of their sketches. Source: P. Indyk, R. Motwani, Approximate nearest neighbors, 1998.
class NearDuplicateSearch {
 public:
  using Accepts = std::function<bool(std::size_t)>;

  /// The number of the earliest scenario added before that this one nearly repeats and `accepts` admits. The
  /// fingerprint has to outlive the search.
  std::optional<std::size_t> find_and_add(const ScenarioFingerprint& scenario, const Accepts& accepts = {});

 private:
  std::vector<const ScenarioFingerprint*> added_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> buckets_;
};

}  // namespace napkin::validator
