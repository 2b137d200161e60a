// The form of YAML that nearly every file has, read straight from its bytes. yaml-cpp reads a byte in about
// 70 ns, this in about one; it takes all scalars, block mappings and sequences with one-line keys, and flow
// collections. What it is not sure of (anchors, aliases, tags, explicit keys, directives, several documents,
// tabs in indentation, and whatever may be an error) it declines: yaml-cpp decides those.
#pragma once

#include <variant>

#include "schema/document.hpp"

namespace napkin::schema {

/// What the reader would call the place if it is an error; yaml-cpp has the last word on whether it is.
enum class Suspicion { none, missing_colon, indentation, open_quote, text_after_quote };

/// Where the form ends that is read here.
struct Declined {
  std::size_t offset = 0;
  Suspicion suspicion = Suspicion::none;
};

/// Takes text that check_encoding admits. Gives an error only for what is too deep or too large; all others
/// are declined.
std::variant<YamlNode, YamlError, Declined> parse_common_form(const SourceText& source);

}  // namespace napkin::schema
