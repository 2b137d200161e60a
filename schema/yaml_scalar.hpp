// What a YAML scalar stands for: the rules of YAML 1.1 as PyYAML reads it (and with it linkml-validate), which turn
// unquoted no, 1.0 and 2026-04-01 into something other than text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/document.hpp"

namespace napkin::schema {

enum class ScalarKind : std::uint8_t { text, null, boolean, integer, number, date, timestamp, unsupported };

struct ScalarReading {
  ScalarKind kind = ScalarKind::text;
  double value = 0;         // of integers and numbers; of booleans 0 or 1
  bool impossible = false;  // has the form of its kind but no value: 2026-13-45
  /// YAML 1.2 reads it as something else: yes (text there), 010 (ten), 1:30 (text), 1_000 (text).
  bool version_dependent = false;
};

/// Of an unquoted text without a tag.
ScalarReading read_plain_scalar(std::string_view text);

/// Of any scalar, with its style and tag.
ScalarReading read_scalar(const YamlNode& scalar);

/// "the boolean true", "the number 1", "a date", "text", "nothing (null)".
std::string describe(const ScalarReading& reading);

/// The shortest text that stands for the number: "3", "0.5", "1e+30".
std::string format_number(double value);

}  // namespace napkin::schema
