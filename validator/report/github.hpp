// Workflow commands that GitHub Actions turns into annotations of the changed lines.
#pragma once

#include <array>

#include "validator/report/report.hpp"

namespace napkin::validator {

/// GitHub shows this many annotations of each severity a step and drops the rest in silence.
inline constexpr std::size_t github_annotation_limit = 10;

/// "::error file=…,line=…::message", without a line break.
void append_github(std::string& out, const Finding& finding);

class GithubReport : public Report {
 public:
  void add(std::span<const Finding> findings, std::span<const Derivation> derivations, const schema::SourceText* source,
           std::string& out) override;
  /// Says what was capped, if anything was.
  void finish(const Summary& summary, std::string& out) override;

 private:
  std::array<std::size_t, 3> seen_{};  // indexed by Severity
};

}  // namespace napkin::validator
