// A finding: one thing that a rule has to say, as facts. Renderers turn it into text, JSON, GitHub
// annotations…
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace napkin::validator {

enum class Severity : std::uint8_t { note, warning, error };
std::string_view to_string(Severity severity);

/// A rule's fixed facts. One constexpr RuleInfo stands beside each check; validator/rules/registry lists them
/// all.
struct RuleInfo {
  std::string_view code;  // "A201"
  std::string_view name;  // "wrong-arithmetic"
  Severity severity = Severity::error;
  std::string_view summary;  // one line, for lists
  std::string_view why;      // one paragraph: what goes wrong for a reader if this stands
  std::string_view example;  // a text that the rule flags
  std::string_view fix;      // the same text, mended
};

/// 1-based, columns in Unicode code points; end is one past the last character.
struct Place {
  std::string file;
  std::string field;  // "details.napkin_math", or empty for the file as a whole
  int line = 1, column = 1;
  int end_line = 1, end_column = 1;
};

struct RelatedPlace {
  Place place;
  std::string message;
};

struct Finding {
  const RuleInfo* rule = nullptr;
  Severity severity = Severity::error;  // the rule's, unless the case or the configuration lowers or raises it
  Place place;
  std::string question_id;  // empty where the file has none
  std::string message;
  std::string quote;            // the text of the place
  std::string stated;           // the figure as printed, with unit; empty where none
  std::string derived;          // the figure it should be; empty where none
  std::optional<double> ratio;  // stated / derived
  std::string cause;            // likely cause ("bits taken for bytes"), empty where none
  std::vector<RelatedPlace> related;
};

/// File, then place, then code: the stable order of every report.
bool operator<(const Finding& a, const Finding& b);

}  // namespace napkin::validator
