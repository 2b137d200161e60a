#include "generator/generate.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "generator/random_stream.hpp"

namespace napkin::generator {
namespace {

constexpr std::uint64_t seed_mask = (std::uint64_t{1} << 53) - 1;

std::string first_finding(const validator::FileReport& report) {
  const validator::Finding& finding = report.findings.front();
  return fmt::format("{}:{}: {} {}", finding.place.line, finding.place.column, finding.rule->code, finding.message);
}

std::string unsettled(const validator::FileReport& report) {
  for (const validator::Derivation& derivation : report.derivations) {
    if (derivation.verdict == validator::Verdict::consistent) continue;
    return fmt::format("'{}' is {}{}{}", derivation.text, to_string(derivation.verdict),
                       derivation.explanation.empty() ? "" : ": ", derivation.explanation);
  }
  return {};
}

}  // namespace

std::uint64_t question_seed(std::uint64_t base, const std::string& template_id, std::uint64_t number) {
  return RandomStream(RandomStream(base, template_id).next() + number, "question").next() & seed_mask;
}

std::string prove_question(const std::string& yaml, const std::string& file_name) {
  const schema::SourceText source(file_name, yaml);
  validator::CheckOptions options;
  options.derivations = true;
  const validator::FileReport report = validator::check_file(source, schema::question_schema(), options);
  if (!report.findings.empty()) return first_finding(report);
  return unsettled(report);
}

GenerationResult generate_question(const Template& source, const engine::Library& library,
                                   const QuestionRequest& request) {
  InstanceResult drawn = draw_instance(source, library.registry(), request.seed, request.given);
  if (auto* fault = std::get_if<InstanceFault>(&drawn)) return GenerationFault{std::move(fault->message), {}};
  GeneratedQuestion result;
  result.instance = std::move(std::get<Instance>(drawn));
  const auto place = place_of(source, result.instance, library.registry());
  if (!place) return GenerationFault{fmt::format("template {}: no track or area for the case", source.id), {}};
  result.place = *place;
  result.id = request.id.empty() ? place->track + "-0001" : request.id;
  ComposeResult composed = compose_question(source, result.instance, library,
                                            {result.id, request.status.empty() ? "draft" : request.status});
  if (auto* fault = std::get_if<InstanceFault>(&composed)) return GenerationFault{std::move(fault->message), {}};
  result.files = std::move(std::get<ComposedQuestion>(composed));
  std::string wrong = prove_question(result.files.yaml, result.id + ".yaml");
  if (!wrong.empty())
    return GenerationFault{fmt::format("template {}, seed {}: {}", source.id, request.seed, wrong), result.files.yaml};
  return result;
}

}  // namespace napkin::generator
