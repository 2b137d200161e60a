// The four options of a question: the answer, and three wrong ones that somebody would arrive at.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "generator/distractors.hpp"
#include "generator/instance.hpp"

namespace napkin::generator {

struct WrittenOptions {
  std::vector<std::string> texts;           // four
  std::vector<std::string> figures;         // the figure in each text: "40 hours"
  std::size_t correct = 0;                  // index of the answer
  std::vector<std::string> misconceptions;  // behind each text; empty for the answer
};

using OptionsResult = std::variant<WrittenOptions, InstanceFault>;

/// Wrong options are drawn from those of the template that stand apart from the answer and from each other; the place
/// of the answer is drawn evenly.
OptionsResult write_options(const Options& options, const Instance& instance, const engine::Registry& registry);

}  // namespace napkin::generator
