#include <benchmark/benchmark.h>

#include "bench/question_text.hpp"
#include "schema/document.hpp"
#include "schema/question.hpp"
#include "validator/arithmetic.hpp"

namespace {

using namespace napkin;

void check_arithmetic_of_a_question(benchmark::State& state) {
  const schema::SourceText source("question.yaml", question_text());
  const schema::YamlResult document = schema::parse_yaml(source);
  const schema::Question question = schema::read_question(source, std::get<schema::YamlNode>(document));
  std::size_t statements = 0;
  for (auto _ : state) statements += validator::check_arithmetic(source, question, {}).derivations.size();
  state.counters["statements"] = static_cast<double>(statements) / static_cast<double>(state.iterations());
}
BENCHMARK(check_arithmetic_of_a_question);

}  // namespace
