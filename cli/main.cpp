// The program: a table of commands, the parsing of arguments, and what becomes of an error.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <string_view>

#include "cli/check_command.hpp"
#include "cli/completion_command.hpp"
#include "cli/coverage_command.hpp"
#include "cli/derive_command.hpp"
#include "cli/eval_command.hpp"
#include "cli/exit_status.hpp"
#include "cli/formula_command.hpp"
#include "cli/generate_command.hpp"
#include "cli/hw_command.hpp"
#include "cli/options_command.hpp"
#include "cli/output.hpp"
#include "cli/parse_failure.hpp"
#include "cli/regenerate_command.hpp"
#include "cli/roofline_command.hpp"
#include "cli/rule_command.hpp"
#include "cli/schema_command.hpp"
#include "cli/template_command.hpp"
#include "cli/units_command.hpp"
#include "cli/usage_error.hpp"
#include "cli/version.hpp"

namespace napkin::cli {
namespace {

// One line per command, in the order of the help page.
constexpr AddCommand commands[] = {
    add_check_command,       //
    add_derive_command,      //
    add_eval_command,        //
    add_formula_command,     //
    add_hw_command,          //
    add_model_command,       //
    add_roofline_command,    //
    add_units_command,       //
    add_generate_command,    //
    add_regenerate_command,  //
    add_coverage_command,    //
    add_template_command,    //
    add_options_command,     //
    add_rule_command,        //
    add_schema_command,      //
    add_completion_command,
};

int complain(const std::string& message, ExitStatus status) {
  std::fprintf(stderr, "%s\n", message.c_str());
  return status;
}

int run_program(int argc, char** argv) {
  // Not by way of the parser, which tells it by an exception: the first one costs a static program five milliseconds.
  if (argc == 2 && std::string_view(argv[1]) == "--version") {
    print(version_line() + "\n");
    return exit_clean;
  }
  CLI::App program("Checks the napkin math of engineering questions", "napkin");
  Action action;
  program.set_version_flag("--version", version_line(), "Print the version and exit");
  program.get_formatter()->column_width(32);
  for (const AddCommand add : commands) add(program, action);

  // One command a call: "formula list roofline" asks for a word that is a command's name too.
  program.require_subcommand(0, 1);

  if (argc < 2) return complain(program.help(), exit_usage);
  const std::string first = argv[1];
  const std::vector<std::string> names = command_names(program);
  if (!first.starts_with("-") && std::find(names.begin(), names.end(), first) == names.end())
    return complain(explain_unknown_command(program, first), exit_usage);
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& success) {  // --help, --version
    return program.exit(success);
  } catch (const CLI::ParseError& error) {
    return complain(explain_parse_failure(program, error), exit_usage);
  }
  if (!action) return complain(program.help(), exit_usage);
  return action();
}

int guarded_run(int argc, char** argv) {
  try {
    return run_program(argc, argv);
  } catch (const ClosedPipe&) {
    return exit_closed_pipe;
  } catch (const UsageError& error) {
    return complain(error.what(), exit_usage);
  } catch (const std::exception& error) {
    return complain(std::string("napkin: internal error (a defect of napkin, please report it): ") + error.what(),
                    exit_defect);
  } catch (...) {
    return complain("napkin: internal error (a defect of napkin, please report it)", exit_defect);
  }
}

}  // namespace
}  // namespace napkin::cli

int main(int argc, char** argv) { return napkin::cli::guarded_run(argc, argv); }
