#include "cli/derive_command.hpp"

#include <algorithm>
#include <cstdio>
#include <variant>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/check_run.hpp"
#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/file_reader.hpp"
#include "cli/input_files.hpp"
#include "cli/output.hpp"
#include "cli/path_names.hpp"
#include "cli/schema_choice.hpp"
#include "cli/terminal.hpp"
#include "cli/usage_error.hpp"
#include "validator/check.hpp"
#include "validator/report/derivation_text.hpp"
#include "validator/report/report.hpp"
#include "validator/report/summary.hpp"

namespace napkin::cli {
namespace {
constexpr std::string_view standard_input = "-";

struct Arguments {
  std::vector<std::string> questions;
  std::string bank = ".";
  std::string format = "text";
  std::string color = "auto";
};

bool exists(const std::string& path) {
  struct stat facts {};
  return lstat(path.c_str(), &facts) == 0;
}

std::string_view stem(std::string_view path) {
  const std::string_view name = file_name(path);
  return name.substr(0, name.rfind('.'));
}

// The bank is walked at most once, and only where an id is named.
class Finder {
 public:
  explicit Finder(std::string bank) : bank_(std::move(bank)) {}

  std::vector<std::string> files_named(const std::string& word) {
    if (exists(word)) return collect(word);
    if (!walked_) questions_ = collect_input_files({bank_}).questions;
    walked_ = true;
    std::vector<std::string> found;
    std::copy_if(questions_.begin(), questions_.end(), std::back_inserter(found),
                 [&](const std::string& path) { return stem(path) == word; });
    if (found.empty()) throw UsageError(missing(word));
    return found;
  }

 private:
  static std::vector<std::string> collect(const std::string& path) {
    const InputFiles files = collect_input_files({path});
    if (!files.errors.empty())
      throw UsageError(fmt::format("napkin derive: {}: {}", display_name(path), files.errors.front().message));
    return files.questions;
  }

  std::string missing(const std::string& word) const {
    std::vector<std::string_view> ids;
    for (const std::string& path : questions_) ids.push_back(stem(path));
    const std::string where = bank_ == "." ? "the current folder" : display_name(bank_);
    const std::string hint = did_you_mean(word, ids);
    return fmt::format("napkin derive: no file '{}' and no question of that id under {}{}", display_name(word), where,
                       hint.empty() ? "; --bank DIR names another folder" : hint);
  }

  std::string bank_;
  bool walked_ = false;
  std::vector<std::string> questions_;
};

std::string ledger(const validator::FileReport& report, const std::string& name, bool color) {
  std::string out = name + '\n';
  if (!report.summary) {
    for (const validator::Finding& finding : report.findings)
      out += fmt::format("{}:{}: {}\n", finding.place.line, finding.place.column, finding.message);
    return out;
  }
  out += validator::derivation_text(report.derivations, color);
  return out + validator::coverage_line(report.coverage) + '\n';
}

// What napkin derive prints: the ledgers one after the other, or one document that holds them all.
class Printer {
 public:
  explicit Printer(const Arguments& arguments) : color_(wants_color(arguments.color, STDOUT_FILENO)) {
    if (arguments.format == "json") json_ = validator::make_report(validator::ReportFormat::json, {true, false});
  }

  void add(const validator::FileReport& report, const std::string& name) {
    std::string text;
    if (json_) {
      summary_.cover(report.coverage, report.unread_by_reason);
      summary_.count(report.findings);
      json_->add(report.findings, report.derivations, nullptr, text);
    } else {
      text = (empty_ ? "" : "\n") + ledger(report, name, color_);
    }
    empty_ = false;
    output_.write(text);
  }

  void finish() {
    if (json_) json_->finish(summary_, [this](std::string_view text) { output_.write(text); });
    output_.finish();
  }

 private:
  bool color_;
  bool empty_ = true;
  std::unique_ptr<validator::Report> json_;
  validator::Summary summary_;
  Output output_;
};

std::vector<std::string> paths_of(const Arguments& arguments) {
  Finder finder(arguments.bank);
  std::vector<std::string> paths;
  for (const std::string& word : arguments.questions) {
    const bool input = word == standard_input;
    if (input && std::find(paths.begin(), paths.end(), word) != paths.end()) continue;  // it can be read once
    for (std::string& path : input ? std::vector{word} : finder.files_named(word)) paths.push_back(std::move(path));
  }
  return paths;
}

int run(const Arguments& arguments) {
  const std::vector<std::string> paths = paths_of(arguments);
  const auto schema = choose_schema({});
  validator::CheckOptions options;
  options.derivations = true;
  int status = exit_clean;
  Printer printer(arguments);
  for (const std::string& path : paths) {
    const bool input = path == standard_input;
    const std::string name = input ? unnamed_input : display_name(path);
    auto bytes = input ? read_standard_input() : read_regular_file(path);
    if (const auto* error = std::get_if<ReadError>(&bytes)) {
      std::fprintf(stderr, "napkin: %s: %s\n", name.c_str(), error->message.c_str());
      status = exit_usage;
      continue;
    }
    const schema::SourceText source(name, std::move(std::get<std::string>(bytes)));
    printer.add(validator::check_file(source, *schema, options), name);
  }
  printer.finish();
  return status;
}
}  // namespace

void add_derive_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("derive", "Print a question's statements, each re-derived");
  command->add_option("questions", arguments->questions, "Files, ids of questions in the bank, or - for standard input")
      ->type_name("FILE|ID")
      ->required();
  command->add_option("--bank", arguments->bank, "Folder in which ids are looked up (default: this folder)")
      ->type_name("DIR");
  add_choice(*command, "--format", arguments->format, {"text", "json"},
             "How to print (default text; json as of napkin check --derivations)");
  add_choice(*command, "--color", arguments->color, {"auto", "always", "never"},
             "Colours (default auto: on a terminal)");
  command->footer(
      "Examples:\n"
      "  napkin derive questions/cloud/cloud-0745.yaml\n"
      "  napkin derive cloud-0745 --bank questions\n"
      "  napkin derive - --format json < cloud-0745.yaml");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
