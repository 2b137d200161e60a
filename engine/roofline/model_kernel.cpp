#include "engine/roofline/model_kernel.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/quantity/format.hpp"

namespace napkin::engine::roofline {
namespace {

bool has(const Entry& model, std::string_view field) { return !values_of(model, field).empty(); }

bool has_cache(const Entry& model) { return has(model, "heads") && (has(model, "kv_heads") || has(model, "kv_rank")); }

/// The names with which the expressions of the library are filled.
struct Words {
  std::string model, precision, batch, context;
};

// Of a mixture of experts no more weights are read than its tokens use.
std::string weights_read(const Words& w, const std::string& tokens) {
  return fmt::format("min({0}.parameters, {1} * {0}.active_parameters) * {2}.bytes", w.model, tokens, w.precision);
}

/// Evaluates expressions for one model and gathers their facts; remembers the first error.
class Evaluation {
 public:
  explicit Evaluation(const Library& library) : library_(library) {}

  double operator()(const std::string& expression, const Dimension& dimension) {
    if (!error.empty()) return 0;
    ComputedResult result = compute(expression, dimension, library_);
    if (auto* failure = std::get_if<std::string>(&result)) {
      error = std::move(*failure);
      return 0;
    }
    auto& computed = std::get<Computed>(result);
    for (UsedFact& used : computed.facts)
      if (std::none_of(facts.begin(), facts.end(), [&](const UsedFact& known) { return known.name == used.name; }))
        facts.push_back(std::move(used));
    return computed.value;
  }

  std::vector<UsedFact> facts;
  std::string error;

 private:
  const Library& library_;
};

void note_context(const ModelStep& step, const Library& library, ModelKernel& result) {
  const auto longest = own_figure(library.registry(), *step.model, "context");
  if (!longest || step.context <= longest->value) return;
  result.notes.push_back(fmt::format("a context of {} tokens is longer than the model's {}",
                                     format_number(step.context), format_number(longest->value)));
}

}  // namespace

std::string_view phase_name(Phase phase) {
  switch (phase) {
    case Phase::prefill: return "prefill";
    case Phase::decode: return "decode";
    case Phase::inference: return "inference";
  }
  return {};
}

std::optional<Phase> only_phase(const Entry& model) {
  if (has_cache(model)) return std::nullopt;
  return Phase::inference;
}

ModelKernelResult model_kernel(const ModelStep& step, const Entry& precision, const Library& library) {
  const Entry& model = *step.model;
  const Words w{full_name(model), full_name(precision), fmt::format("{}", step.batch), fmt::format("{}", step.context)};
  if (step.phase == Phase::inference && !has(model, "flops_per_inference"))
    return fmt::format("{} has no flops_per_inference{}", w.model,
                       has_cache(model) ? "; it has the phases prefill and decode" : "");
  if (step.phase != Phase::inference && !has_cache(model))
    return fmt::format("{} has no attention cache in the registry, so there is no {}{}", w.model,
                       phase_name(step.phase), has(model, "flops_per_inference") ? "; its phase is inference" : "");

  Evaluation value(library);
  ModelKernel result;
  result.weights = value(fmt::format("model_weights({}, {})", w.model, w.precision), dimensions::information);
  if (step.phase == Phase::inference) {
    result.kernel.work = value(fmt::format("{} * {}.flops_per_inference", w.batch, w.model), dimensions::operation);
    result.kernel.traffic = result.weights;
    result.notes.emplace_back("traffic is the weights alone, read once for the batch");
  } else {
    const bool decodes = step.phase == Phase::decode;
    const std::string tokens = decodes ? w.batch : fmt::format("{} * {}", w.batch, w.context);
    result.cache = value(fmt::format("{}({}, {}, {}, {})", has(model, "kv_rank") ? "latent_cache" : "kv_cache", w.model,
                                     w.context, w.batch, w.precision),
                         dimensions::information);
    result.kernel.work = value(fmt::format("{}({}, {}, {})", decodes ? "model_decode_flops" : "model_prefill_flops",
                                           w.model, w.context, w.batch),
                               dimensions::operation);
    result.kernel.traffic = value(weights_read(w, tokens), dimensions::information) + result.cache;
    note_context(step, library, result);
  }
  if (!value.error.empty()) return value.error;
  result.facts = std::move(value.facts);
  return result;
}

}  // namespace napkin::engine::roofline
