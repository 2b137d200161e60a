#include "generator/regenerate.hpp"

#include <map>

namespace napkin::generator {
namespace {

std::vector<MovedFigure> moved_figures(const Proof& proof, const Template& source, const Instance& instance) {
  std::vector<MovedFigure> moved;
  std::map<std::string, std::string> before(proof.figures.begin(), proof.figures.end());
  for (const auto& [name, after] : figure_texts(source, instance)) {
    const auto known = before.find(name);
    if (known == before.end())
      moved.push_back({name, "", after});
    else if (known->second != after)
      moved.push_back({name, known->second, after});
    if (known != before.end()) before.erase(known);
  }
  for (const auto& [name, text] : before) moved.push_back({name, text, ""});
  return moved;
}

}  // namespace

RegenerationResult regenerate(const Proof& proof, const Template& source, const engine::Library& library) {
  const InstanceResult values = instance_of(source, library.registry(), proof.seed, proof.parameters);
  if (const auto* fault = std::get_if<InstanceFault>(&values)) return as_generation_fault(*fault);
  Regenerated made;
  made.moved = moved_figures(proof, source, std::get<Instance>(values));
  GenerationResult result = generate_question(
      source, library, {.seed = proof.seed, .given = proof.parameters, .id = proof.id, .status = proof.status});
  if (auto* fault = std::get_if<GenerationFault>(&result))
    made.refused = std::move(*fault);
  else
    made.question = std::move(std::get<GeneratedQuestion>(result));
  return made;
}

}  // namespace napkin::generator
