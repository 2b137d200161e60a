// Dimensions in words, for messages.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/quantity/dimension.hpp"

namespace napkin::engine {

/// "time", "bandwidth", "operations", "a pure number"; nothing for one without a name.
std::optional<std::string_view> dimension_name(const Dimension& dimension);

/// "bandwidth (byte/s)", or the symbols alone.
std::string describe(const Dimension& dimension);

/// "multiply by a time?", where one such step turns the one dimension into the other; nothing where none does.
std::optional<std::string> missing_factor(const Dimension& is, const Dimension& should_be);

}  // namespace napkin::engine
