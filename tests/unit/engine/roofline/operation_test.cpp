#include "engine/roofline/operation.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "engine/formula/library.hpp"

using namespace napkin::engine;
using namespace napkin::engine::roofline;

namespace {

OperationResult read(std::string_view call, std::string_view precision = "fp16") {
  const Library& library = built_in_library();
  return read_operation(call, *library.registry().find(EntryKind::precision, precision), library);
}

Operation operation(std::string_view call, std::string_view precision = "fp16") {
  OperationResult result = read(call, precision);
  if (const auto* error = std::get_if<std::string>(&result)) FAIL(*error);
  return std::get<Operation>(std::move(result));
}

std::string error(std::string_view call) {
  const OperationResult result = read(call);
  return std::holds_alternative<std::string>(result) ? std::get<std::string>(result) : "";
}

}  // namespace

TEST_CASE("a call names work and traffic at once", "[operation]") {
  const Operation gemm = operation("gemm(512,512,512)");
  CHECK(gemm.text == "gemm(512, 512, 512)");
  CHECK(gemm.kernel.work == Approx(2.0 * 512 * 512 * 512));
  CHECK(gemm.kernel.traffic == Approx(3.0 * 512 * 512 * 2));
  CHECK(gemm.kernel.intensity() == Approx(512.0 / 3));
}

TEST_CASE("the precision gives the size of an element", "[operation]") {
  CHECK(operation("gemm(512, 512, 512)", "fp32").kernel.traffic == Approx(3.0 * 512 * 512 * 4));
  CHECK(operation("gemm(512, 512, 512)", "int8").kernel.traffic == Approx(3.0 * 512 * 512));
  CHECK(operation("gemm(512, 512, 512, bytes_per_element = 1 byte)").kernel.traffic == Approx(3.0 * 512 * 512));
}

TEST_CASE("arguments go by name and may be expressions", "[operation]") {
  CHECK(operation(" gemm ( n = 64, m = 2 * (8 + 8), k=128 ) ").kernel.work == Approx(2.0 * 64 * 32 * 128));
  CHECK(operation("layer_norm(32 * 512 * 768)").kernel.intensity() == Approx(1.5));
  CHECK(operation("conv2d(56, 56, 56, 56, 128, 256, 3, batch = 32)").kernel.intensity() == Approx(762.167));
}

TEST_CASE("every operation of the library has work and traffic", "[operation]") {
  const std::vector<OperationInfo> all = operations(built_in_library());
  CHECK(all.size() >= 9);
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const OperationInfo& a, const OperationInfo& b) { return a.name < b.name; }));
  for (const OperationInfo& info : all) {
    std::string call = info.name + "(";
    for (const Argument* parameter : info.parameters)
      if (parameter->default_text.empty()) call += std::string(parameter->name) + " = 16, ";
    call.resize(call.size() - 2);
    CAPTURE(call + ")");
    CHECK(operation(call + ")").kernel.intensity() > 0);
  }
}

TEST_CASE("what is no call is refused with what it should be", "[operation]") {
  CHECK(error("gemn(1, 2, 3)") == "unknown operation 'gemn'; did you mean 'gemm'?");
  CHECK(error("norm(8)") == "unknown operation 'norm'; did you mean 'layer_norm'?");
  CHECK(error("zzzzzz(8)").find("; there are attention_decode, ") != std::string::npos);
  CHECK(error("gemm") == "the arguments of 'gemm' are missing; it is gemm(m, n, k)");
  CHECK(error("gemm(1, 2)") == "'gemm': 'k' is missing; it is gemm(m, n, k)");
  CHECK(error("gemm(1, 2, 3, 4)") == "'gemm': too many arguments; it is gemm(m, n, k)");
  CHECK(error("gemm(1, m = 2, 3)") == "'gemm': 'm' is given twice");
  CHECK(error("gemm(1, 2, q = 3)") == "'gemm': there is no 'q'; it is gemm(m, n, k)");
  CHECK(error("gemm(1,, 3)") == "'gemm': an argument is empty; it is gemm(m, n, k)");
  CHECK(error("gemm(1, 2, 3") == "'gemm(1, 2, 3' is not one call with its parentheses; it is gemm(m, n, k)");
  CHECK(error("gemm(1, 2, 3) + 4").find("is not one call") != std::string::npos);
  CHECK(error("gemm(1, 2, 3)*(4)").find("is not one call") != std::string::npos);
  CHECK(error("gemm(") == "'gemm(' is not one call with its parentheses; it is gemm(m, n, k)");
  CHECK(error("gemm(1, 2, 0)") == "'gemm': gemm_flops is not above zero with these arguments");
  CHECK_FALSE(error("gemm(1, 2, 3 GB)").empty());
  for (const char* text : {"", "(", ")", "1 + 1", "gemm(", "\xff(\xfe)", "gemm()))", "gemm((((1,2,3"}) {
    CAPTURE(text);
    CHECK_FALSE(error(text).empty());
  }
}
