// One JSON object a line: each finding as in the json format, then the summary.
#pragma once

#include "validator/report/report.hpp"

namespace napkin::validator {

class JsonLinesReport : public Report {
 public:
  void add(std::span<const Finding> findings, std::span<const Derivation> derivations, const schema::SourceText* source,
           std::string& out) override;
  /// {"version":1,"summary":{…}}
  void finish(const Summary& summary, std::string& out) override;
};

}  // namespace napkin::validator
