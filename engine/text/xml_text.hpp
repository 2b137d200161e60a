// Text inside the markup of an SVG.
#pragma once

#include <string>
#include <string_view>

namespace napkin::engine {

/// Markup escaped; control characters, which XML has none of, dropped.
inline void append_xml_character(std::string& out, char c) {
  if (c == '&')
    out += "&amp;";
  else if (c == '<')
    out += "&lt;";
  else if (c == '>')
    out += "&gt;";
  else if (static_cast<unsigned char>(c) >= ' ' && c != '\x7F')
    out += c;
}

inline std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) append_xml_character(out, c);
  return out;
}

}  // namespace napkin::engine
