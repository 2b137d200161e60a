// What is kept of a scenario to find others that tell the same story: its words as numbers, and a sketch of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace napkin::validator {

inline constexpr std::size_t sketch_size = 64;

struct ScenarioFingerprint {
  /// A hash of each word, without case and punctuation, in order. The lowest bit tells a telling word: one with a digit
  /// or a capital inside a sentence, by which questions of this kind differ (figures, devices, models).
  std::vector<std::uint32_t> words;
  /// Of the words with a digit, sorted: what the scenario gives.
  std::vector<std::uint32_t> figures;
  /// MinHash over pairs of neighbouring words: two sketches agree in about the share of places in which the two sets of
  /// pairs overlap. Source: A. Broder, On the resemblance and containment of documents, 1997.
  std::array<std::uint32_t, sketch_size> sketch{};
};

/// Of texts longer than this many words, the first ones.
inline constexpr std::size_t most_words = 250;

ScenarioFingerprint fingerprint(std::string_view scenario);

/// 0 to 1: twice the longest common subsequence over both lengths, telling words weighed threefold.
double similarity(const ScenarioFingerprint& a, const ScenarioFingerprint& b);

/// 0 to 1: the share of figures that both give; 1 where neither gives any.
double figures_in_common(const ScenarioFingerprint& a, const ScenarioFingerprint& b);

}  // namespace napkin::validator
