// Articles and filters of a template's texts.
#include "generator/render.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/generator/template_example.hpp"

using namespace napkin;
using namespace napkin::generator;

TEST_CASE("a or an goes by the sound", "[render]") {
  for (const char* noun : {"H100", "A100", "MI300X", "nRF52840", "STM32F4", "L4", "8-GPU server", "18 GB file",
                           "11,000-hour job", "80 GB card", "edge box", "FPGA"})
    CHECK(with_article(noun) == "an " + std::string(noun));
  for (const char* noun : {"V100", "T4", "GPU", "TPU v4", "Jetson Nano", "180 GB file", "1,100-hour job", "7B model",
                           "camera", "Raspberry Pi 5", "B200"})
    CHECK(with_article(noun) == "a " + std::string(noun));
}

TEST_CASE("filters work on top of one another, one way of printing at a time", "[render]") {
  const auto title_of = [](std::string_view title) {
    const Template source =
        read_example(with_replaced(example_text(), "{{ size }} Over a Link of {{ bandwidth }}", title));
    const InstanceResult drawn = draw_instance(source, engine::built_in_library().registry(), 1,
                                               {{"size", "100 GB"}, {"bandwidth", "1 Gbit/s"}, {"window", "20 min"}});
    REQUIRE(std::holds_alternative<Instance>(drawn));
    Wording first = source.title;
    first.alternatives.resize(1);
    return render(first, std::get<Instance>(drawn), engine::built_in_library().registry()).value_or("");
  };
  CHECK(title_of("{{ window | words | capital }} Minutes for {{ size }} at {{ bandwidth }}") ==
        "Twenty Minutes for 100 GB at 1 Gbit/s");
  CHECK(title_of("{{ window | a | capital }} Window, {{ size | number }} GB, {{ bandwidth }}") ==
        "A 20 min Window, 100 GB, 1 Gbit/s");
  CHECK(
      title_of("{{ window | plural minute minutes }}, {{ seconds | unit min | digits 2 }}, {{ size / 2 | unit TB }}") ==
      "20 minutes, 13 min, 0.05 TB");
  const std::string faults =
      faults_of(with_replaced(example_text(), "{{ size }} Over", "{{ size | number | words }} Over"));
  CAPTURE(faults);
  CHECK(faults.find("prints in one way") != std::string::npos);
}
