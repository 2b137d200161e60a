#include "cli/options_command.hpp"

#include <algorithm>
#include <cstdio>
#include <variant>

#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/file_reader.hpp"
#include "cli/input_files.hpp"
#include "cli/json_object.hpp"
#include "cli/output.hpp"
#include "cli/path_names.hpp"
#include "cli/schema_choice.hpp"
#include "engine/misconceptions/misconceptions.hpp"
#include "generator/option_proposal.hpp"
#include "generator/text_difference.hpp"
#include "schema/text_pattern.hpp"

namespace napkin::cli {
namespace {

using engine::Misconception;
using generator::OptionProposal;
using generator::OptionRefusal;
using generator::ProposedOption;

struct Arguments {
  std::vector<std::string> questions;
  bool write = false;
  std::string format = "text";
};

std::string at(const validator::Place& place) { return fmt::format("{}:{}:{}", place.file, place.line, place.column); }

std::string reason_for(const ProposedOption& option) {
  const Misconception* known = engine::misconception(option.misconception);
  return known == nullptr ? "the answer" : std::string(known->name);
}

/// The statement, then the options in their order with what leads to each.
std::string as_text(const OptionProposal& proposal) {
  std::size_t widest = 0;
  for (const ProposedOption& option : proposal.options)
    widest = std::max(widest, schema::count_code_points(option.text));
  std::string out = fmt::format("{}: {}\n", at(proposal.derivation.place), proposal.derivation.text);
  for (const ProposedOption& option : proposal.options)
    out += fmt::format("  {} {}{}  {}\n", option.misconception.empty() ? "✓" : " ", option.text,
                       std::string(widest - schema::count_code_points(option.text), ' '), reason_for(option));
  if (!proposal.template_id.empty())
    out += fmt::format(
        "  made by the template {}, which knows nothing of these options: making the question again "
        "drops them\n",
        proposal.template_id);
  return out;
}

void add_place(JsonObject& object, const validator::Place& place) {
  object.text("file", place.file);
  object.text("field", place.field);
  object.number("line", place.line);
  object.number("column", place.column);
}

std::string as_json(const OptionProposal& proposal, const std::string& difference, bool written) {
  std::string out;
  JsonObject object(out);
  add_place(object, proposal.derivation.place);
  object.text("id", proposal.question_id);
  object.text("statement", proposal.derivation.text);
  object.array("options", proposal.options, [&](const ProposedOption& option) {
    const Misconception* known = engine::misconception(option.misconception);
    JsonObject item(out);
    item.text("text", option.text);
    item.text_or_null("misconception", option.misconception);
    item.text_or_null("name", known == nullptr ? "" : known->name);
    item.text_or_null("learner", known == nullptr ? "" : known->learner);
    item.close();
  });
  object.number("correct_index", static_cast<double>(proposal.correct));
  object.text_or_null("template", proposal.template_id);
  object.text("diff", difference);
  object.boolean("written", written);
  object.close();
  return out;
}

std::string as_json(const OptionRefusal& refusal) {
  std::string out;
  JsonObject object(out);
  add_place(object, refusal.place);
  object.text("reason", refusal.message);
  object.close();
  return out;
}

class OptionsRun {
 public:
  explicit OptionsRun(const Arguments& arguments) : arguments_(arguments), schema_(choose_schema({})) {}

  int run() {
    const InputFiles files = collect_input_files(arguments_.questions);
    for (const InputError& error : files.errors) miss(display_name(error.path), error.message);
    for (const std::string& path : files.questions) take(path);
    if (is_json()) print(json_document());
    if (input_failed_) return exit_usage;
    return refusals_.empty() ? exit_clean : exit_findings;
  }

 private:
  bool is_json() const { return arguments_.format == "json"; }

  void take(const std::string& path) {
    const std::string name = display_name(path);
    auto bytes = read_regular_file(path);
    if (const auto* error = std::get_if<ReadError>(&bytes)) return miss(name, error->message);
    const schema::SourceText source(name, std::move(std::get<std::string>(bytes)));
    const generator::ProposalResult result = generator::propose_options(source, *schema_);
    if (const auto* refusal = std::get_if<OptionRefusal>(&result)) return refuse(*refusal);
    const auto& proposal = std::get<OptionProposal>(result);
    const std::string difference = generator::unified_difference(source.bytes(), proposal.bytes, name);
    if (arguments_.write) write_file(path, proposal.bytes);
    if (is_json())
      proposals_.push_back(as_json(proposal, difference, arguments_.write));
    else
      print(as_text(proposal) + (arguments_.write ? "  written\n" : difference));
  }

  void refuse(const OptionRefusal& refusal) {
    refusals_.push_back(as_json(refusal));
    if (!is_json()) std::fprintf(stderr, "%s: no options: %s\n", at(refusal.place).c_str(), refusal.message.c_str());
  }

  void miss(const std::string& name, const std::string& why) {
    input_failed_ = true;
    std::fprintf(stderr, "napkin: %s: %s\n", name.c_str(), why.c_str());
  }

  std::string json_document() const {
    std::string out;
    JsonObject document(out);
    const auto verbatim = [&out](const std::string& object) { out += "\n" + object; };
    document.number("version", 1);
    document.array("proposals", proposals_, verbatim);
    document.array("refusals", refusals_, verbatim);
    document.close();
    return out + "\n";
  }

  const Arguments& arguments_;
  std::shared_ptr<const schema::Schema> schema_;
  std::vector<std::string> proposals_, refusals_;  // as JSON
  bool input_failed_ = false;
};

int run(const Arguments& arguments) { return OptionsRun(arguments).run(); }

}  // namespace

void add_options_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("options", "Propose three wrong options for a question, each with a reason");
  command->add_option("questions", arguments->questions, "Question files, or folders of them")
      ->type_name("PATH")
      ->required();
  command->add_flag("--write", arguments->write, "Write the options into the files instead of showing the difference");
  add_choice(*command, "--format", arguments->format, {"text", "json"}, "How to print (default text)");
  command->footer(
      "The answer is the figure of the calculation that the conclusion names first. A question that gets no options "
      "is\n"
      "named on standard error with the reason, and the exit status is 1.\n"
      "Examples:\n"
      "  napkin options questions/edge/power/edge-0001.yaml\n"
      "  napkin options questions/edge | patch -p0\n"
      "  napkin options questions/edge/power/edge-0001.yaml --write");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
