// Which of several values a path and qualifiers mean.
#include "engine/registry/lookup.hpp"

#include <array>
#include <string>

#include <catch2/catch.hpp>

using namespace napkin::engine;

namespace {

constexpr Qualifier fp16_dense[] = {{"precision", "fp16"}, {"sparsity", "dense"}, {"execution", "tensor"}};
constexpr Qualifier fp16_sparse[] = {{"precision", "fp16"}, {"sparsity", "sparse"}, {"execution", "tensor"}};
constexpr Qualifier fp16_vector[] = {{"precision", "fp16"}, {"execution", "vector"}};
constexpr Qualifier fp32_scalar[] = {{"precision", "fp32"}, {"execution", "scalar"}};
constexpr Qualifier fp32_vector[] = {{"precision", "fp32"}, {"execution", "vector"}};
constexpr Qualifier both[] = {{"direction", "both"}};
constexpr Qualifier one_way[] = {{"direction", "per_direction"}};
constexpr Qualifier base[] = {{"rating", "base"}};
constexpr Qualifier boost[] = {{"rating", "boost"}};
constexpr Qualifier low_power[] = {{"mode", "15 W"}};
constexpr Qualifier npu[] = {{"scope", "npu"}};

constexpr Remarks a_guess{.estimate = "a guess"};

// The wrong ones come first where the order of the file must not decide.
constexpr Value chip_values[] = {
    {.field = "peak", .text = "20 TFLOP/s", .qualifiers = fp16_sparse},
    {.field = "peak", .text = "3 TFLOP/s", .qualifiers = fp16_vector},
    {.field = "peak", .text = "10 TFLOP/s", .qualifiers = fp16_dense},
    {.field = "peak", .text = "1 TFLOP/s", .qualifiers = fp32_scalar},
    {.field = "peak", .text = "2 TFLOP/s", .qualifiers = fp32_vector, .remarks = &a_guess},
    {.field = "link.bandwidth", .text = "80 GB/s", .qualifiers = both},
    {.field = "link.bandwidth", .text = "40 GB/s", .qualifiers = one_way},
    {.field = "clock", .text = "1 GHz", .qualifiers = base},
    {.field = "clock", .text = "2 GHz", .qualifiers = boost},
    {.field = "power.tdp", .text = "15 W", .qualifiers = low_power},
    {.field = "power.tdp", .text = "30 W"},
    {.field = "cores", .text = "4", .qualifiers = npu},
    {.field = "cores", .text = "8"},
    {.field = "sram.capacity", .text = "64 KiB"},
};
constexpr Value memory_values[] = {{.field = "bandwidth", .text = "100 GB/s"}};
constexpr Part chip_parts[] = {{"memory_type", "memory.beads", "2"}};
constexpr Part node_parts[] = {{"accelerator", "hw.chip", "8"}};
constexpr Part ring_parts[] = {{"node", "system.ring", "2"}};

const std::array entries = {
    Entry{.kind = EntryKind::device, .id = "chip", .values = chip_values, .parts = chip_parts},
    Entry{.kind = EntryKind::memory, .id = "beads", .values = memory_values},
    Entry{.kind = EntryKind::system, .id = "node", .parts = node_parts},
    Entry{.kind = EntryKind::system, .id = "ring", .parts = ring_parts},
};
constexpr IndexedName names[] = {{"beads", EntryKind::memory, 1},
                                 {"chip", EntryKind::device, 0},
                                 {"node", EntryKind::system, 2},
                                 {"ring", EntryKind::system, 3}};
constexpr Field fields[] = {{.path = "memory.capacity", .kinds = 1, .otherwise = "sram.capacity"}};

const Registry registry(entries, fields, names);

/// The figure, or what is wrong.
std::string figure(std::string_view entry, std::string_view path, const std::vector<std::string>& qualifiers) {
  const LookupResult result = look_up(registry, *registry.find(entry), path, qualifiers);
  if (const auto* error = std::get_if<LookupError>(&result)) return error->message;
  return std::string(std::get<Fact>(result).text);
}

struct Case {
  std::string_view entry, path;
  std::vector<std::string> qualifiers;
  std::string_view figure;
};

}  // namespace

TEST_CASE("a figure by path and qualifiers", "[lookup]") {
  const Case c = GENERATE(values<Case>({
      {"hw.chip", "peak", {"fp16"}, "10 TFLOP/s"},
      {"hw.chip", "peak", {"FP16", "sparse"}, "20 TFLOP/s"},
      {"hw.chip", "peak", {"vector", "fp16"}, "3 TFLOP/s"},
      {"hw.chip", "peak", {"fp32"}, "2 TFLOP/s"},
      {"hw.chip", "peak", {"fp32", "scalar"}, "1 TFLOP/s"},
      {"hw.chip", "peak", {}, "10 TFLOP/s"},
      {"hw.chip", "link.bandwidth", {}, "40 GB/s"},
      {"hw.chip", "link.bandwidth", {"both"}, "80 GB/s"},
      {"hw.chip", "link.bandwidth", {"per-direction"}, "40 GB/s"},
      {"hw.chip", "clock", {}, "2 GHz"},
      {"hw.chip", "clock", {"base"}, "1 GHz"},
      {"hw.chip", "power.tdp", {}, "30 W"},
      {"hw.chip", "power.tdp", {"15 W"}, "15 W"},
      {"hw.chip", "cores", {}, "8"},
      {"hw.chip", "cores", {"npu"}, "4"},
      // one field stands in for another
      {"hw.chip", "memory.capacity", {}, "64 KiB"},
      // parts
      {"hw.chip", "memory_type.bandwidth", {}, "100 GB/s"},
      {"hw.chip", "memory_type.count", {}, "2"},
      {"system.node", "accelerator.count", {}, "8"},
      {"system.node", "accelerator.peak", {"fp16", "sparse"}, "20 TFLOP/s"},
      {"system.node", "accelerator.memory_type.bandwidth", {}, "100 GB/s"},
  }));
  CAPTURE(c.entry, c.path);
  CHECK(figure(c.entry, c.path, c.qualifiers) == c.figure);
}

TEST_CASE("a lookup that finds nothing says what there is", "[lookup]") {
  CHECK(figure("hw.chip", "clok", {}) == "hw.chip has no 'clok'; did you mean 'clock'?");
  CHECK(figure("memory.beads", "latency", {}) == "memory.beads has no 'latency'; it has bandwidth");
  CHECK(figure("hw.chip", "clock", {"typical"}) == "hw.chip has no clock of 'typical'; it has base, boost");
  CHECK(figure("system.node", "accelerator", {}).starts_with("system.node has no 'accelerator'"));
  CHECK(figure("system.node", "accelerator.clok", {}) == "hw.chip has no 'clok'; did you mean 'clock'?");
}

TEST_CASE("a system that contains itself is not followed for ever", "[lookup]") {
  CHECK(figure("system.ring", "node.node.count", {}) == "2");
  std::string path;
  for (int i = 0; i < 50; ++i) path += "node.";
  CHECK(figure("system.ring", path + "count", {}).starts_with("system.ring has no"));
}

TEST_CASE("an estimate is known to be one", "[lookup]") {
  const std::vector<std::string> fp32 = {"fp32"};
  const LookupResult estimate = look_up(registry, entries[0], "peak", fp32);
  const LookupResult figure = look_up(registry, entries[0], "clock");
  const LookupResult count = look_up(registry, entries[0], "memory_type.count");
  CHECK(std::get<Fact>(estimate).is_estimate());
  CHECK_FALSE(std::get<Fact>(figure).is_estimate());
  CHECK_FALSE(std::get<Fact>(count).is_estimate());
}

TEST_CASE("names are found in any spelling", "[registry]") {
  CHECK(folded_name("H100 SXM") == "h100sxm");
  CHECK(folded_name("Llama-3.1-8B") == "llama3.1.8b");
  CHECK(folded_name("llama_3_1_8b") == "llama3.1.8b");
  CHECK(registry.find(EntryKind::device, "CHIP") == &entries[0]);
  CHECK(registry.find(EntryKind::memory, "chip") == nullptr);
  CHECK(registry.find("memory.beads") == &entries[1]);
  CHECK(registry.find("ring") == &entries[3]);
  CHECK(registry.find("nothing") == nullptr);
  CHECK(registry.similar(EntryKind::device, "chp") == std::vector<std::string>{"chip"});
  CHECK(registry.similar(EntryKind::system, "chp").empty());
}
