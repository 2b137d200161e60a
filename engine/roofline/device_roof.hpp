// The roof of a device of the registry: peak of a precision, bandwidth of each level of memory that it tells of.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/roofline/figure.hpp"
#include "engine/roofline/roofline.hpp"

namespace napkin::engine::roofline {

/// A level of memory with its own ridge point.
struct Level {
  std::string_view name;  // "memory", "SRAM", "L2"
  Figure bandwidth;
  std::optional<Figure> capacity;
};

struct DeviceRoof {
  const Entry* device = nullptr;
  Figure peak;
  std::vector<Level> levels;  // the first bounds the kernel: main memory, or the SRAM of a device without one
  std::optional<Figure> flash, launch_overhead;
  std::vector<std::string> notes;  // what the figures do not say by themselves

  Roof roof() const { return {peak.value, levels.front().bandwidth.value}; }
  Roof roof(const Level& level) const { return {peak.value, level.bandwidth.value}; }
};

/// Words where the device lacks a peak of the precision, or any bandwidth: what it has instead.
using DeviceRoofResult = std::variant<DeviceRoof, std::string>;

DeviceRoofResult device_roof(const Registry& registry, const Entry& device, const Entry& precision, bool sparse);

}  // namespace napkin::engine::roofline
