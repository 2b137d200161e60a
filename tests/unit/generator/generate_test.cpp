// Questions of the built-in templates: proven, reproducible, even.
#include "generator/generate.hpp"

#include <array>
#include <cmath>
#include <set>

#include <catch2/catch.hpp>

#include "generator/option_writer.hpp"
#include "generator/proof.hpp"
#include "generator/regenerate.hpp"
#include "generator/template_check.hpp"
#include "tests/unit/generator/template_example.hpp"

using namespace napkin;
using namespace napkin::generator;

namespace {

constexpr std::uint64_t seeds = 12;  // of each template; 'napkin template check' draws as many as one likes

Proof proof_of(const std::string& yaml) {
  ProofResult result = read_proof(schema::SourceText("q.yaml", yaml));
  REQUIRE(std::holds_alternative<Proof>(result));
  return std::get<Proof>(result);
}

}  // namespace

TEST_CASE("every built-in template gives questions that hold and are made again byte for byte", "[generate]") {
  const engine::Library& library = engine::built_in_library();
  for (const BuiltInTemplate& one : built_in_templates()) {
    const Template source = built_in_template(one);
    CHECK(source.id == one.id);
    for (std::uint64_t number = 0; number < seeds; ++number) {
      const std::uint64_t seed = question_seed(1, source.id, number);
      CAPTURE(source.id, seed);
      GenerationResult result = generate_question(source, library, {.seed = seed});
      if (const auto* fault = std::get_if<GenerationFault>(&result)) FAIL(fault->message);
      const std::string& yaml = std::get<GeneratedQuestion>(result).files.yaml;
      const RegenerationResult again = regenerate(proof_of(yaml), source, library);
      REQUIRE(std::holds_alternative<Regenerated>(again));
      CHECK(std::get<Regenerated>(again).question.files.yaml == yaml);
      CHECK(std::get<Regenerated>(again).moved.empty());
    }
  }
}

TEST_CASE("the place of the right option is even", "[generate]") {
  const engine::Library& library = engine::built_in_library();
  std::array<double, 4> places{};
  double total = 0;
  for (const BuiltInTemplate& one : built_in_templates()) {
    const Template source = built_in_template(one);
    if (!source.options) continue;
    for (std::uint64_t number = 0; number < 60; ++number) {
      const InstanceResult drawn = draw_instance(source, library.registry(), question_seed(5, source.id, number));
      const auto* instance = std::get_if<Instance>(&drawn);
      if (instance == nullptr) continue;
      const OptionsResult written = write_options(*source.options, *instance, library.registry());
      if (const auto* options = std::get_if<WrittenOptions>(&written)) {
        ++places[options->correct];
        ++total;
      }
    }
  }
  REQUIRE(total > 1'000);
  double chi_square = 0;
  for (const double seen : places) chi_square += std::pow(seen - total / 4, 2) / (total / 4);
  CHECK(chi_square < 16.27);  // 3 degrees of freedom, one in a thousand
}

TEST_CASE("a check counts what its seeds show", "[generate]") {
  const TemplateReport report = check_template(read_example(example_text()), engine::built_in_library(), 1, 100);
  CHECK(report.fault_count == 0);
  CHECK(report.distinct > 90);
  CHECK(report.cases.at("in_time") + report.cases.at("too_late") == 100);
  CHECK(report.least.steps == report.most.steps);
  CHECK(report.least.closest_decision > 1.2);
}

namespace {

/// The words of the template that a fault points at.
std::string words_at_fault(const std::string& text, const GenerationResult& result) {
  const auto* fault = std::get_if<GenerationFault>(&result);
  if (fault == nullptr) return "no fault";
  return fault->place ? text.substr(fault->place->begin, fault->place->end - fault->place->begin) : "no place";
}

}  // namespace

TEST_CASE("a fault that only a drawn question shows points into the template", "[generate]") {
  const engine::Library& library = engine::built_in_library();
  const auto words = [&](const std::string& before, const std::string& after, std::uint64_t seed) {
    const std::string text = with_replaced(example_text(), before, after);
    return words_at_fault(text, generate_question(read_example(text), library, {.seed = seed}));
  };
  SECTION("a sum that does not come out") {
    CHECK(words("{{ bits }} / {{ bandwidth }} = {{ seconds }}.\"", "{{ bits }} / {{ bandwidth }} = {{ window }}.\"", 4)
              .starts_with("{{ bits }}"));
  }
  SECTION("words that another text holds within a longer figure") {
    CHECK(words("The link is no bottleneck", "7 links are no bottleneck", 2).starts_with("7 links"));
  }
  SECTION("a requirement that is never met") {
    const std::string text = with_replaced(example_text(), "require:\n", "require:\n  - that: seconds < 0 * seconds\n");
    CHECK(words_at_fault(text, generate_question(read_example(text), library, {.seed = 1})) == "seconds < 0 * seconds");
  }
}

TEST_CASE("a text that does not say what its figures say is refused", "[generate]") {
  const engine::Library& library = engine::built_in_library();
  const Template wrong = read_example(with_replaced(example_text(), "{{ bits }} / {{ bandwidth }} = {{ seconds }}.\"",
                                                    "{{ bits }} / {{ bandwidth }} = {{ window }}.\""));
  const GenerationResult result = generate_question(wrong, library, {.seed = 4});
  const auto* fault = std::get_if<GenerationFault>(&result);
  REQUIRE(fault != nullptr);
  CHECK(fault->message.find("A201") != std::string::npos);
  const Template stray =
      read_example(with_replaced(example_text(), "The link is no bottleneck", "17 links are no bottleneck"));
  int refused = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    if (const GenerationResult one = generate_question(stray, library, {.seed = seed});
        std::holds_alternative<GenerationFault>(one)) {
      CHECK(std::get<GenerationFault>(one).message.find("nothing says where the figure '17") != std::string::npos);
      ++refused;
    }
  CHECK(refused > 0);
}
