// How a command joins the program: a function that adds its options, help and example, and leaves what to
// run.
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace napkin::cli {

/// What main runs once all arguments are parsed; gives the exit status. May throw UsageError.
using Action = std::function<int()>;

/// Adds one subcommand to the program; its callback sets the action, and does no work itself.
using AddCommand = void (*)(CLI::App& program, Action& action);

/// The usual way to end such a function: when the subcommand is chosen, `run(*arguments)` becomes the action.
template <class Arguments, class Run>
void on_chosen(CLI::App& command, Action& action, std::shared_ptr<Arguments> arguments, Run run) {
  command.callback([&action, arguments, run] { action = [arguments, run] { return run(*arguments); }; });
}

}  // namespace napkin::cli
