#include "cli/check_command.hpp"

#include <algorithm>
#include <thread>

#include "cli/check_run.hpp"
#include "cli/choice.hpp"
#include "cli/usage_error.hpp"

namespace napkin::cli {
namespace {
constexpr int most_jobs = 256;

struct Arguments {
  CheckRequest request;
  std::string format = "text";
  std::string fail_on = "error";
  int jobs = 0;
};

std::optional<validator::Severity> severity_named(std::string_view name) {
  for (const auto severity : {validator::Severity::note, validator::Severity::warning, validator::Severity::error})
    if (to_string(severity) == name) return severity;
  return std::nullopt;  // "never"
}

int run(const Arguments& arguments) {
  CheckRequest request = arguments.request;
  request.format = *validator::report_format(arguments.format);
  request.fail_on = severity_named(arguments.fail_on);
  const int jobs = arguments.jobs > 0 ? arguments.jobs : static_cast<int>(std::thread::hardware_concurrency());
  request.jobs = static_cast<std::size_t>(std::clamp(jobs, 1, most_jobs));
  if (request.paths.empty()) request.paths = {"."};
  const bool reads_input = std::find(request.paths.begin(), request.paths.end(), "-") != request.paths.end();
  if (!reads_input && !request.stdin_filename.empty())
    throw UsageError("napkin check: --stdin-filename names what is read from standard input; give - as a path too");
  if (request.stdin_filename.empty()) request.stdin_filename = unnamed_input;
  if (request.derivations && request.format != validator::ReportFormat::json)
    throw UsageError("napkin check: --derivations needs --format json (for people: napkin derive FILE)");
  return run_check(request);
}

void add_report_options(CLI::App& command, Arguments& arguments) {
  CheckRequest& request = arguments.request;
  const auto names = validator::report_format_names();
  add_choice(command, "--format", arguments.format, {names.begin(), names.end()},
             "How to print the findings (default text)");
  command.add_flag("--derivations", request.derivations, "With json: add every statement with its derivation");
  command.add_flag("--statistics", request.statistics, "Count findings by rule and unread statements by reason");
  command.add_flag("-q,--quiet", request.quiet, "No coverage line at the end");
  add_choice(command, "--color", request.color, {"auto", "always", "never"},
             "Colours in text (default auto: on a terminal)");
  command.add_option("-o,--output", request.output, "Write the report to this file instead of standard output")
      ->type_name("FILE");
}

void add_rule_options(CLI::App& command, Arguments& arguments) {
  CheckRequest& request = arguments.request;
  for (const auto& [option, list, help] :
       {std::tuple{"--select", &request.select, "Only these rules: codes, beginnings of codes, names; A,S001"},
        std::tuple{"--ignore", &request.ignore, "Not these rules; the longer word wins over --select"}})
    command.add_option(option, *list, help)->delimiter(',')->allow_extra_args(false)->type_name("CODE");
  add_choice(command, "--fail-on", arguments.fail_on, {"error", "warning", "note", "never"},
             "Least severity for exit status 1 (default error)");
}
}  // namespace

void add_check_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CheckRequest& request = arguments->request;
  CLI::App* command = program.add_subcommand("check", "Check questions and report findings");
  command->add_option("paths", request.paths, "Files, folders, - for standard input (default: this folder)")
      ->type_name("PATH");
  command->add_option("--stdin-filename", request.stdin_filename, "Name and folder of the text on standard input")
      ->type_name("NAME");
  add_rule_options(*command, *arguments);
  add_report_options(*command, *arguments);
  command->add_option("--schema", request.schema, "A LinkML schema to check against instead of napkin's own")
      ->type_name("FILE");
  command->add_option("-j,--jobs", arguments->jobs, "Threads (default: one for each core)")
      ->check(whole_number(1, most_jobs))
      ->type_name("N");
  command->footer(
      "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 usage or input that cannot be\n"
      "read, 3 a defect of napkin.\n\n"
      "Examples:\n"
      "  napkin check questions/\n"
      "  napkin check --select A,S --fail-on warning questions/cloud\n"
      "  napkin check --format json --derivations --output report.json questions/");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
