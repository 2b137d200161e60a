#include "generator/option_proposal.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "generator/answer_figure.hpp"
#include "generator/mistaken_values.hpp"
#include "generator/option_insertion.hpp"

namespace napkin::generator {
namespace {

using schema::SourceText;
using schema::YamlMember;
using schema::YamlNode;
using validator::FileReport;
using validator::Finding;
using validator::Place;

Place place_in(const SourceText& source, schema::ByteRange range, std::string field) {
  const schema::Position begin = source.position(range.begin), end = source.position(range.end);
  return {source.name(), std::move(field), begin.line, begin.column, end.line, end.column};
}

FileReport checked(const SourceText& source, const schema::Schema& schema) {
  validator::CheckOptions options;
  options.derivations = true;
  return validator::check_file(source, schema, options);
}

std::string in_words(const Finding& finding) { return fmt::format("{} {}", finding.rule->code, finding.message); }

bool same_fault(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.place.field == b.place.field && a.message == b.message;
}

/// A finding of the new file that the old one does not have.
const Finding* new_finding(const FileReport& before, const FileReport& after) {
  for (const Finding& finding : after.findings)
    if (std::none_of(before.findings.begin(), before.findings.end(),
                     [&](const Finding& old) { return same_fault(old, finding); }))
      return &finding;
  return nullptr;
}

/// Mistakes below the rank in a drawn order, the plausible ones first.
std::vector<Distractor> by_preference(const std::vector<MistakenValue>& values, int below, std::uint64_t seed) {
  RandomStream stream(seed, "options");
  std::vector<MistakenValue> drawn;
  for (const std::size_t at : drawn_order(values.size(), stream))
    if (values[at].rank < below) drawn.push_back(values[at]);
  std::stable_sort(drawn.begin(), drawn.end(),
                   [](const MistakenValue& a, const MistakenValue& b) { return a.rank < b.rank; });
  std::vector<Distractor> result;
  for (MistakenValue& value : drawn) result.push_back(std::move(value.distractor));
  return result;
}

std::vector<Distractor> wrong_values(const AnswerFigure& answer, std::size_t place, std::uint64_t seed) {
  const std::vector<MistakenValue> values = mistaken_values(answer);
  std::vector<Distractor> chosen = choose_around(answer.value, place, by_preference(values, far_fetched, seed), seed);
  if (chosen.size() + 1 == option_count) return chosen;
  return choose_around(answer.value, place, by_preference(values, far_fetched + 1, seed), seed);
}

class Proposer {
 public:
  Proposer(const SourceText& source, const schema::Schema& schema) : source_(source), schema_(schema) {}

  ProposalResult run() {
    const FileReport report = checked(source_, schema_);
    const auto fault = std::find_if(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
      return finding.severity == validator::Severity::error;
    });
    if (fault != report.findings.end())
      return OptionRefusal{"napkin check has an error here, mend it first: " + in_words(*fault), fault->place};
    const schema::YamlResult parsed = schema::parse_yaml(source_);
    const auto& document = std::get<YamlNode>(parsed);  // no error above
    const YamlMember& details = *document.find("details");
    for (const char* key : {"options", "correct_index"})
      if (const YamlMember* member = details.value.find(key))
        return OptionRefusal{"the question has options already",
                             place_in(source_, member->key.source, fmt::format("details.{}", key))};

    const schema::Question question = schema::read_question(source_, document);
    const auto answer = find_answer(question, report.derivations);
    if (!answer) return no_figure(details.value);
    OptionProposal proposal;
    proposal.question_id = question.id.value;
    proposal.derivation = *answer->derivation;
    if (const YamlMember* origin = document.find("generated_by"))
      if (const YamlMember* name = origin->value.find("template")) proposal.template_id = name->value.value;
    if (auto refusal = choose(*answer, proposal)) return *refusal;
    return inserted(document, report, std::move(proposal));
  }

 private:
  OptionRefusal no_figure(const YamlNode& details) const {
    const YamlMember* calculation = details.find("napkin_math");
    const YamlMember* member = calculation != nullptr ? calculation : details.find("realistic_solution");
    return {"no figure of the calculation is re-derived (napkin derive shows what is read)",
            place_in(source_, member->key.source, fmt::format("details.{}", member->key.value))};
  }

  static std::optional<OptionRefusal> choose(const AnswerFigure& answer, OptionProposal& proposal) {
    const std::uint64_t seed = RandomStream(0, proposal.question_id).next();
    proposal.correct = draw_place(seed);
    const std::vector<Distractor> chosen = wrong_values(answer, proposal.correct, seed);
    if (chosen.size() + 1 < option_count)
      return OptionRefusal{fmt::format("only {} wrong value{} for {} stand{} more than {:.0f}% apart from it and from "
                                       "each other; three are needed",
                                       chosen.size(), chosen.size() == 1 ? "" : "s", answer.text,
                                       chosen.size() == 1 ? "s" : "", least_distance * 100),
                           proposal.derivation.place};
    for (const Distractor& distractor : chosen)
      proposal.options.push_back({answer.style.write(distractor.value), distractor.misconception});
    proposal.options.insert(proposal.options.begin() + static_cast<std::ptrdiff_t>(proposal.correct),
                            ProposedOption{answer.text, {}});
    return std::nullopt;
  }

  ProposalResult inserted(const YamlNode& document, const FileReport& before, OptionProposal proposal) const {
    std::vector<std::string> texts;
    for (const ProposedOption& option : proposal.options) texts.push_back(option.text);
    InsertionResult result = insert_options(source_, document, texts, proposal.correct);
    if (const auto* fault = std::get_if<InsertionFault>(&result))
      return OptionRefusal{fault->message, place_in(source_, fault->source, "details")};
    proposal.bytes = std::move(std::get<std::string>(result));
    const FileReport after = checked(SourceText(source_.name(), proposal.bytes), schema_);
    if (const Finding* finding = new_finding(before, after))
      return OptionRefusal{"with options the file would not be clean: " + in_words(*finding),
                           proposal.derivation.place};
    return proposal;
  }

  const SourceText& source_;
  const schema::Schema& schema_;
};

}  // namespace

ProposalResult propose_options(const SourceText& source, const schema::Schema& schema) {
  return Proposer(source, schema).run();
}

}  // namespace napkin::generator
