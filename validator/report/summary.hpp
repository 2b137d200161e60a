// What a whole run found and looked at: the head of a JSON report, the coverage line, the statistics.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "validator/derivation.hpp"
#include "validator/finding.hpp"

namespace napkin::validator {

struct Summary {
  Coverage coverage;
  std::array<std::size_t, 3> by_severity{};         // indexed by Severity
  std::map<std::string_view, std::size_t> by_rule;  // by code
  std::vector<std::size_t> unread_by_reason;        // indexed by UnreadReason

  /// Counts findings; call it once for each one that the report shows.
  void count(std::span<const Finding> findings);
  /// Adds up what one file was worth. An empty `unread` counts as all zeros.
  void cover(const Coverage& covered, std::span<const std::size_t> unread);

  std::size_t findings() const { return by_severity[0] + by_severity[1] + by_severity[2]; }
};

/// "10,711 files: 160,044 of 170,000 figures resolved; 49,000 statements: 47,000 consistent, 300
/// inconsistent, 200 undecided, 1,500 unread", without a line break.
std::string coverage_line(const Coverage& coverage);

/// "3 errors, 1 warning, 2 notes", or "no findings".
std::string findings_line(const Summary& summary);

}  // namespace napkin::validator
