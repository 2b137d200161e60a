#include "validator/report/summary.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace napkin::validator {
namespace {

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : "s");
}

}  // namespace

void Summary::count(std::span<const Finding> findings) {
  for (const Finding& finding : findings) {
    ++by_severity[static_cast<std::size_t>(finding.severity)];
    ++by_rule[finding.rule->code];
  }
}

void Summary::cover(const Coverage& covered, std::span<const std::size_t> unread) {
  coverage += covered;
  unread_by_reason.resize(std::max(unread_by_reason.size(), unread.size()));
  for (std::size_t i = 0; i < unread.size(); ++i) unread_by_reason[i] += unread[i];
}

std::string coverage_line(const Coverage& c) {
  return fmt::format("{}: {} of {} resolved; {}: {} consistent, {} inconsistent, {} undecided, {} unread",
                     counted(c.files, "file"), grouped(c.figures_resolved), counted(c.figures, "figure"),
                     counted(c.statements, "statement"), grouped(c.consistent), grouped(c.inconsistent),
                     grouped(c.undecided), grouped(c.unread));
}

std::string findings_line(const Summary& summary) {
  std::string line;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const std::size_t number = summary.by_severity[static_cast<std::size_t>(severity)];
    if (number == 0) continue;
    if (!line.empty()) line += ", ";
    line += counted(number, to_string(severity));
  }
  return line.empty() ? "no findings" : line;
}

}  // namespace napkin::validator
