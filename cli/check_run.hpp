// Checks files and reports what was found: the work of `napkin check`, after its arguments have been read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/rule_selection.hpp"
#include "validator/report/report.hpp"

namespace napkin::cli {

/// What standard input is called where it has no name of its own.
inline constexpr const char* unnamed_input = "<stdin>";

struct CheckRequest {
  std::vector<std::string> paths;
  std::string stdin_filename;  // what "-" among the paths is called
  validator::ReportFormat format = validator::ReportFormat::text;
  bool derivations = false;
  std::vector<std::string> select, ignore;
  std::optional<validator::Severity> fail_on;  // nothing: never
  std::size_t jobs = 1;
  bool quiet = false;
  bool statistics = false;
  std::string color = "auto";
  std::string schema;  // a file; empty: the embedded schema
  std::string output;  // a file; empty: standard output
};

/// The report goes to the output; errors of input, statistics and the coverage line to standard error. Gives the exit
/// status; throws UsageError and ClosedPipe.
int run_check(const CheckRequest& request);

}  // namespace napkin::cli
