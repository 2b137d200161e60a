#include "engine/roofline/model_kernel.hpp"

#include <catch2/catch.hpp>

#include "engine/formula/library.hpp"

using namespace napkin::engine;
using namespace napkin::engine::roofline;

namespace {

const Entry& model(std::string_view name) { return *built_in_library().registry().find(EntryKind::model, name); }

ModelKernelResult result_for(const ModelStep& step) {
  const Library& library = built_in_library();
  return model_kernel(step, *library.registry().find(EntryKind::precision, "fp16"), library);
}

ModelKernel kernel_for(const ModelStep& step) {
  ModelKernelResult result = result_for(step);
  if (const auto* error = std::get_if<std::string>(&result)) FAIL(*error);
  return std::get<ModelKernel>(std::move(result));
}

}  // namespace

TEST_CASE("decode reads the weights once and the cache of every sequence", "[model_kernel]") {
  const Entry& llama = model("llama_3_8b");
  const ModelKernel one = kernel_for({&llama, Phase::decode, 1, 4096});
  const ModelKernel eight = kernel_for({&llama, Phase::decode, 8, 4096});
  CHECK(one.weights == Approx(8030261248.0 * 2));
  CHECK(one.cache == Approx(2.0 * 32 * 8 * 128 * 2 * 4096));
  CHECK(one.kernel.traffic == Approx(one.weights + one.cache));
  CHECK(eight.weights == Approx(one.weights));
  CHECK(eight.cache == Approx(8 * one.cache));
  CHECK(eight.kernel.work == Approx(8 * one.kernel.work));
  CHECK(one.memory_needed() == Approx(one.weights + one.cache));
  CHECK(one.kernel.work > 2 * 8.03e9);  // 2 FLOP for each parameter, and the attention products
  CHECK(one.notes.empty());
  CHECK_FALSE(one.facts.empty());
}

TEST_CASE("prefill does the work of all tokens for one reading of the weights", "[model_kernel]") {
  const ModelKernel prefill = kernel_for({&model("llama_3_8b"), Phase::prefill, 1, 4096});
  CHECK(prefill.kernel.work > 4096 * 2 * 7.5e9);
  CHECK(prefill.kernel.intensity() > 1000);
}

TEST_CASE("a mixture of experts reads no more weights than its tokens use", "[model_kernel]") {
  const Entry& mixtral = model("mixtral_8x7b");
  const ModelKernel one = kernel_for({&mixtral, Phase::decode, 1, 16});
  const ModelKernel many = kernel_for({&mixtral, Phase::decode, 64, 16});
  CHECK(one.kernel.traffic - one.cache < 0.4 * one.weights);
  CHECK(many.kernel.traffic - many.cache == Approx(many.weights));
}

TEST_CASE("a model without a cache has one phase", "[model_kernel]") {
  CHECK(only_phase(model("resnet_50")) == Phase::inference);
  CHECK_FALSE(only_phase(model("llama_3_8b")).has_value());
  const ModelKernel one = kernel_for({&model("resnet_50"), Phase::inference, 1, 0});
  const ModelKernel batch = kernel_for({&model("resnet_50"), Phase::inference, 32, 0});
  CHECK(one.cache == 0);
  CHECK(batch.kernel.work == Approx(32 * one.kernel.work));
  CHECK(batch.kernel.traffic == Approx(one.kernel.traffic));
}

TEST_CASE("a phase that a model lacks is refused with the one it has", "[model_kernel]") {
  CHECK(std::get<std::string>(result_for({&model("resnet_50"), Phase::decode, 1, 1})).find("its phase is inference") !=
        std::string::npos);
}

TEST_CASE("a context longer than the model's is noted", "[model_kernel]") {
  const ModelKernel kernel = kernel_for({&model("llama_3_8b"), Phase::decode, 1, 100'000});
  REQUIRE(kernel.notes.size() == 1);
  CHECK(kernel.notes.front() == "a context of 100,000 tokens is longer than the model's 8,192");
}
