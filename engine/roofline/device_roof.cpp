#include "engine/roofline/device_roof.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace napkin::engine::roofline {
namespace {

struct LevelFields {
  std::string_view name, bandwidth, capacity;
};
// The first that the device has is the one that its kernels are bound by.
constexpr LevelFields level_fields[] = {{"memory", "memory.bandwidth", "memory.capacity"},
                                        {"SRAM", "sram.bandwidth", "sram.capacity"},
                                        {"L2", "l2.bandwidth", "l2.capacity"}};

/// "fp64, fp32, fp16", each once.
std::string precisions_of(const Entry& device, bool sparse) {
  std::vector<std::string_view> names;
  for (const Value* value : values_of(device, "peak")) {
    const std::string_view name = qualifier(*value, "precision");
    const bool asked = !sparse || qualifier(*value, "sparsity") == "sparse";
    if (asked && !name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

/// A phone's figures are those of its chip.
std::string parts_hint(const Registry& registry, const Entry& device) {
  for (const Part& part : device.parts) {
    const Entry* inner = registry.find(part.entry);
    if (inner != nullptr && !values_of(*inner, "peak").empty())
      return fmt::format("; its {} is {}: --device {}", part.role, part.entry, inner->id);
  }
  return {};
}

std::string missing_peak(const Registry& registry, const Entry& device, const Entry& precision, bool sparse) {
  const std::string what = full_name(device);
  if (values_of(device, "peak").empty())
    return fmt::format("{} has no peak rate{}", what, parts_hint(registry, device));
  const std::string there = precisions_of(device, sparse);
  if (sparse && there.empty()) return fmt::format("{} has no peak with sparsity", what);
  return fmt::format("{} has no {}peak of {}; it has {}", what, sparse ? "sparse " : "", precision.id, there);
}

std::vector<Level> levels_of(const Registry& registry, const Entry& device) {
  std::vector<Level> levels;
  for (const LevelFields& fields : level_fields)
    if (auto bandwidth = own_figure(registry, device, fields.bandwidth))
      levels.push_back({fields.name, *bandwidth, own_figure(registry, device, fields.capacity)});
  return levels;
}

void note_peak(DeviceRoof& roof, bool sparse) {
  const Value& value = *roof.peak.fact.value;
  if (!sparse && qualifier(value, "sparsity") == "sparse")
    roof.notes.push_back("the peak is with sparsity, the registry has no dense one");
  if (const std::string_view units = qualifier(value, "execution"); units == "vector" || units == "scalar")
    roof.notes.push_back(fmt::format("the peak is that of the {} units", units));
  if (const std::string_view scope = qualifier(value, "scope"); !scope.empty())
    roof.notes.push_back(fmt::format("the peak is that of a part: {}", scope));
}

}  // namespace

DeviceRoofResult device_roof(const Registry& registry, const Entry& device, const Entry& precision, bool sparse) {
  std::vector<std::string> qualifiers{std::string(precision.id)};
  if (sparse) qualifiers.emplace_back("sparse");
  const auto peak = own_figure(registry, device, "peak", qualifiers);
  if (!peak) return missing_peak(registry, device, precision, sparse);

  DeviceRoof roof;
  roof.device = &device;
  roof.peak = *peak;
  roof.levels = levels_of(registry, device);
  if (roof.levels.empty())
    return fmt::format("{} has no bandwidth in the registry, neither memory.bandwidth nor sram.bandwidth",
                       full_name(device));
  roof.flash = own_figure(registry, device, "flash.capacity");
  roof.launch_overhead = own_figure(registry, device, "launch_overhead");
  note_peak(roof, sparse);
  if (const std::string_view first = roof.levels.front().name; first != "memory")
    roof.notes.push_back(fmt::format("no bandwidth of a main memory is known, its {} is taken", first));
  return roof;
}

}  // namespace napkin::engine::roofline
