#include <benchmark/benchmark.h>
#include <yaml-cpp/yaml.h>

#include "bench/question_text.hpp"
#include "schema/document.hpp"
#include "schema/question.hpp"

namespace {

using namespace napkin::schema;

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * question_text().size()));
}

void yaml_cpp_load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(YAML::Load(question_text()));
  count_bytes(state);
}
BENCHMARK(yaml_cpp_load);

void parse_with_positions(benchmark::State& state) {
  const SourceText source("question.yaml", question_text());
  for (auto _ : state) benchmark::DoNotOptimize(parse_yaml(source));
  count_bytes(state);
}
BENCHMARK(parse_with_positions);

void read_question_from_tree(benchmark::State& state) {
  const SourceText source("question.yaml", question_text());
  const YamlResult document = parse_yaml(source);
  for (auto _ : state) benchmark::DoNotOptimize(read_question(source, std::get<YamlNode>(document)));
  count_bytes(state);
}
BENCHMARK(read_question_from_tree);

}  // namespace
