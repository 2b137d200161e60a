#include "cli/regenerate_command.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/file_reader.hpp"
#include "cli/input_files.hpp"
#include "cli/json_object.hpp"
#include "cli/library_choice.hpp"
#include "cli/ordered_run.hpp"
#include "cli/output.hpp"
#include "cli/path_names.hpp"
#include "cli/progress_bar.hpp"
#include "cli/question_folder.hpp"
#include "cli/template_choice.hpp"
#include "cli/usage_error.hpp"
#include "generator/regenerate.hpp"

namespace napkin::cli {
namespace {

using generator::MovedFigure;

constexpr std::size_t block = 256;

struct Arguments {
  std::vector<std::string> paths;
  std::vector<std::string> templates;
  std::string registry;
  std::string format = "text";
  int jobs = 0;
  bool check = false;
};

enum class State { not_generated, same, stale, failed };

/// What became of one file.
struct Outcome {
  State state = State::not_generated;
  int line = 0;
  std::string message{};  // why it failed, is stale without a figure that moved, or cannot be written anew
  std::vector<MovedFigure> moved{};
  generator::ComposedQuestion files{};
};

std::string first_difference(const std::string& before, const std::string& after) {
  const auto [at, ignored] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  return fmt::format("its text differs from line {} on: it was edited, or its template was",
                     std::count(before.begin(), at, '\n') + 1);
}

class Regeneration {
 public:
  Regeneration(const Arguments& arguments, const engine::Library& library)
      : arguments_(arguments), library_(library), input_(collect_input_files(arguments.paths)) {
    if (!arguments.templates.empty()) add_templates(arguments.templates);
    add_templates({});
  }

  int run() {
    for (const InputError& error : input_.errors) complain(error.path, error.message);
    ProgressBar progress(input_.questions.size(), "making", "questions");
    run_in_order(
        input_.questions.size(), jobs_or_cores(arguments_.jobs), block,
        [&](std::size_t i) { return outcome_of(input_.questions[i]); },
        [&](std::size_t i, Outcome outcome) {
          progress.advance_to(i + 1);
          if (outcome.state == State::stale || outcome.state == State::failed) progress.erase();
          take(input_.questions[i], outcome);
        });
    progress.erase();
    if (arguments_.format == "json") print(json_.empty() ? "[]\n" : "[" + json_ + "\n]\n");
    say();
    if (failed_ > 0) return exit_usage;
    return arguments_.check && stale_ > 0 ? exit_findings : exit_clean;
  }

 private:
  /// The first of an id stays.
  void add_templates(const std::vector<std::string>& names) {
    for (ChosenTemplate& chosen : choose_templates(names, library_, arguments_.jobs)) {
      std::string id = chosen.content.id;
      templates_.emplace(std::move(id), std::move(chosen));
    }
  }

  Outcome outcome_of(const std::string& path) const {
    auto bytes = read_regular_file(path);
    if (const auto* error = std::get_if<ReadError>(&bytes)) return {.state = State::failed, .message = error->message};
    const schema::SourceText source(display_name(path), std::move(std::get<std::string>(bytes)));
    const generator::ProofResult found = generator::read_proof(source);
    if (std::holds_alternative<generator::NotGenerated>(found)) return {};
    if (const auto* broken = std::get_if<generator::BrokenProof>(&found))
      return {.state = State::failed, .line = source.position(broken->source.begin).line, .message = broken->message};
    return remade(path, source, std::get<generator::Proof>(found));
  }

  Outcome remade(const std::string& path, const schema::SourceText& source, const generator::Proof& proof) const {
    Outcome outcome{.state = State::failed, .line = source.position(proof.source.begin).line};
    const auto known = templates_.find(proof.template_id);
    if (known == templates_.end()) {
      outcome.message = fmt::format("there is no template '{}' (name its file with --template)", proof.template_id);
      return outcome;
    }
    const auto& [content, text] = std::tie(known->second.content, known->second.source);
    generator::RegenerationResult result = generator::regenerate(proof, content, library_);
    if (const auto* fault = std::get_if<generator::GenerationFault>(&result)) {
      outcome.message = on_one_line(text, *fault);
      return outcome;
    }
    auto& made = std::get<generator::Regenerated>(result);
    if (made.refused)
      return {.state = State::stale,
              .line = outcome.line,
              .message = on_one_line(text, *made.refused),
              .moved = std::move(made.moved)};
    const bool same_text = source.bytes() == made.question.files.yaml;
    const bool same_picture = !made.question.files.picture ||
                              picture_beside(path, *made.question.files.picture) == made.question.files.picture->svg;
    outcome.state = same_text && same_picture ? State::same : State::stale;
    outcome.moved = std::move(made.moved);
    if (outcome.state == State::same) return outcome;
    if (outcome.moved.empty() && !same_text)
      outcome.message = proof.version == content.version
                            ? first_difference(std::string(source.bytes()), made.question.files.yaml)
                            : fmt::format("it was made by version {} of its template, which is at {}", proof.version,
                                          content.version);
    else if (outcome.moved.empty())
      outcome.message = "its picture is missing or another one";
    outcome.files = std::move(made.question.files);
    return outcome;
  }

  static std::string picture_beside(const std::string& path, const generator::PictureFile& picture) {
    auto bytes = read_regular_file(beside(path, picture.name));
    auto* text = std::get_if<std::string>(&bytes);
    return text == nullptr ? std::string() : std::move(*text);
  }

  void take(const std::string& path, const Outcome& outcome) {
    switch (outcome.state) {
      case State::not_generated: return;
      case State::same: ++same_; break;
      case State::stale: ++stale_; break;
      case State::failed: complain(path, outcome.message, outcome.line); return;
    }
    if (arguments_.format == "json") append_json(path, outcome);
    if (outcome.state == State::same) return;
    if (arguments_.format == "text") print(line_of(path, outcome));
    if (arguments_.check) return;
    if (outcome.files.yaml.empty())
      complain(path, "left as it is: " + outcome.message, outcome.line);
    else
      write_question(path, outcome.files);
  }

  static std::string line_of(const std::string& path, const Outcome& outcome) {
    std::string what;
    for (const MovedFigure& figure : outcome.moved) {
      if (!what.empty()) what += ", ";
      what += figure.before.empty()  ? fmt::format("{} is new ({})", figure.name, figure.after)
              : figure.after.empty() ? fmt::format("{} is gone ({})", figure.name, figure.before)
                                     : fmt::format("{} {} -> {}", figure.name, figure.before, figure.after);
    }
    if (!outcome.message.empty()) what += (what.empty() ? "" : "; ") + outcome.message;
    return fmt::format("{}:{}: stale: {}\n", display_name(path), outcome.line, what);
  }

  void append_json(const std::string& path, const Outcome& outcome) {
    json_ += json_.empty() ? "\n" : ",\n";
    JsonObject object(json_);
    object.text("file", display_name(path));
    object.number("line", outcome.line);
    object.text("state", outcome.state == State::same ? "same" : "stale");
    object.text_or_null("reason", outcome.message);
    object.array("figures", outcome.moved, [this](const MovedFigure& figure) {
      JsonObject one(json_);
      one.text("name", figure.name);
      one.text_or_null("before", figure.before);
      one.text_or_null("after", figure.after);
      one.close();
    });
    object.close();
  }

  void complain(const std::string& path, const std::string& message, int line = 0) {
    ++failed_;
    const std::string place = line > 0 ? fmt::format(":{}", line) : "";
    std::fprintf(stderr, "%s%s: %s\n", display_name(path).c_str(), place.c_str(), message.c_str());
  }

  void say() const {
    std::string line = fmt::format("{} generated question{} in {} file{}: {} as their proofs say", same_ + stale_,
                                   same_ + stale_ == 1 ? "" : "s", input_.questions.size(),
                                   input_.questions.size() == 1 ? "" : "s", same_);
    if (stale_ > 0) line += fmt::format(", {} stale{}", stale_, arguments_.check ? "" : ", written anew");
    if (failed_ > 0) line += fmt::format(", {} not made again", failed_);
    std::fprintf(stderr, "%s\n", line.c_str());
  }

  const Arguments& arguments_;
  const engine::Library& library_;
  InputFiles input_;
  std::map<std::string, ChosenTemplate, std::less<>> templates_;
  std::string json_;
  std::size_t same_ = 0, stale_ = 0, failed_ = 0;
};

int run(const Arguments& given) {
  Arguments arguments = given;
  if (arguments.paths.empty() && !arguments.check)
    throw UsageError("napkin regenerate: name the files or folders to be written anew, or look first with --check");
  if (arguments.paths.empty()) arguments.paths = {"."};
  const LibraryChoice library(arguments.registry);
  return Regeneration(arguments, library.get()).run();
}

}  // namespace

void add_regenerate_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("regenerate", "Make generated questions again from their proofs");
  command->add_option("path", arguments->paths, "Files and folders of questions (with --check, default: .)")
      ->type_name("PATH");
  command->add_flag("--check", arguments->check, "Write nothing; say what is stale and which figures moved");
  command->add_option("--template", arguments->templates, "Template files or folders that go before the built-in ones")
      ->type_name("TEMPLATE")
      ->expected(1)
      ->take_all();
  add_choice(*command, "--format", arguments->format, {"text", "json"}, "text (default) or json");
  command->add_option("--jobs", arguments->jobs, "Threads (default: one for each core)")->check(whole_number(1, 1024));
  add_registry_option(*command, arguments->registry);
  command->footer(
      "A question is stale where its template or a datasheet value has changed since. Its status is kept, other edits\n"
      "by hand are not: delete 'generated_by' from a question that shall stay as it was edited.\n"
      "Status: 0 nothing stale or all written anew, 1 stale questions with --check, 2 something could not be made.\n"
      "Example:\n"
      "  napkin regenerate --check corpus");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
