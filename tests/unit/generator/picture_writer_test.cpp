#include "generator/picture_writer.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "generator/generate.hpp"
#include "tests/unit/generator/template_example.hpp"

using namespace napkin;
using namespace napkin::generator;

namespace {

/// The built-in template on the place of a kernel, with a picture.
std::string with_picture(const std::string& picture) {
  const auto all = built_in_templates();
  const auto found = std::find_if(all.begin(), all.end(), [](const BuiltInTemplate& one) {
    return one.id == std::string_view("ridge-point-placement");
  });
  REQUIRE(found != all.end());
  std::string text(found->text);
  text.resize(std::min(text.find("picture:\n"), text.size()));  // its own one makes room
  if (text.back() != '\n') text += '\n';
  return text + "picture:\n" + picture;
}

const std::string roofline =
    "  kind: roofline\n  peak: peak\n  bandwidth: bandwidth\n  intensity: intensity\n"
    "  alt: \"The roof of {{ device | a }}, with the kernel at {{ intensity }}.\"\n";

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a roofline is drawn from the figures of the question", "[picture]") {
  const Template source = read_example(with_picture(roofline));
  const GenerationResult result = generate_question(source, engine::built_in_library(), {.seed = 7});
  if (const auto* fault = std::get_if<GenerationFault>(&result)) FAIL(fault->message);
  const auto& question = std::get<GeneratedQuestion>(result);
  REQUIRE(question.files.picture.has_value());
  const std::string& svg = question.files.picture->svg;
  const auto& values = question.instance.values;
  CHECK(holds(svg, std::string(values.at("device").entry->name)));
  CHECK(holds(svg, ">arithmetic intensity (FLOP/byte)<"));
  CHECK(holds(svg, "ridge point " + values.at("ridge").number.substr(0, 2)));
  CHECK(holds(svg, ">" + values.at("intensity").number + " FLOP/byte, "));
  CHECK(holds(question.files.yaml, "visual:"));
}

TEST_CASE("a roofline takes a rate, a bandwidth and an intensity", "[picture]") {
  CHECK(faults_of(with_picture(roofline)).empty());
  const std::string swapped = with_replaced(roofline, "  peak: peak", "  peak: bandwidth");
  CHECK(holds(faults_of(with_picture(swapped)), "'peak' of a roofline is compute rate (op/s), but 'bandwidth' is "));
  const std::string unknown = with_replaced(roofline, "  intensity: intensity", "  intensity: density");
  CHECK(holds(faults_of(with_picture(unknown)), "'density' is no figure of this template"));
  const std::string missing = with_replaced(roofline, "  bandwidth: bandwidth\n", "");
  CHECK(holds(faults_of(with_picture(missing)), "'picture' needs 'bandwidth'"));
  const std::string other = with_replaced(roofline, "kind: roofline", "kind: pie");
  CHECK(holds(faults_of(with_picture(other)), "a picture is a roofline or bars"));
}
