#include "validator/check.hpp"

#include <algorithm>
#include <iterator>
#include <variant>

#include "schema/document.hpp"
#include "validator/arithmetic.hpp"
#include "validator/rules/ignore_directives.hpp"
#include "validator/rules/registry.hpp"
#include "validator/rules/schema_findings.hpp"
#include "validator/rules/unreadable_yaml.hpp"

namespace napkin::validator {
namespace {

std::unique_ptr<QuestionSummary> summarize(const QuestionFile& file, bool of_a_bank) {
  const schema::Question& question = file.question;
  auto summary = std::make_unique<QuestionSummary>();
  summary->id_place = place_of(file.source, question.id.source, "id");
  summary->id = question.id.value;
  summary->track = question.track.value;
  summary->level = question.level.value;
  summary->topic = question.topic.value;
  summary->status = question.status.value;
  if (const schema::TextField* scenario = of_a_bank ? question.text("scenario") : nullptr) {
    const schema::ByteRange range = scenario->text.source_range(0, scenario->text.text.size());
    summary->scenario_place = place_of(file.source, range, "scenario");
    summary->scenario = fingerprint(scenario->text.text);
  }
  for (const schema::ChainReference& chain : question.chains)
    summary->chains.push_back({chain.id, chain.position, place_of(file.source, chain.source, "chains")});
  return summary;
}

void take_arithmetic(ArithmeticReport&& arithmetic, bool derivations, FileReport& report) {
  std::move(arithmetic.findings.begin(), arithmetic.findings.end(), std::back_inserter(report.findings));
  report.coverage += arithmetic.coverage;
  report.unread_by_reason = std::move(arithmetic.unread_by_reason);
  if (!derivations) return;
  report.derivations = std::move(arithmetic.derivations);
  report.unresolved = std::move(arithmetic.unresolved);
}

}  // namespace

FileReport check_file(const schema::SourceText& source, const schema::Schema& schema, const CheckOptions& options) {
  FileReport report;
  report.coverage.files = 1;
  const schema::YamlResult parsed = schema::parse_yaml(source);
  if (const auto* error = std::get_if<schema::YamlError>(&parsed)) {
    report.findings.push_back(unreadable_yaml(source, *error));
    return report;
  }
  const auto& document = std::get<schema::YamlNode>(parsed);
  const schema::Question question = schema::read_question(source, document);
  const QuestionFile file{source, document, question};
  for (const FileCheck check : file_checks()) check(file, report.findings);
  std::vector<Finding> structure = schema_findings(file, schema);
  drop_repeated(structure, report.findings);
  std::move(structure.begin(), structure.end(), std::back_inserter(report.findings));
  take_arithmetic(check_arithmetic(source, question, options), options.derivations, report);
  report.summary = summarize(file, options.of_a_bank);
  apply_ignore_directives(file, report.findings, report.summary->ignored);
  std::sort(report.findings.begin(), report.findings.end());
  return report;
}

}  // namespace napkin::validator
