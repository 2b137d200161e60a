// Checks a document against a schema: facts with places, not sentences.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/document.hpp"
#include "schema/linkml.hpp"
#include "schema/source_text.hpp"

namespace napkin::schema {

enum class IssueKind : std::uint8_t {
  missing_key,       // expected: what the key holds
  unknown_key,       // found: the key; suggestion: a key of the schema that is not there yet
  wrong_type,        // found, expected: kinds of values, in words
  not_in_enum,       // found: the text; expected: the texts admitted
  pattern_mismatch,  // found: the text; expected: the expression
  wrong_length,      // found: "134 characters"; expected: "at most 120 characters"
  out_of_range,      // found: the number; expected: "at most 3"
  not_equal,         // found: the value; expected: the one admitted
  wrong_format,      // found: the text; expected: "a date such as 2026-04-01"
  duplicate_key,     // found: the key; related: where it stands first
  null_value,        // expected: what is due
  retyped_scalar,  // unquoted text that YAML reads as something else. found: "no"; expected: what is due; reading: what
                   // YAML makes of it
  ambiguous_scalar,  // a value of the due type that YAML 1.1 and 1.2 read differently: yes, 010, 1:30
  alias_cycle,       // found: the anchor's name
  unsupported_yaml,  // found: "<<", "!!binary", …: legal YAML that is not read here
};

struct SchemaIssue {
  IssueKind kind = IssueKind::wrong_type;
  std::string path;  // "details.options[2]"; of a missing or unknown key the path of that key; "" for the document
  ByteRange source;  // of the value; of a missing key the key of the mapping that should hold it
  std::string found;
  std::string expected;
  std::string reading;     // what YAML 1.1 makes of the text found, where that is the point: "the boolean false"
  std::string suggestion;  // the text that was probably meant, or empty
  std::optional<ByteRange> related;
  bool mild = false;  // readers agree on what is meant; only the strictest refuse it
};

struct SchemaIssues {
  std::vector<SchemaIssue> issues;  // in the order of the check: a mapping's keys as they stand, then what is missing
  std::size_t omitted = 0;          // how many more there are; at least, where aliases repeat a value
};

inline constexpr std::size_t max_schema_issues = 100;

/// Linear in the size of the document whatever its aliases. Never throws.
SchemaIssues check_schema(const Schema& schema, const YamlNode& document);

}  // namespace napkin::schema
