#include "validator/near_duplicate_search.hpp"

#include <algorithm>

namespace napkin::validator {
namespace {

// Two sketches that agree in a share s of their places meet in some band with probability 1 - (1 - s^4)^16: 0.99 at
// 0.7, where texts of similarity 0.88 lie, 0.05 at 0.24.
constexpr std::size_t rows_per_band = 4;
constexpr std::size_t bands = sketch_size / rows_per_band;
// Of a bucket, this many are looked at: a story told a hundred times is found with the first ones.
constexpr std::size_t most_in_bucket = 24;

std::uint64_t band_key(const ScenarioFingerprint& fingerprint, std::size_t band) {
  std::uint64_t key = 0xCBF29CE484222325U + band;
  for (std::size_t i = 0; i < rows_per_band; ++i)
    key = (key ^ fingerprint.sketch[band * rows_per_band + i]) * 0x100000001B3U;
  return key;
}

}  // namespace

bool are_near_duplicates(const ScenarioFingerprint& a, const ScenarioFingerprint& b) {
  return figures_in_common(a, b) >= near_duplicate_figures && similarity(a, b) >= near_duplicate_similarity;
}

std::optional<std::size_t> NearDuplicateSearch::find_and_add(const ScenarioFingerprint& scenario,
                                                             const Accepts& accepts) {
  const std::size_t number = added_.size();
  added_.push_back(&scenario);
  if (scenario.words.size() < fewest_words) return std::nullopt;
  std::vector<std::size_t> candidates;
  for (std::size_t band = 0; band < bands; ++band) {
    std::vector<std::size_t>& bucket = buckets_[band_key(scenario, band)];
    candidates.insert(candidates.end(), bucket.begin(), bucket.end());
    if (bucket.size() < most_in_bucket) bucket.push_back(number);
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (const std::size_t other : candidates)
    if ((!accepts || accepts(other)) && are_near_duplicates(scenario, *added_[other])) return other;
  return std::nullopt;
}

}  // namespace napkin::validator
