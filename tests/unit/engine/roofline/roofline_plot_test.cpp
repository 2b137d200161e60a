#include "engine/roofline/roofline_plot.hpp"

#include <limits>

#include <catch2/catch.hpp>

using namespace napkin::engine::roofline;

namespace {

RooflinePlot sample() {
  return {"gemm(512, 512, 512), fp16",
          {{"NVIDIA H100", 989.5e12, 3.35e12}, {"NVIDIA T4", 65e12, 320e9}},
          {{"attainable on NVIDIA H100", 170.7, 571.7e12}},
          "FLOP"};
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a plot has labelled axes, roofs, ridge points and operating points", "[roofline_plot]") {
  const std::string svg = roofline_svg(sample());
  CHECK(svg.rfind("<svg xmlns=\"http://www.w3.org/2000/svg\"", 0) == 0);
  CHECK(svg.substr(svg.size() - 7) == "</svg>\n");
  CHECK(holds(svg, "<title>gemm(512, 512, 512), fp16</title>"));
  CHECK(holds(svg, ">arithmetic intensity (FLOP/byte)<"));
  CHECK(holds(svg, ">rate (FLOP/s)<"));
  CHECK(holds(svg, "989.5 TFLOP/s, 3.35 TB/s, ridge point 295.4 FLOP/byte"));
  CHECK(holds(svg, "170.7 FLOP/byte, 571.7 TFLOP/s"));
  // In the plot and in the legend.
  CHECK(count(svg, "class=\"roof roof0\"") == 2);
  CHECK(count(svg, "class=\"roof roof1\"") == 2);
  CHECK(count(svg, "<circle class=\"ridge0\"") == 2);
  CHECK(count(svg, "class=\"point\"") == 2);
}

TEST_CASE("a plot takes the page's colours and tells roofs apart in print", "[roofline_plot]") {
  const std::string svg = roofline_svg(sample());
  CHECK(holds(svg, "currentColor"));
  CHECK(holds(svg, "@media (prefers-color-scheme:dark)"));
  CHECK(holds(svg, "stroke-dasharray=\"9 4\""));
}

TEST_CASE("the same input gives the same bytes", "[roofline_plot]") {
  CHECK(roofline_svg(sample()) == roofline_svg(sample()));
}

TEST_CASE("names are text, never markup", "[roofline_plot]") {
  RooflinePlot plot = sample();
  plot.title = "<script>&\n";
  plot.roofs[0].name = "a<b";
  plot.points[0].name = std::string(200, 'x');
  const std::string svg = roofline_svg(plot);
  CHECK(holds(svg, "&lt;script&gt;&amp;"));
  CHECK(holds(svg, "a&lt;b"));
  CHECK_FALSE(holds(svg, "<script>"));
  CHECK_FALSE(holds(svg, std::string(60, 'x')));
}

TEST_CASE("what cannot be drawn is left out", "[roofline_plot]") {
  RooflinePlot plot = sample();
  plot.roofs.push_back({"none", 0, 1e9});
  plot.points.push_back({"endless", std::numeric_limits<double>::infinity(), 1});
  plot.points.push_back({"negative", 1, -1});
  const std::string svg = roofline_svg(plot);
  CHECK(svg == roofline_svg(sample()));
  CHECK_FALSE(holds(svg, "nan"));
  CHECK_FALSE(holds(svg, "inf"));
  CHECK(holds(roofline_svg({}), "</svg>"));
}

TEST_CASE("devices that are worlds apart share a plot", "[roofline_plot]") {
  const RooflinePlot plot{"", {{"a core", 64e6, 256e6}, {"a pod", 10e18, 20e15}}, {}, "op"};
  const std::string svg = roofline_svg(plot);
  CHECK(holds(svg, "64 Mop/s, 256 MB/s, ridge point 0.25 op/byte"));
  CHECK(holds(svg, ">rate (op/s)<"));
  CHECK_FALSE(holds(svg, "nan"));
}
