#include "engine/text/json_text.hpp"

#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "engine/text/code_point.hpp"

namespace napkin::engine {

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      const CodePoint point = code_point_at(text, at);
      if (point.valid)
        out.append(text, at, point.length);
      else
        out += replacement_character;
      at += point.length;
      continue;
    }
    ++at;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
          fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
        else
          out += c;
    }
  }
  out += '"';
}

void append_json_text_or_null(std::string& out, std::string_view text) {
  if (text.empty())
    out += "null";
  else
    append_json_string(out, text);
}

void append_json_number(std::string& out, std::optional<double> value, int significant) {
  if (!value || !std::isfinite(*value))
    out += "null";
  else
    fmt::format_to(std::back_inserter(out), "{:.{}g}", *value, significant);
}

}  // namespace napkin::engine
