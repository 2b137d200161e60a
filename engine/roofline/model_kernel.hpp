// What a model of the registry asks of a device in one step.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/roofline/figure.hpp"
#include "engine/roofline/roofline.hpp"

namespace napkin::engine::roofline {

/// Prefill reads the prompts, decode gives one token for every sequence, inference is one pass of a model without a
/// cache, such as one of images.
enum class Phase { prefill, decode, inference };

std::string_view phase_name(Phase phase);

struct ModelStep {
  const Entry* model = nullptr;
  Phase phase = Phase::decode;
  double batch = 1;
  double context = 0;  // tokens of each sequence
};

/// Traffic is the weights that the step touches and the cache that it reads (decode) or writes (prefill); activations
/// are taken to stay on the chip.
struct ModelKernel {
  Kernel kernel;
  double weights = 0, cache = 0;  // byte: what has to lie in memory
  std::vector<UsedFact> facts;
  std::vector<std::string> notes;

  double memory_needed() const { return weights + cache; }
};

/// Words where the model lacks what the phase needs.
using ModelKernelResult = std::variant<ModelKernel, std::string>;

ModelKernelResult model_kernel(const ModelStep& step, const Entry& precision, const Library& library);

/// What is meant where nobody says: inference for a model without a cache; else nothing, it has two phases.
std::optional<Phase> only_phase(const Entry& model);

}  // namespace napkin::engine::roofline
