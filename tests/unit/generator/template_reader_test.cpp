// What a template gets wrong is said with its line, its column and a caret.
#include "generator/template_reader.hpp"

#include <catch2/catch.hpp>

#include "generator/generate.hpp"
#include "generator/random_stream.hpp"
#include "tests/unit/generator/template_example.hpp"

using namespace napkin;
using namespace napkin::generator;

namespace {

struct FaultCase {
  const char* what;
  const char* with;
  const char* message;  // a part of it
};

}  // namespace

TEST_CASE("the scaffold is taken as it is", "[template_reader]") { CHECK(faults_of(example_text()).empty()); }

TEST_CASE("faults point into the template", "[template_reader]") {
  const FaultCase c = GENERATE(values<FaultCase>({
      {"{value: bits / bandwidth,", "{value: bits / bandwith,", "nothing defines 'bandwith'"},
      {"{value: bits / bandwidth,", "{value: bits + window,", "cannot add"},
      {"unit: s, digits: 3}", "unit: GB, digits: 3}", "does not measure"},
      {"minutes < window", "minutes < bits", "compare"},
      {"of {{ bandwidth }}\"", "of {{ bandwith }}\"", "bandwith"},
      {"{{ size }} Over", "{{ size Over", "}}"},
      {"version: 1\n", "version: one\n", "version"},
      {"derived:\n", "derved:\n", "derved"},
      {"{log: [20 GB, 900 GB], digits: 2}", "{log: [20 GB, 900 ms], digits: 2}", "ms"},
      {"power_of_ten_down, ", "power_of_ten_sideways, ", "power_of_ten_sideways"},
      {"answer: minutes", "answer: minuets", "minuets"},
      {"team: {words: [a survey team", "crew: {words: [a survey team", "crew"},
      {"{that: abs(minutes / window - 1) > 0.2,", "{that: max(minutes, window) > 0.2 min,", "in quotes"},
      {"version: 1\n", "version: 1\nversion: 2\n", "a template has 'version' already"},
      {"template: example", "template: My_Example", "small letters"},
      {"unit: s, digits: 3}", "unit: s, digits: 30}", "from 0 to 12"},
      {"minutes < window", "minutes < windov", "did you mean 'window'?"},
      {"level: L2", "level: L9", "'L9' is no level"},
      {"topic: network-bandwidth-bottlenecks", "topic: bandwidth", "'bandwidth' is no topic"},
      {"  zone: fluency\n", "", "zone"},
  }));
  const std::string text = with_replaced(example_text(), c.what, c.with);
  const std::string faults = faults_of(text);
  CAPTURE(faults);
  CHECK(faults.starts_with("t.yaml:"));
  CHECK(faults.find(c.message) != std::string::npos);
  CHECK(faults.find('^') != std::string::npos);
}

TEST_CASE("one fault is said once, not wherever the name is used", "[template_reader]") {
  const std::string faults =
      faults_of(with_replaced(example_text(), "{value: bits / bandwidth,", "{value: bits / bandwith,"));
  CAPTURE(faults);
  CHECK(faults.starts_with("t.yaml:19:27:"));
  CHECK(faults.find("t.yaml", 1) == std::string::npos);
}

TEST_CASE("no damage to a template crashes the reader or hangs a draw", "[template_reader]") {
  const std::string whole = example_text();
  for (std::uint64_t seed = 0; seed < 1'500; ++seed) {
    RandomStream stream(seed, "damage");
    std::string text = whole;
    for (std::size_t wounds = 1 + stream.below(3); wounds > 0; --wounds) {
      const std::size_t at = stream.below(text.size());
      switch (stream.below(4)) {
        case 0: text.erase(at, 1 + stream.below(20)); break;
        case 1: text.insert(at, 1, static_cast<char>(stream.below(256))); break;
        case 2: text.insert(at, whole.substr(stream.below(whole.size()), stream.below(60))); break;
        default: text[at] = static_cast<char>(stream.below(256));
      }
    }
    const schema::SourceText source("t.yaml", text);
    const TemplateResult result = read_template(source, engine::built_in_library());
    if (const auto* faults = std::get_if<std::vector<TemplateFault>>(&result)) {
      REQUIRE(!faults->empty());
      for (const TemplateFault& fault : *faults) {
        REQUIRE(fault.range.begin <= fault.range.end);
        REQUIRE(fault.range.end <= text.size());
      }
    } else {
      generate_question(std::get<Template>(result), engine::built_in_library(), {.seed = seed});
    }
  }
}
