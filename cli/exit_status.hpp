// What the program tells its caller when it ends; a contract with scripts and CI.
#pragma once

namespace napkin::cli {

enum ExitStatus : int {
  exit_clean = 0,          // nothing at or above --fail-on
  exit_findings = 1,       // findings at or above --fail-on
  exit_usage = 2,          // usage, configuration, unreadable or empty input
  exit_defect = 3,         // a defect of the program itself
  exit_closed_pipe = 141,  // what a shell says of a program that SIGPIPE ended; here where that signal is ignored
};

}  // namespace napkin::cli
