#include "validator/report/github.hpp"

#include <iterator>

#include <fmt/format.h>

namespace napkin::validator {
namespace {

std::string_view command_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

// The runner ends a message at a line break and a property at a comma or a colon.
void append_escaped(std::string& out, std::string_view text, bool property) {
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned>(c));
    else
      out += c;
  }
}

}  // namespace

void append_github(std::string& out, const Finding& finding) {
  const Place& place = finding.place;
  fmt::format_to(std::back_inserter(out), "::{} file=", command_of(finding.severity));
  append_escaped(out, place.file, true);
  fmt::format_to(std::back_inserter(out), ",line={},endLine={},col={},endColumn={},title={} {}::", place.line,
                 place.end_line, place.column, place.end_column, finding.rule->code, finding.rule->name);
  append_escaped(out, finding.message, false);
  if (!finding.cause.empty()) {
    out += "%0ALikely cause: ";
    append_escaped(out, finding.cause, false);
  }
}

void GithubReport::add(std::span<const Finding> findings, std::span<const Derivation>, const schema::SourceText*,
                       std::string& out) {
  for (const Finding& finding : findings) {
    if (++seen_[static_cast<std::size_t>(finding.severity)] > github_annotation_limit) continue;
    append_github(out, finding);
    out += '\n';
  }
}

void GithubReport::finish(const Summary&, std::string& out) {
  std::string capped;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const std::size_t seen = seen_[static_cast<std::size_t>(severity)];
    if (seen <= github_annotation_limit) continue;
    const std::size_t hidden = seen - github_annotation_limit;
    fmt::format_to(std::back_inserter(capped), "{}{} {}{}", capped.empty() ? "" : ", ", hidden, to_string(severity),
                   hidden == 1 ? "" : "s");
  }
  if (capped.empty()) return;
  fmt::format_to(std::back_inserter(out),
                 "napkin: {} not annotated (GitHub shows {} of each severity a step); "
                 "run napkin check for all of them\n",
                 capped, github_annotation_limit);
}

}  // namespace napkin::validator
