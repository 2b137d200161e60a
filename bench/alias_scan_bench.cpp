// All names of the registry in one pass over texts of growing size: the rate must not fall.
#include <string>

#include <benchmark/benchmark.h>

#include "bench/question_text.hpp"
#include "engine/formula/library.hpp"
#include "engine/registry/alias_scan.hpp"

namespace {

using namespace napkin::engine;

/// As long as asked: the question over and over, with names in it.
std::string text_of_size(std::size_t size) {
  std::string text;
  while (text.size() < size) text += question_text() + "\nEight H100 SXM serve Llama 3.1 70B over NVLink 4.\n";
  return text.substr(0, size);
}

void names_in_text(benchmark::State& state) {
  const std::string text = text_of_size(static_cast<std::size_t>(state.range(0)));
  std::size_t mentions = 0;
  for (auto _ : state) mentions = find_mentions(built_in_library().registry(), text).size();
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * state.range(0));
  state.counters["names"] = static_cast<double>(built_in_library().registry().names().size());
  state.counters["mentions"] = static_cast<double>(mentions);
}
BENCHMARK(names_in_text)->RangeMultiplier(16)->Range(1 << 10, 1 << 22);

void name_lookup(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(built_in_library().registry().find(EntryKind::device, "H100-SXM5"));
}
BENCHMARK(name_lookup);

}  // namespace
