// Draws of a template's parameters: fixed by the seed, independent of one another, within the requirements.
#include "generator/instance.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "tests/unit/generator/template_example.hpp"

using namespace napkin;
using namespace napkin::generator;

namespace {

Instance drawn(const Template& source, std::uint64_t seed, const GivenValues& given = {}) {
  InstanceResult result = draw_instance(source, engine::built_in_library().registry(), seed, given);
  if (const auto* fault = std::get_if<InstanceFault>(&result)) FAIL(fault->message);
  return std::move(std::get<Instance>(result));
}

std::string fault_of(const Template& source, const GivenValues& given) {
  const InstanceResult result = draw_instance(source, engine::built_in_library().registry(), 1, given);
  const auto* fault = std::get_if<InstanceFault>(&result);
  return fault == nullptr ? std::string() : fault->message;
}

std::string text_of(const Instance& instance, std::string_view name) { return instance.values.find(name)->second.text; }

}  // namespace

TEST_CASE("a parameter that is added leaves the other draws as they were", "[instance]") {
  const Template before = read_example(example_text());
  std::string longer = with_replaced(example_text(), "parameters:\n", "parameters:\n  site: {words: [north, south]}\n");
  longer = with_replaced(longer, "Every evening {{ team }}", "Every evening in the {{ site }} {{ team }}");
  const Template after = read_example(longer);
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Instance a = drawn(before, seed), b = drawn(after, seed);
    for (const auto& [name, value] : a.values) CHECK(text_of(b, name) == value.text);
  }
}

TEST_CASE("what is given is taken, and what a proof stores gives the same instance", "[instance]") {
  const Template source = read_example(example_text());
  const Instance given = drawn(source, 3, {{"size", "100 GB"}, {"bandwidth", "1 Gbit/s"}, {"window", "20 min"}});
  CHECK(text_of(given, "bits") == "800 Gbit");
  CHECK(text_of(given, "seconds") == "800 s");
  CHECK(given.case_name == "in_time");
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Instance first = drawn(source, seed);
    GivenValues stored;
    for (const auto& [name, text] : parameter_texts(source, first)) stored.emplace(name, text);
    const Instance again = drawn(source, seed + 1'000, stored);
    for (const auto& [name, value] : first.values) CHECK(text_of(again, name) == value.text);
  }
}

TEST_CASE("what cannot be drawn is said", "[instance]") {
  const Template source = read_example(example_text());
  CHECK(fault_of(source, {{"sise", "100 GB"}}).find("no parameter 'sise'") != std::string::npos);
  CHECK(fault_of(source, {{"size", "plenty"}}).find("'plenty'") != std::string::npos);
  const std::string never = fault_of(source, {{"size", "900 GB"}, {"bandwidth", "1 Gbit/s"}, {"window", "2 min"}});
  CHECK(never.find("minutes / window < 8") != std::string::npos);
  CHECK(never.find("the comparison has to be worth making") != std::string::npos);
}

TEST_CASE("requirements hold in every draw, and a draw is fair among what they admit", "[instance]") {
  const Template source = read_example(example_text());
  std::set<std::string> sizes;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Instance instance = drawn(source, seed);
    const double ratio = instance.values.find("minutes")->second.value / instance.values.find("window")->second.value;
    CHECK(std::abs(ratio - 1) > 0.2);
    CHECK(ratio < 8);
    sizes.insert(text_of(instance, "size"));
  }
  CHECK(sizes.size() > 15);
}

TEST_CASE("an entry that 'where' leaves out cannot be asked for, but a proof keeps it", "[instance]") {
  const auto& templates = built_in_templates();
  const auto found = std::find_if(templates.begin(), templates.end(),
                                  [](const BuiltInTemplate& one) { return one.id == "ridge-point-placement"; });
  REQUIRE(found != templates.end());
  const Template source = built_in_template(*found);
  const GivenValues given = {{"device", "stm32f4"}};
  CHECK(fault_of(source, given).find("'where' leaves it out") != std::string::npos);
  const InstanceResult kept = instance_of(source, engine::built_in_library().registry(), 1, given);
  CHECK(std::holds_alternative<Instance>(kept));
}
