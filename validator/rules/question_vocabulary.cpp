#include "validator/rules/question_vocabulary.hpp"

#include <algorithm>
#include <array>

namespace napkin::validator {
namespace {

constexpr auto track_names = std::to_array<std::string_view>({"cloud", "edge", "mobile", "tinyml", "global"});

constexpr auto areas = std::to_array<std::string_view>({"compute", "memory", "latency", "precision", "power",
                                                        "architecture", "optimization", "parallelism", "networking",
                                                        "deployment", "reliability", "data", "cross-cutting"});

constexpr auto levels = std::to_array<std::string_view>({"L1", "L2", "L3", "L4", "L5", "L6+"});

constexpr auto bloom_names =
    std::to_array<std::string_view>({"remember", "understand", "apply", "analyze", "evaluate", "create"});

constexpr auto zones = std::to_array<Zone>({
    {"recall", 1, 2, Bloom::remember, Bloom::understand},
    {"fluency", 2, 3, Bloom::remember, Bloom::apply},
    {"analyze", 3, 4, Bloom::apply, Bloom::analyze},
    {"diagnosis", 3, 4, Bloom::apply, Bloom::evaluate},
    {"design", 4, 5, Bloom::apply, Bloom::create},
    {"specification", 4, 5, Bloom::apply, Bloom::create},
    {"optimization", 4, 5, Bloom::apply, Bloom::create},
    {"evaluation", 5, 6, Bloom::analyze, Bloom::evaluate},
    {"realization", 5, 6, Bloom::apply, Bloom::create},
    {"mastery", 6, 6, Bloom::analyze, Bloom::create},
    {"implement", 2, 4, Bloom::understand, Bloom::create},
});

constexpr auto topic_table = std::to_array<Topic>({
    {"roofline-analysis", "compute"},
    {"gpu-compute-architecture", "compute"},
    {"accelerator-comparison", "compute"},
    {"mcu-compute-constraints", "compute"},
    {"systolic-dataflow", "compute"},
    {"compute-cost-estimation", "compute"},
    {"vram-budgeting", "memory"},
    {"kv-cache-management", "memory"},
    {"memory-hierarchy-design", "memory"},
    {"activation-memory", "memory"},
    {"memory-mapped-inference", "memory"},
    {"tensor-arena-planning", "memory"},
    {"dma-data-movement", "memory"},
    {"memory-pressure-management", "memory"},
    {"latency-decomposition", "latency"},
    {"batching-strategies", "latency"},
    {"tail-latency", "latency"},
    {"real-time-deadlines", "latency"},
    {"profiling-bottleneck-analysis", "latency"},
    {"queueing-theory", "latency"},
    {"quantization-fundamentals", "precision"},
    {"mixed-precision-training", "precision"},
    {"extreme-quantization", "precision"},
    {"power-budgeting", "power"},
    {"thermal-management", "power"},
    {"energy-per-operation", "power"},
    {"duty-cycling", "power"},
    {"datacenter-efficiency", "power"},
    {"transformer-systems-cost", "architecture"},
    {"cnn-efficient-design", "architecture"},
    {"attention-scaling", "architecture"},
    {"mixture-of-experts", "architecture"},
    {"model-size-estimation", "architecture"},
    {"neural-architecture-search", "architecture"},
    {"encoder-decoder-tradeoffs", "architecture"},
    {"pruning-sparsity", "optimization"},
    {"knowledge-distillation", "optimization"},
    {"kernel-fusion", "optimization"},
    {"graph-compilation", "optimization"},
    {"operator-scheduling", "optimization"},
    {"flash-attention", "optimization"},
    {"speculative-decoding", "optimization"},
    {"data-parallelism", "parallelism"},
    {"model-tensor-parallelism", "parallelism"},
    {"pipeline-parallelism", "parallelism"},
    {"3d-parallelism", "parallelism"},
    {"gradient-synchronization", "parallelism"},
    {"scheduling-resource-management", "parallelism"},
    {"collective-communication", "networking"},
    {"interconnect-topology", "networking"},
    {"network-bandwidth-bottlenecks", "networking"},
    {"rdma-transport", "networking"},
    {"load-balancing", "networking"},
    {"congestion-control", "networking"},
    {"model-serving-infrastructure", "deployment"},
    {"mlops-lifecycle", "deployment"},
    {"ota-firmware-updates", "deployment"},
    {"container-orchestration", "deployment"},
    {"model-format-conversion", "deployment"},
    {"ab-rollout-strategies", "deployment"},
    {"compound-ai-systems", "deployment"},
    {"fault-tolerance-checkpointing", "reliability"},
    {"distribution-drift-detection", "reliability"},
    {"graceful-degradation", "reliability"},
    {"safety-certification", "reliability"},
    {"adversarial-robustness", "reliability"},
    {"monitoring-observability", "reliability"},
    {"data-pipeline-engineering", "data"},
    {"feature-store-management", "data"},
    {"data-quality-validation", "data"},
    {"dataset-curation", "data"},
    {"streaming-ingestion", "data"},
    {"storage-format-selection", "data"},
    {"data-efficiency-selection", "data"},
    {"federated-learning", "cross-cutting"},
    {"differential-privacy", "cross-cutting"},
    {"fairness-evaluation", "cross-cutting"},
    {"responsible-ai", "cross-cutting"},
    {"tco-cost-modeling", "cross-cutting"},
    {"autograd-computational-graphs", ""},
    {"chiplet-architecture", ""},
    {"communication-computation-overlap", ""},
    {"disaggregated-serving", ""},
    {"model-adaptation-systems", ""},
    {"recommendation-systems-engineering", ""},
    {"software-portability", ""},
    {"sustainability-carbon-accounting", ""},
});
static_assert(topic_table.size() == 87);

template <class Table>
bool holds(const Table& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

template <class Table>
auto find_named(const Table& table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace

std::span<const std::string_view> tracks() { return track_names; }
bool is_track(std::string_view name) { return holds(track_names, name); }
bool is_area(std::string_view name) { return holds(areas, name); }

std::optional<int> level_number(std::string_view level) {
  const auto found = std::find(levels.begin(), levels.end(), level);
  if (found == levels.end()) return std::nullopt;
  return static_cast<int>(found - levels.begin()) + 1;
}

std::string_view level_name(int number) { return levels[static_cast<std::size_t>(number - 1)]; }

std::span<const Topic> topics() { return topic_table; }
const Topic* find_topic(std::string_view name) { return find_named(topic_table, name); }
const Zone* find_zone(std::string_view name) { return find_named(zones, name); }

std::string_view to_string(Bloom bloom) { return bloom_names[static_cast<std::size_t>(bloom)]; }

std::optional<Bloom> bloom_level(std::string_view name) {
  const auto found = std::find(bloom_names.begin(), bloom_names.end(), name);
  if (found == bloom_names.end()) return std::nullopt;
  return static_cast<Bloom>(found - bloom_names.begin());
}

}  // namespace napkin::validator
