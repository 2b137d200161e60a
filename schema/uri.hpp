// The form of an absolute address after RFC 3986.
#pragma once

#include <string_view>

namespace napkin::schema {

/// scheme ":" hierarchical-part ["?" query] ["#" fragment], ASCII only, escapes complete. Says nothing of whether
/// anything can be found there.
bool is_uri(std::string_view text);

}  // namespace napkin::schema
