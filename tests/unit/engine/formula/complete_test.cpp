#include "engine/formula/complete.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace napkin::engine;

namespace {

const std::vector<std::string> own_names = {"batch_size", "x"};

bool offers(std::string_view text, std::string_view word) {
  const Completions found = complete(text, built_in_library(), own_names);
  return std::find(found.words.begin(), found.words.end(), word) != found.words.end();
}

struct Case {
  const char* text;
  const char* offered;
  const char* not_offered;
};

}  // namespace

TEST_CASE("what may stand where the text ends", "[complete]") {
  const Case c = GENERATE(values<Case>({
      {"", "sqrt(", "GB"},
      {"ridge_p", "ridge_point(", "sqrt("},
      {"ridge-p", "ridge_point(", "sqrt("},
      {"2 * bat", "batch_size", "x"},
      {"mo", "model.", "hw."},
      {"hw.h100", "hw.h100_sxm", "hw.a100_sxm_80gb"},
      {"hw.H100-S", "hw.h100_sxm", "hw.h100_pcie"},
      {"1 / hw.h100_sxm.mem", "hw.h100_sxm.memory.bandwidth", "hw.h100_sxm.power.tdp"},
      {"hw.h100-sxm.memory_t", "hw.h100-sxm.memory_type.", "hw.h100-sxm.memory.bandwidth"},
      {"80 G", "GB", "Gi("},
      {"x to T", "TB", "tanh("},
      {"x-sq", "sqrt(", "GB"},
      {"ridge_point(", "device=", "ridge_point("},
      {"ridge_point(h100", "h100_sxm", "fp16"},
      {"ridge_point(h100_sxm, fp", "fp16", "h100_sxm"},
      {"ridge_point(precision=", "fp16", "h100_sxm"},
      {"2 * ridge_point(min(1, 2), fp", "fp16", "h100_sxm"},
      {"sqrt(ma", "machine_balance(", "model."},
  }));
  CAPTURE(c.text);
  CHECK(offers(c.text, c.offered));
  CHECK_FALSE(offers(c.text, c.not_offered));
}

TEST_CASE("a completion says where its word begins", "[complete]") {
  CHECK(complete("2 * sq", built_in_library()).begin == 4);
  CHECK(complete("x-sq", built_in_library()).begin == 2);
  CHECK(complete("80 G", built_in_library()).begin == 3);
}

TEST_CASE("any bytes can be completed", "[complete]") {
  for (const char* text : {")))((", "hw.", "hw..", "....", "-", "a.b.c.", "(,=", "\xff\xfe", "1e", "to", " to ", "=="})
    CHECK_NOTHROW(complete(text, built_in_library()));
}

TEST_CASE("what all words start with", "[complete]") {
  CHECK(common_start(std::vector<std::string>{}).empty());
  CHECK(common_start(std::vector<std::string>{"abc"}) == "abc");
  CHECK(common_start(std::vector<std::string>{"abcd", "abx", "ab"}) == "ab");
  CHECK(common_start(std::vector<std::string>{"a", "b"}).empty());
}
