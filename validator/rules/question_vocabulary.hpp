// The closed tables that questions are classified by: tracks, levels, areas and their topics, zones.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace napkin::validator {

std::span<const std::string_view> tracks();
bool is_track(std::string_view name);
bool is_area(std::string_view name);

/// 1 to 6 for L1 to L6+.
std::optional<int> level_number(std::string_view level);
std::string_view level_name(int number);

struct Topic {
  std::string_view name;
  std::string_view area;  // empty: at home in every area
};

std::span<const Topic> topics();
const Topic* find_topic(std::string_view name);

enum class Bloom : std::uint8_t { remember, understand, apply, analyze, evaluate, create };
std::string_view to_string(Bloom bloom);
std::optional<Bloom> bloom_level(std::string_view name);

struct Zone {
  std::string_view name;
  int lowest_level, highest_level;    // usual levels
  Bloom lowest_bloom, highest_bloom;  // admitted Bloom levels, from the one to the other
};

const Zone* find_zone(std::string_view name);

}  // namespace napkin::validator
