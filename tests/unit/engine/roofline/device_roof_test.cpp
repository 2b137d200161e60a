#include "engine/roofline/device_roof.hpp"

#include <catch2/catch.hpp>

#include "engine/formula/library.hpp"

using namespace napkin::engine;
using namespace napkin::engine::roofline;

namespace {

DeviceRoofResult result_for(std::string_view device, std::string_view precision, bool sparse = false) {
  const Registry& registry = built_in_library().registry();
  return device_roof(registry, *registry.find(EntryKind::device, device),
                     *registry.find(EntryKind::precision, precision), sparse);
}

DeviceRoof roof_for(std::string_view device, std::string_view precision, bool sparse = false) {
  const DeviceRoofResult result = result_for(device, precision, sparse);
  if (const auto* error = std::get_if<std::string>(&result)) FAIL(*error);
  return std::get<DeviceRoof>(result);
}

std::string error_for(std::string_view device, std::string_view precision, bool sparse = false) {
  const DeviceRoofResult result = result_for(device, precision, sparse);
  return std::holds_alternative<std::string>(result) ? std::get<std::string>(result) : "";
}

}  // namespace

TEST_CASE("a roof is the dense peak over the bandwidth of main memory", "[device_roof]") {
  const DeviceRoof h100 = roof_for("h100_sxm", "fp16");
  CHECK(h100.peak.value == Approx(989.5e12));
  CHECK(h100.levels.front().name == "memory");
  CHECK(h100.levels.front().bandwidth.value == Approx(3.35e12));
  CHECK(h100.roof().ridge_point() == Approx(295.4).epsilon(0.001));
  CHECK(h100.levels.front().capacity->value == Approx(80e9));
}

TEST_CASE("sparsity is taken only where it is asked for", "[device_roof]") {
  CHECK(roof_for("h100_sxm", "fp16", true).peak.value ==
        Approx(2 * roof_for("h100_sxm", "fp16").peak.value).epsilon(0.001));
  CHECK(error_for("v100_sxm2_16gb", "fp16", true) == "hw.v100_sxm2_16gb has no peak with sparsity");
}

TEST_CASE("what a device lacks is said with what it has", "[device_roof]") {
  CHECK(error_for("v100_sxm2_16gb", "fp8").find("has no peak of fp8; it has ") != std::string::npos);
  CHECK(error_for("v100_sxm2_16gb", "fp8").find("fp16") != std::string::npos);
  CHECK(error_for("coral_edge_tpu", "int8").find("has no bandwidth in the registry") != std::string::npos);
}

TEST_CASE("a phone points at its chip", "[device_roof]") {
  CHECK(error_for("pixel_9", "fp16") == "hw.pixel_9 has no peak rate; its soc is hw.tensor_g4: --device tensor_g4");
}

TEST_CASE("every roof of the registry is positive and has a ridge point", "[device_roof]") {
  const Registry& registry = built_in_library().registry();
  std::size_t roofs = 0;
  for (const Entry& device : registry.entries(EntryKind::device))
    for (const Entry& precision : registry.entries(EntryKind::precision)) {
      const DeviceRoofResult result = device_roof(registry, device, precision, false);
      const auto* roof = std::get_if<DeviceRoof>(&result);
      if (roof == nullptr) {
        CHECK_FALSE(std::get<std::string>(result).empty());
        continue;
      }
      CAPTURE(device.id, precision.id);
      ++roofs;
      CHECK(roof->peak.value > 0);
      CHECK(roof->roof().ridge_point() > 0);
    }
  CHECK(roofs > 300);
}
