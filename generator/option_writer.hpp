// The four options of a question: the answer, and three wrong ones that somebody would arrive at.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "generator/instance.hpp"

namespace napkin::generator {

struct WrittenOptions {
  std::vector<std::string> texts;           // four
  std::size_t correct = 0;                  // index of the answer
  std::vector<std::string> misconceptions;  // behind each text; empty for the answer
};

using OptionsResult = std::variant<WrittenOptions, InstanceFault>;

/// Figures that a reader would not take for one another: at least this share apart.
inline constexpr double least_distance = 0.10;

/// Wrong options are drawn from those of the template that stand apart from the answer and from each other; the place
/// of the answer is drawn evenly, the others stand in ascending order around it.
OptionsResult write_options(const Options& options, const Instance& instance, const engine::Registry& registry);

}  // namespace napkin::generator
