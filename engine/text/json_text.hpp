// JSON's scalars, appended to a buffer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace napkin::engine {

/// Quoted and escaped; bytes that are no UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);

/// null for an empty text.
void append_json_text_or_null(std::string& out, std::string_view text);

/// Up to `significant` digits; null where there is no value, or none that JSON can write (infinite, not a
/// number).
void append_json_number(std::string& out, std::optional<double> value, int significant);

}  // namespace napkin::engine
