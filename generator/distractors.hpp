// Which wrong values become the wrong options of a question: three that a reader tells from the answer and from each
// other, and the place of the answer among them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "generator/random_stream.hpp"

namespace napkin::generator {

inline constexpr std::size_t option_count = 4;

/// Figures that a reader would not take for one another: at least this share apart.
inline constexpr double least_distance = 0.10;
bool stand_apart(double a, double b);

/// A value that somebody would arrive at, and the mistake that leads there.
struct Distractor {
  double value = 0;
  std::string misconception;  // id in the catalogue
};

/// The place of the answer among the options, drawn evenly.
std::size_t draw_place(std::uint64_t seed);

/// Numbers from 0 on in a drawn order.
std::vector<std::size_t> drawn_order(std::size_t count, RandomStream& stream);

/// The best three of those offered, preferred ones first: where there are enough on both sides, `place` of them are
/// smaller than the answer and the rest larger. They stand in ascending order then, the answer at its place among them;
/// else in a drawn order, lest the answer be the one that breaks the order. Fewer than three where no more stand apart.
std::vector<Distractor> choose_around(double answer, std::size_t place, const std::vector<Distractor>& preferred_first,
                                      std::uint64_t seed);

}  // namespace napkin::generator
