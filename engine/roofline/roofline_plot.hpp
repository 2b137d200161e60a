// A roofline plot as an SVG document: values in, text out. Knows nothing of the registry.
#pragma once

#include <string>
#include <vector>

namespace napkin::engine::roofline {

/// The roof of a device, or of one level of its memory.
struct PlotRoof {
  std::string name;
  double peak = 0;       // FLOP/s
  double bandwidth = 0;  // byte/s
};

/// A kernel: where it stands on a roof, or, measured, below it.
struct PlotPoint {
  std::string name;
  double intensity = 0;  // FLOP/byte
  double rate = 0;       // FLOP/s
};

struct RooflinePlot {
  std::string title;  // may be empty
  std::vector<PlotRoof> roofs;
  std::vector<PlotPoint> points;
  std::string operation = "FLOP";  // "op" for integers: the axes say FLOP/s and FLOP/byte, or op/s and op/byte
};

/// Log-log, 720 wide; the legend stands below, a line for each roof and point, so that no texts meet. Text and axes
/// take the page's colour (currentColor, light and dark by prefers-color-scheme); the roofs differ in dashes too, for
/// print. What has no positive finite figures is left out. The same input gives the same bytes.
std::string roofline_svg(const RooflinePlot& plot);

}  // namespace napkin::engine::roofline
