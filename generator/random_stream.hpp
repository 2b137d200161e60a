// Randomness that is the same everywhere: one stream for each choice, derived from the seed and the choice's name, so
// that choices do not move together and adding one does not change the others.
#pragma once

#include <cstdint>
#include <string_view>

namespace napkin::generator {

/// SplitMix64. Source: G. Steele et al., Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
class RandomStream {
 public:
  /// The name is that of the kind of choice and its own, one after the other: "parameter:" and "batch".
  RandomStream(std::uint64_t seed, std::string_view kind, std::string_view name = {}) : state_(seed) {
    // FNV-1a over the name, mixed into the seed.
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const std::string_view part : {kind, name})
      for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    state_ = mixed(state_ + 0x9E3779B97F4A7C15U) ^ hash;
  }

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    return mixed(state_);
  }

  /// A whole number below `count` (at least 1), all equally likely: what would make the first ones likelier is drawn
  /// again.
  std::size_t below(std::size_t count) {
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % count;
    std::uint64_t value = next();
    while (value >= limit) value = next();
    return static_cast<std::size_t>(value % count);
  }

  /// In [0, 1).
  double share() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

 private:
  static std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

}  // namespace napkin::generator
