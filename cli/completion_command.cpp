#include "cli/completion_command.hpp"

#include "cli/choice.hpp"
#include "cli/completion_scripts.hpp"
#include "cli/exit_status.hpp"
#include "cli/output.hpp"
#include "validator/rules/registry.hpp"

namespace napkin::cli {
namespace {
struct Arguments {
  std::string shell;
  const CLI::App* program = nullptr;  // lives as long as main runs
};

int run(const Arguments& arguments) {
  CompletionWords words;
  for (const validator::RuleInfo* rule : validator::all_rules()) {
    words.rule_codes.emplace_back(rule->code);
    words.rule_names.emplace_back(rule->name);
  }
  const auto commands = outline_of(*arguments.program);
  print(arguments.shell == "bash" ? bash_completion(commands, words) : zsh_completion(commands, words));
  return exit_clean;
}
}  // namespace

void add_completion_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  arguments->program = &program;
  CLI::App* command = program.add_subcommand("completion", "Print a completion script for the shell");
  add_choice(*command, "shell", arguments->shell, {"bash", "zsh"}, "The shell that is to learn napkin's options")
      ->required();
  command->footer(
      "Examples:\n"
      "  source <(napkin completion bash)      # in ~/.bashrc\n"
      "  source <(napkin completion zsh)       # in ~/.zshrc, after compinit");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
