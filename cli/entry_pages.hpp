// Entries of the registry as the commands hw and model print them.
#pragma once

#include <string>
#include <vector>

#include "engine/registry/registry.hpp"

namespace napkin::cli {

/// A line for each entry, all of one kind, with the figures that matter.
std::string entry_list(const engine::Registry& registry, const std::vector<const engine::Entry*>& entries,
                       std::size_t width);

/// Everything about one entry. With sources: the document behind each value, and the reasoning behind each estimate.
std::string entry_page(const engine::Registry& registry, const engine::Entry& entry, bool with_sources);

/// Side by side, ratios to the first.
std::string comparison(const engine::Registry& registry, const std::vector<const engine::Entry*>& entries,
                       std::size_t width);

std::string entries_as_json(const std::vector<const engine::Entry*>& entries);
std::string entry_as_json(const engine::Entry& entry);
std::string comparison_as_json(const engine::Registry& registry, const std::vector<const engine::Entry*>& entries);

}  // namespace napkin::cli
