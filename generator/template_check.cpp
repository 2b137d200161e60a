#include "generator/template_check.hpp"

#include <algorithm>
#include <deque>
#include <set>

#include "generator/option_writer.hpp"
#include "generator/render.hpp"
#include "validator/near_duplicate_search.hpp"

namespace napkin::generator {
namespace {

constexpr std::size_t most_faults_kept = 10;

std::string parameters_of(const Template& source, const Instance& instance) {
  std::string text;
  for (const auto& [name, value] : parameter_texts(source, instance)) text += name + "=" + value + "\n";
  return text;
}

/// One of each place where that is known: what is wrong with a phrasing is so for most seeds.
void keep(GenerationFault fault, std::vector<GenerationFault>& faults) {
  const bool is_known = std::any_of(faults.begin(), faults.end(), [&](const GenerationFault& known) {
    if (!fault.place || !known.place) return fault.message == known.message;
    return fault.place->begin == known.place->begin;
  });
  if (!is_known && faults.size() < most_faults_kept) faults.push_back(std::move(fault));
}

void take_workload(const Workload& one, bool is_first, TemplateReport& report) {
  Workload &least = report.least, &most = report.most;
  if (is_first) least = most = one;
  least.steps = std::min(least.steps, one.steps);
  least.operands = std::min(least.operands, one.operands);
  if (one.closest_decision > 0 && (least.closest_decision == 0 || one.closest_decision < least.closest_decision))
    least.closest_decision = one.closest_decision;
  most.steps = std::max(most.steps, one.steps);
  most.operands = std::max(most.operands, one.operands);
  most.closest_decision = std::max(most.closest_decision, one.closest_decision);
}

}  // namespace

TemplateReport check_template(const Template& source, const engine::Library& library, std::uint64_t base_seed,
                              std::size_t seeds) {
  TemplateReport report;
  report.id = source.id;
  report.seeds = seeds;
  for (const Case& one : source.cases) report.cases[one.name] = 0;
  if (source.options) report.places_of_answer.assign(4, 0);
  std::set<std::string> seen;
  std::deque<validator::ScenarioFingerprint> scenarios;
  validator::NearDuplicateSearch duplicates;
  for (std::size_t i = 0; i < seeds; ++i) {
    GenerationResult result = generate_question(source, library, {.seed = question_seed(base_seed, source.id, i)});
    if (auto* fault = std::get_if<GenerationFault>(&result)) {
      ++report.fault_count;
      keep(std::move(*fault), report.faults);
      continue;
    }
    const Instance& instance = std::get<GeneratedQuestion>(result).instance;
    take_workload(std::get<GeneratedQuestion>(result).workload, seen.empty(), report);
    seen.insert(parameters_of(source, instance));
    if (const auto scenario = render(source.scenario, instance, library.registry())) {
      scenarios.push_back(validator::fingerprint(*scenario));
      if (duplicates.find_and_add(scenarios.back())) ++report.near_duplicates;
    }
    report.attempts += instance.attempts;
    if (!source.cases.empty()) ++report.cases[instance.case_name];
    if (source.options) {
      const OptionsResult options = write_options(*source.options, instance, library.registry());
      if (const auto* written = std::get_if<WrittenOptions>(&options)) ++report.places_of_answer[written->correct];
    }
  }
  report.distinct = seen.size();
  const std::size_t good = seeds - report.fault_count;
  if (good > 0) report.attempts /= static_cast<double>(good);
  return report;
}

}  // namespace napkin::generator
