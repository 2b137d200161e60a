#include "validator/finding.hpp"

#include <tuple>

namespace napkin::validator {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

bool operator<(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& f) {
    return std::tie(f.place.file, f.place.line, f.place.column, f.rule->code, f.message);
  };
  return key(a) < key(b);
}

}  // namespace napkin::validator
