#include "generator/generate.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/text/ascii.hpp"
#include "engine/text/code_point.hpp"
#include "generator/random_stream.hpp"

namespace napkin::generator {
namespace {

constexpr std::string_view calculation = "details.napkin_math";
constexpr std::uint64_t seed_mask = (std::uint64_t{1} << 53) - 1;

/// Where the code point of a column begins, in a line.
std::size_t byte_of_column(std::string_view line, int column) {
  std::size_t at = 0;
  for (int passed = 1; passed < column && at < line.size(); ++passed) at += engine::code_point_at(line, at).length;
  return at;
}

/// The words of a place, as far as they stand on its first line.
QuotedWords words_at(const schema::SourceText& source, const validator::Place& place) {
  const std::string_view line = source.line(place.line);
  const std::size_t begin = byte_of_column(line, place.column);
  const std::size_t end = place.end_line == place.line ? byte_of_column(line, place.end_column) : line.size();
  return {place.field, std::string(line), std::string(line.substr(begin, std::max(begin, end) - begin))};
}

/// The first thing that speaks against the question.
QuestionProof objection(const validator::FileReport& report, const schema::SourceText& source) {
  const auto located = [](const validator::Place& place, std::string_view message) {
    return fmt::format("{}:{}: {}", place.line, place.column, message);
  };
  if (!report.findings.empty()) {
    const validator::Finding& finding = report.findings.front();
    return {located(finding.place, fmt::format("{} {}", finding.rule->code, finding.message)),
            words_at(source, finding.place),
            {}};
  }
  for (const validator::Derivation& derivation : report.derivations) {
    if (derivation.verdict == validator::Verdict::consistent) continue;
    QuotedWords words = words_at(source, derivation.place);
    words.text = derivation.text;
    return {fmt::format("'{}' is {}{}{}", derivation.text, to_string(derivation.verdict),
                        derivation.explanation.empty() ? "" : ": ", derivation.explanation),
            std::move(words),
            {}};
  }
  for (const validator::UnresolvedFigure& figure : report.unresolved)
    if (figure.place.field == calculation)
      return {located(figure.place, fmt::format("nothing says where the figure '{}' comes from", figure.text)),
              words_at(source, figure.place),
              {}};
  return {};
}

std::size_t figures_of(std::string_view expression) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const auto is_word = [&](std::size_t at) {
      const char c = expression[at];
      return engine::is_digit(c) || engine::is_letter(c) || c == '.' || c == '_';
    };
    if (engine::is_digit(expression[i]) && (i == 0 || !is_word(i - 1))) ++count;
  }
  return count;
}

Workload workload_of(const validator::FileReport& report) {
  Workload workload;
  for (const validator::Derivation& derivation : report.derivations) {
    if (derivation.place.field != calculation) continue;
    if (derivation.relation == validator::Relation::equal ||
        derivation.relation == validator::Relation::approximately) {
      ++workload.steps;
      workload.operands += figures_of(derivation.expression);
    } else if (derivation.stated_value && derivation.derived) {
      const double ratio = std::abs(derivation.derived->middle() / *derivation.stated_value);
      const double apart = std::max(ratio, 1 / ratio);
      if (std::isfinite(apart) && (workload.closest_decision == 0 || apart < workload.closest_decision))
        workload.closest_decision = apart;
    }
  }
  return workload;
}

}  // namespace

GenerationFault as_generation_fault(InstanceFault fault) { return {std::move(fault.message), {}, fault.place}; }

std::uint64_t question_seed(std::uint64_t base, const std::string& template_id, std::uint64_t number) {
  return RandomStream(RandomStream(base, template_id).next() + number, "question").next() & seed_mask;
}

QuestionProof prove_question(const std::string& yaml, const std::string& file_name) {
  const schema::SourceText source(file_name, yaml);
  validator::CheckOptions options;
  options.derivations = true;
  options.of_a_bank = false;
  const validator::FileReport report = validator::check_file(source, schema::question_schema(), options);
  QuestionProof proof = objection(report, source);
  proof.workload = workload_of(report);
  return proof;
}

GenerationResult generate_question(const Template& source, const engine::Library& library,
                                   const QuestionRequest& request) {
  InstanceResult drawn = draw_instance(source, library.registry(), request.seed, request.given);
  if (auto* fault = std::get_if<InstanceFault>(&drawn)) return as_generation_fault(std::move(*fault));
  return generate_question(source, library, std::move(std::get<Instance>(drawn)), {request.id, request.status});
}

GenerationResult generate_question(const Template& source, const engine::Library& library, Instance instance,
                                   const QuestionLabels& labels) {
  GeneratedQuestion result;
  result.instance = std::move(instance);
  const auto place = place_of(source, result.instance, library.registry());
  if (!place) return GenerationFault{fmt::format("template {}: no track or area for the case", source.id), {}};
  result.place = *place;
  result.id = labels.id.empty() ? place->track + "-0001" : labels.id;
  ComposeResult composed =
      compose_question(source, result.instance, library, {result.id, labels.status.empty() ? "draft" : labels.status});
  if (auto* fault = std::get_if<InstanceFault>(&composed)) return as_generation_fault(std::move(*fault));
  result.files = std::move(std::get<ComposedQuestion>(composed));
  const QuestionProof proof = prove_question(result.files.yaml, result.id + ".yaml");
  if (!proof.wrong.empty())
    return GenerationFault{fmt::format("template {}, seed {}: {}", source.id, result.instance.seed, proof.wrong),
                           result.files.yaml,
                           find_in_template(source, result.instance, library.registry(), proof.words)};
  result.workload = proof.workload;
  return result;
}

}  // namespace napkin::generator
