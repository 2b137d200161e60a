// The written forms of dates and times: RFC 3339, and what YAML 1.1 takes for a date.
#pragma once

#include <cstdint>
#include <string_view>

namespace napkin::schema {

/// "2026-04-01", a day that exists.
bool is_full_date(std::string_view text);

/// "2026-04-01T12:00:00Z", "2026-04-01t12:00:00.5+02:00": a zone is required, leap seconds are refused.
bool is_date_time(std::string_view text);

/// The part after the T of the above.
bool is_full_time(std::string_view text);

/// An unquoted date or date and time of YAML 1.1, which is more liberal: "2026-4-1 9:00:00".
struct YamlTimestamp {
  enum class Form : std::uint8_t { none, date, date_time };
  Form form = Form::none;
  bool possible = true;  // the day and the time exist
};
YamlTimestamp read_yaml_timestamp(std::string_view text);

}  // namespace napkin::schema
