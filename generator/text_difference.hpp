// The difference of two texts as `diff -u` prints it.
#pragma once

#include <string>
#include <string_view>

namespace napkin::generator {

/// One hunk around everything that differs, with three lines of context; empty where nothing does. Lines end at \n, and
/// keep a \r before it.
std::string unified_difference(std::string_view before, std::string_view after, std::string_view name);

}  // namespace napkin::generator
