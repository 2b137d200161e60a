// Evaluations of compiled formulas. Those named here have a counterpart in the peer's package, which
// bench/formula_peer.py times on the same inputs.
#include <algorithm>
#include <array>
#include <string>
#include <variant>
#include <vector>

#include <benchmark/benchmark.h>

#include "engine/formula/calculator.hpp"
#include "engine/formula/compiled_formula.hpp"
#include "engine/formula/library.hpp"

namespace {

using namespace napkin::engine;

struct Case {
  const char* formula;
  std::vector<const char*> inputs;  // in the order of the formula's arguments
};

const std::array cases = {
    Case{"amdahl_speedup", {"0.95", "500"}},
    Case{"pipeline_bubble_fraction", {"8", "32", "1"}},
    Case{"fleet_mtbf", {"50000 h", "16384", "1"}},
    Case{"young_interval", {"60 s", "3 h"}},
    Case{"mm1_time_in_system", {"10 ms", "0.8"}},
    Case{"training_flops", {"70e9", "1.4e12"}},
    Case{"kv_cache_size", {"80", "8", "128", "4096", "8", "2 byte"}},
    Case{"ring_all_reduce_time", {"1 GB", "64", "100 GB/s", "5 us"}},
    Case{"hierarchical_all_reduce_time", {"1 GB", "16", "8", "450 GB/s", "50 GB/s", "500 ns", "5 us"}},
};

double in_base_units(const char* text) {
  const LibraryCalculationResult result = calculate(text, built_in_library());
  return std::get<LibraryCalculation>(result).calculation.value.value.middle();
}

void formula(benchmark::State& state, const Case& what) {
  const Formula* formula = built_in_library().formula(what.formula);
  if (formula == nullptr) return state.SkipWithError("no such formula");
  const FormulaCompileResult compiled = compile(*formula, built_in_library());
  const Program& program = std::get<CompiledFormula>(compiled).program;
  std::vector<double> inputs;
  for (const char* text : what.inputs) inputs.push_back(in_base_units(text));
  if (inputs.size() != program.input_count()) return state.SkipWithError("the formula has other arguments");
  double result = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(inputs.data());
    benchmark::ClobberMemory();
    benchmark::DoNotOptimize(result = program.evaluate(inputs));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
  state.counters["operations"] = static_cast<double>(program.operation_count());
  state.counters["result"] = formula->unit.empty() ? result : result / read_unit(formula->unit).front().scale;
}

/// Each formula of the library in turn, long sums among them. The inputs are no figures of anything: a 2 for each.
void every_formula(benchmark::State& state) {
  std::vector<Program> programs;
  std::size_t most_inputs = 0, operations = 0;
  for (const Formula& formula : built_in_library().formulas()) {
    const FormulaCompileResult compiled = compile(formula, built_in_library());
    programs.push_back(std::get<CompiledFormula>(compiled).program);
    most_inputs = std::max(most_inputs, programs.back().input_count());
    operations += programs.back().operation_count();
  }
  const std::vector<double> inputs(most_inputs, 2.0);
  for (auto _ : state)
    for (const Program& program : programs) benchmark::DoNotOptimize(program.evaluate(inputs));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * programs.size()));
  state.counters["formulas"] = static_cast<double>(programs.size());
  state.counters["operations"] = static_cast<double>(operations) / static_cast<double>(programs.size());
}
BENCHMARK(every_formula);

/// From text to answer: read, expanded, checked, computed and written.
void calculate_text(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(calculate("ridge_point(hw.h100_sxm, fp16) to FLOP/byte", built_in_library()));
}
BENCHMARK(calculate_text);

[[maybe_unused]] const bool registered = [] {
  for (const Case& what : cases)
    benchmark::RegisterBenchmark((std::string("formula/") + what.formula).c_str(), formula, what);
  return true;
}();

}  // namespace
