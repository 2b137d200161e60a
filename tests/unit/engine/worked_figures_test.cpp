// Figures that the field's textbook and datasheets print, through the language that `napkin eval` speaks: formulas,
// registry and units together. A figure may be off by half a unit of its last printed digit. A label tells the
// derivation where the figure that goes around is not the whole story.
#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include "engine/formula/calculator.hpp"
#include "engine/roofline/roofline.hpp"

using namespace napkin::engine;

namespace {

struct Figure {
  const char* label;
  const char* expression;
  const char* number;  // as it is printed
  const char* unit;
};

Quantity value_of(const std::string& expression) {
  const LibraryCalculationResult result = calculate(expression, built_in_library());
  if (const auto* error = std::get_if<CalculationError>(&result)) FAIL(expression << ": " << error->message);
  return std::get<LibraryCalculation>(result).calculation.value;
}

/// 0.005 of "2.04", 0.5 of "295".
double half_of_last_digit(const std::string& number) {
  const std::size_t point = number.find('.');
  const std::size_t decimals = point == std::string::npos ? 0 : number.size() - point - 1;
  return 0.5 * std::pow(10.0, -static_cast<double>(decimals));
}

// Device figures are those of the registry, dense FP16 unless the label says otherwise.
const Figure figures[] = {
    // Ridge points.
    {"V100: 125 TFLOP/s over 900 GB/s", "ridge_point(hw.v100_sxm2_16gb, fp16)", "139", "FLOP/byte"},
    {"A100 80 GB: 312 TFLOP/s over 2,039 GB/s", "ridge_point(hw.a100_sxm_80gb, fp16)", "153", "FLOP/byte"},
    {"H100 SXM: 989.5 TFLOP/s over 3.35 TB/s", "ridge_point(hw.h100_sxm, fp16)", "295", "FLOP/byte"},
    {"T4: 65 TFLOP/s over 320 GB/s", "ridge_point(hw.t4, fp16)", "203", "FLOP/byte"},
    {"B200 dense: 2,250 TFLOP/s over 8 TB/s", "ridge_point(hw.b200, fp16)", "281", "FLOP/byte"},
    {"B200 by its figures", "2250 TFLOP/s / 8 TB/s", "281", "FLOP/byte"},
    {"B200 with sparsity: often printed as 562, but 4,500 TFLOP/s / 8 TB/s = 562.5 exactly, which rounds to 563 as "
     "well",
     "hw.b200.peak(fp16, sparse) / hw.b200.memory.bandwidth", "562.5", "FLOP/byte"},
    {"Orin AGX: 275 TOP/s are INT8 with sparsity", "hw.agx_orin_64gb.peak(int8, sparse)", "275", "TOP/s"},
    {"Orin AGX: so this ridge point is one with sparsity too", "275 TOPS / 204.8 GB/s", "1343", "op/byte"},
    {"Orin AGX by the registry", "hw.agx_orin_64gb.peak(int8, sparse) / hw.agx_orin_64gb.memory.bandwidth", "1343",
     "op/byte"},

    // Amdahl's law.
    {"95 % made 500 times as fast", "amdahl_speedup(0.95, 500)", "19.3", ""},
    {"80 % made 500 times as fast", "amdahl_speedup(0.80, 500)", "5.0", ""},

    // Systolic arrays.
    {"128 × 128 cells", "systolic_macs_per_cycle(128, 128)", "16384", "MAC/cycle"},
    {"a vector unit: 4 accesses to DRAM of 640 pJ and 1 pJ of arithmetic",
     "vector_energy_per_operation(accesses = 4, access_energy = 640 pJ, operation_energy = 1 pJ)", "2561", "pJ"},
    {"an array: 2 accesses shared by 128 operations, 2 · 640 / 128 + 1",
     "systolic_energy_per_operation(accesses = 2, access_energy = 640 pJ, array_size = 128, operation_energy = 1 pJ)",
     "11", "pJ"},
    {"tiles of a layer 4,096 wide on 128 × 128", "tiles(4096, 4096, 128, 128)", "1024", ""},

    // A convolution 3 × 3, 128 to 256 channels, 56 × 56, batch 32.
    {"convolution: 2 · 32 · 56² · 128 · 256 · 3²", "conv2d_flops(56, 56, 128, 256, 3, batch = 32)", "59.2", "GFLOP"},
    {"convolution: input 25.69 MB, weights 0.59 MB, output 51.38 MB",
     "conv2d_bytes(56, 56, 56, 56, 128, 256, 3, batch = 32)", "77.7", "MB"},
    {"convolution: 59.19 GFLOP over 77.66 MB", "conv2d_intensity(56, 56, 128, 256, 3, batch = 32)", "762", "FLOP/byte"},
    {"convolution from its parts",
     "conv2d_flops(56, 56, 128, 256, 3, 32) / conv2d_bytes(56, 56, 56, 56, 128, 256, 3, 32)", "762", "FLOP/byte"},

    // Products of square matrices: N/3.
    {"product of N = 512: 512 / 3", "square_gemm_intensity(512)", "171", "FLOP/byte"},
    {"product of N = 512 from its parts", "gemm_flops(512, 512, 512) / gemm_bytes(512, 512, 512)", "171", "FLOP/byte"},
    {"N / 3", "square_gemm_intensity(3000)", "1000", "FLOP/byte"},
    {"N at the ridge point of the H100", "square_gemm_ridge_size(ridge_point(hw.h100_sxm, fp16))", "886", ""},

    // A dense layer 2048 × 2048, batch 32.
    {"dense layer: 2 · 32 · 2048²", "dense_layer_flops(32, 2048, 2048)", "268.4", "MFLOP"},
    {"dense layer: weights 8.389 MB, input and output 0.262 MB", "dense_layer_bytes(32, 2048, 2048)", "8.651", "MB"},
    {"dense layer: close to its batch", "dense_layer_intensity(32, 2048, 2048)", "31.0", "FLOP/byte"},

    // LayerNorm over 32 × 512 × 768, 6 FLOP an element, read once and written once.
    {"LayerNorm: 6 FLOP over 2 · 2 byte", "layer_norm_intensity(6 FLOP)", "1.5", "FLOP/byte"},
    {"LayerNorm from its parts", "layer_norm_flops(32 * 512 * 768, 6 FLOP) / layer_norm_bytes(32 * 512 * 768)", "1.5",
     "FLOP/byte"},

    // Decode of GPT-2 1.5B at FP16 on an A100.
    {"GPT-2: weights", "weights_size(1.5B params, 2 byte/param)", "3", "GB"},
    {"GPT-2: weights of all 1.558 billion parameters", "model_weights(model.gpt_2_xl, fp16)", "3", "GB"},
    {"GPT-2: 2 FLOP for the 2 byte of each parameter",
     "1.5B params * 2 FLOP/param / weights_size(1.5B params, 2 byte/param)", "1", "FLOP/byte"},
    {"GPT-2: ceiling", "device_attainable_rate(hw.a100_sxm_80gb, 1 FLOP/byte, fp16)", "2.04", "TFLOP/s"},
    {"GPT-2: of the peak",
     "roofline_utilization_ceiling(peak = hw.a100_sxm_80gb.peak(fp16), bandwidth = hw.a100_sxm_80gb.memory.bandwidth, "
     "intensity = 1 FLOP/byte)",
     "0.65", "%"},

    // Weights in memory and over it.
    {"7B at FP16", "weights_size(7B params, 2 byte/param)", "14", "GB"},
    {"left of 16 GB", "memory_headroom(16 GB, weights_size(7B params, 2 byte/param))", "2", "GB"},
    {"70B at FP16 over 1 TB/s, for each token", "weights_size(70B params, 2 byte/param) / 1 TB/s", "140", "ms"},

    // ResNet-50: 100 MB and 4 GFLOP.
    {"ResNet-50 on the H100: memory", "memory_time(100 MB, hw.h100_sxm.memory.bandwidth)", "0.0299", "ms"},
    {"ResNet-50 on the H100: compute", "compute_time(4 GFLOP, hw.h100_sxm.peak(fp16))", "0.0040", "ms"},
    {"ResNet-50 on a microcontroller of 512 KB: does not fit, by so many times", "memory_fit_ratio(100 MB, 512 KB)",
     "195", ""},
    {"ResNet-50 on 1 GFLOP/s and 0.05 GB/s, if it did: compute", "compute_time(4 GFLOP, 1 GFLOP/s)", "4", "s"},
    {"ResNet-50 on 1 GFLOP/s and 0.05 GB/s, if it did: memory", "memory_time(100 MB, 0.05 GB/s)", "2", "s"},

    // Dispatch, compiling, fusion.
    {"1,000 kernels of 5 µs, each after a dispatch of 10 µs: 5 / 15", "device_busy_share(1000, 5 us, 10 us)", "33",
     "%"},
    {"the same with 500 µs of memory time: 5,000 / 15,500", "device_busy_share(1000, 5 us, 10 us, 500 us)", "32.3",
     "%"},
    {"30 s of compiling for 2,150 instead of 1,450 images/s", "compile_break_even(30 s, 1450 images/s, 2150 images/s)",
     "133607", ""},
    {"LayerNorm, Dropout and ReLU: 6 passes over memory become 2", "fusion_traffic_ratio(6, 2)", "3", ""},
    {"the same in bytes", "unfused_traffic(3, 1000000) / fused_traffic(1000000)", "3", ""},

    // The cache of Llama-2-70B: 2 · 80 · 8 · 128 · 2 byte a token.
    {"Llama-2-70B: 8 KV heads", "kv_cache(model.llama_2_70b, 128000, 1, fp16)", "41.9", "GB"},
    {"Llama-2-70B: if all 64 heads were cached", "kv_cache_size(80, 64, 128, 128000)", "335.5", "GB"},

    // Gradients over NVLink, carbon.
    {"1 GB over 600 GB/s", "transfer_time(1 GB, 600 GB/s)", "1.67", "ms"},
    {"of a step of 50 ms", "transfer_time(1 GB, 600 GB/s) / 50 ms", "3.3", "%"},
    {"2,388 kWh/day less, a year of 365 days at 0.4 kg/kWh", "carbon_saved(2400 kWh/day, 12 kWh/day, 0.4 kgCO2e/kWh)",
     "348.6", "tCO2e"},
};

}  // namespace

TEST_CASE("worked figures come out as they are printed", "[worked_figures]") {
  for (const Figure& figure : figures) {
    CAPTURE(figure.label, figure.expression, figure.number, figure.unit);
    const std::string unit = figure.unit;
    const Quantity scale = unit.empty() ? value_of("1") : value_of("1 " + unit);
    const Quantity value = value_of(figure.expression);
    CHECK(to_string(value.dimension) == to_string(scale.dimension));
    const double number = value.value.middle() / scale.value.middle();
    CHECK(std::abs(number - std::stod(figure.number)) <= half_of_last_digit(figure.number) * (1 + 1e-9));
  }
}

TEST_CASE("100 MB and 4 GFLOP on an H100 are bound by memory", "[worked_figures]") {
  const roofline::Roof roof{value_of("hw.h100_sxm.peak(fp16)").value.middle(),
                            value_of("hw.h100_sxm.memory.bandwidth").value.middle()};
  const roofline::Kernel kernel{value_of("4 GFLOP").value.middle(), value_of("100 MB").value.middle()};
  CHECK(roofline::judge(roof, kernel.intensity()).bound == roofline::Bound::memory);
}
