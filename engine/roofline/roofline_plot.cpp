#include "engine/roofline/roofline_plot.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "engine/quantity/format.hpp"
#include "engine/text/xml_text.hpp"

namespace napkin::engine::roofline {
namespace {

constexpr double width = 720, plot_left = 86, plot_right = 690, plot_height = 360;
constexpr double legend_step = 20, legend_figures = 360;
constexpr std::size_t longest_name = 46, longest_title = 80;  // characters that fit at the font's size
constexpr int digits = 4;

struct Look {
  std::string_view light, dark, dash;
};
// Told apart by colour-blind readers too (Okabe and Ito's palette, darkened for white), and by dashes in print.
constexpr std::array<Look, 4> looks = {{{"#0063a6", "#56b4e9", ""},
                                        {"#b34a00", "#e69f00", "9 4"},
                                        {"#00704e", "#3ac79a", "3 3"},
                                        {"#a3447c", "#dd8ebd", "12 3 2 3"}}};

struct Range {
  double low = 0, high = 1;  // powers of ten
};

struct Frame {
  Range intensity, rate;
  double top = 0;

  double bottom() const { return top + plot_height; }
  double x(double value) const {
    return plot_left +
           (std::log10(value) - intensity.low) / (intensity.high - intensity.low) * (plot_right - plot_left);
  }
  double y(double value) const {
    return bottom() - (std::log10(value) - rate.low) / (rate.high - rate.low) * plot_height;
  }
};

bool is_positive(double value) { return std::isfinite(value) && value > 0; }
bool can_draw(const PlotRoof& roof) { return is_positive(roof.peak) && is_positive(roof.bandwidth); }
bool can_draw(const PlotPoint& point) { return is_positive(point.intensity) && is_positive(point.rate); }
double ridge(const PlotRoof& roof) { return roof.peak / roof.bandwidth; }

/// Markup escaped, control characters dropped, cut where it would run into the next column.
std::string safe(std::string_view text, std::size_t longest) {
  std::string out;
  std::size_t characters = 0;
  for (const char c : text) {
    const bool starts_character = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (starts_character && ++characters > longest) return out + "…";
    engine::append_xml_character(out, c);
  }
  return out;
}

/// "989.5 T" of 989.5e12: the number and the prefix of its unit.
std::string scaled(double value) {
  constexpr std::array<std::pair<double, std::string_view>, 7> steps = {
      {{1e18, "E"}, {1e15, "P"}, {1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}, {1, ""}}};
  for (const auto& [scale, prefix] : steps)
    if (value >= scale * (1 - 1e-9)) return format_number(value / scale, digits) + " " + std::string(prefix);
  return format_number(value, digits) + " ";
}

/// Whole decades around the values.
Range decades(double low, double high) {
  Range range{std::floor(std::log10(low) + 1e-9), std::ceil(std::log10(high) - 1e-9)};
  if (range.high <= range.low) range.high = range.low + 1;
  return range;
}

Frame frame_of(const std::vector<PlotRoof>& roofs, const std::vector<PlotPoint>& points, double top) {
  double least = 1, most = 10, lowest = 1e300, highest = 0;
  for (const PlotRoof& roof : roofs) {
    least = std::min(least, ridge(roof) / 10);
    most = std::max(most, ridge(roof) * 10);
    highest = std::max(highest, roof.peak * 2);
  }
  for (const PlotPoint& point : points) {
    least = std::min(least, point.intensity / 2);
    most = std::max(most, point.intensity * 2);
    highest = std::max(highest, point.rate * 2);
    lowest = std::min(lowest, point.rate / 2);
  }
  Frame frame{decades(least, most), {}, top};
  for (const PlotRoof& roof : roofs) lowest = std::min(lowest, roof.bandwidth * std::pow(10, frame.intensity.low));
  if (highest <= 0) lowest = 1, highest = 10;
  frame.rate = decades(std::min(lowest, highest / 10), highest);
  return frame;
}

std::string style(std::size_t roofs) {
  std::string out =
      "<style>\n"
      "svg{color:#1b1f24;background:#fff;font:12px system-ui,sans-serif}\n"
      "text{fill:currentColor}.grid{stroke:currentColor;stroke-opacity:.15}.axis{stroke:currentColor;fill:none}\n"
      ".roof{fill:none;stroke-width:2;stroke-linejoin:round}.drop{stroke-width:1;stroke-dasharray:2 4}\n"
      ".point{fill:currentColor}.page{fill:#fff}\n";
  std::string dark = "svg{color:#e6e8ea;background:#15181c}.page{fill:#15181c}";
  for (std::size_t i = 0; i < std::min(roofs, looks.size()); ++i) {
    out += fmt::format(".roof{0}{{stroke:{1}}}.ridge{0}{{fill:{1}}}\n", i, looks[i].light);
    dark += fmt::format(".roof{0}{{stroke:{1}}}.ridge{0}{{fill:{1}}}", i, looks[i].dark);
  }
  return out + "@media (prefers-color-scheme:dark){" + dark + "}\n</style>\n";
}

/// Grid lines at the decades, with as many labels as have room.
std::string axes(const Frame& f, const std::string& operation) {
  std::string out;
  const auto label_every = [](Range range, double room) {
    return std::max(1.0, std::ceil((range.high - range.low) / room));
  };
  const double x_step = label_every(f.intensity, 9), y_step = label_every(f.rate, 12);
  for (double power = f.intensity.low; power <= f.intensity.high; ++power) {
    const double value = std::pow(10, power), x = f.x(value);
    out += fmt::format("<path class=\"grid\" d=\"M{0:.1f} {1:.1f}V{2:.1f}\"/>\n", x, f.top, f.bottom());
    if (std::fmod(power - f.intensity.low, x_step) == 0)
      out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n", x, f.bottom() + 18,
                         format_number(value, digits));
  }
  for (double power = f.rate.low; power <= f.rate.high; ++power) {
    const double value = std::pow(10, power), y = f.y(value);
    out += fmt::format("<path class=\"grid\" d=\"M{0:.1f} {2:.1f}H{1:.1f}\"/>\n", plot_left, plot_right, y);
    if (std::fmod(power - f.rate.low, y_step) == 0)
      out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n", plot_left - 8, y + 4,
                         scaled(value));
  }
  out += fmt::format("<path class=\"axis\" d=\"M{0:.1f} {1:.1f}V{2:.1f}H{3:.1f}\"/>\n", plot_left, f.top, f.bottom(),
                     plot_right);
  out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">arithmetic intensity ({}/byte)</text>\n",
                     (plot_left + plot_right) / 2, f.bottom() + 40, operation);
  out += fmt::format("<text transform=\"translate(20 {:.1f}) rotate(-90)\" text-anchor=\"middle\">rate ({}/s)</text>\n",
                     f.top + plot_height / 2, operation);
  return out;
}

/// From the fifth roof on a colour comes with another dash than before.
std::string dashes(std::size_t i) {
  const std::string_view dash = looks[(i + i / looks.size()) % looks.size()].dash;
  return dash.empty() ? std::string() : fmt::format(" stroke-dasharray=\"{}\"", dash);
}

/// The slope of the bandwidth, the flat peak, and the ridge point where they meet.
std::string drawn(const PlotRoof& roof, const Frame& f, std::size_t i) {
  const std::size_t look = i % looks.size();
  const double left = std::pow(10, f.intensity.low), at = ridge(roof);
  const double start = std::max(left, std::pow(10, f.rate.low) / roof.bandwidth);
  std::string out =
      fmt::format("<path class=\"roof roof{}\"{} d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}H{:.1f}\"/>\n", look, dashes(i),
                  f.x(start), f.y(start * roof.bandwidth), f.x(at), f.y(roof.peak), plot_right);
  out += fmt::format("<path class=\"drop roof{}\" d=\"M{:.1f} {:.1f}V{:.1f}\"/>\n", look, f.x(at), f.y(roof.peak),
                     f.bottom());
  return out + fmt::format("<circle class=\"ridge{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/>\n", look, f.x(at),
                           f.y(roof.peak));
}

/// Points differ in shape: circle, square, triangle, diamond, hollow for the next four.
std::string marker(std::size_t i, double x, double y) {
  const std::string ink = i / 4 % 2 == 0 ? "class=\"point\"" : "class=\"axis\"";
  switch (i % 4) {
    case 0: return fmt::format("<circle {} cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5.5\"/>\n", ink, x, y);
    case 1: return fmt::format("<path {} d=\"M{:.1f} {:.1f}h10v10h-10z\"/>\n", ink, x - 5, y - 5);
    case 2: return fmt::format("<path {} d=\"M{:.1f} {:.1f}l6 11h-12z\"/>\n", ink, x, y - 7);
    default: return fmt::format("<path {} d=\"M{:.1f} {:.1f}l6 7l-6 7l-6 -7z\"/>\n", ink, x, y - 7);
  }
}

std::string legend_line(double y, const std::string& name, const std::string& figures) {
  return fmt::format("<text x=\"58\" y=\"{0:.1f}\">{1}</text>\n<text x=\"{3:.1f}\" y=\"{0:.1f}\">{2}</text>\n", y + 4,
                     safe(name, longest_name), figures, legend_figures);
}

std::string legend(const std::vector<PlotRoof>& roofs, const std::vector<PlotPoint>& points,
                   const std::string& operation, double y) {
  std::string out;
  for (std::size_t i = 0; i < roofs.size(); ++i, y += legend_step) {
    const PlotRoof& roof = roofs[i];
    out += fmt::format("<path class=\"roof roof{}\"{} d=\"M16 {:.1f}h34\"/>\n", i % looks.size(), dashes(i), y);
    out += fmt::format("<circle class=\"ridge{}\" cx=\"33\" cy=\"{:.1f}\" r=\"4\"/>\n", i % looks.size(), y);
    out += legend_line(y, roof.name,
                       fmt::format("{}{}/s, {}B/s, ridge point {} {}/byte", scaled(roof.peak), operation,
                                   scaled(roof.bandwidth), format_number(ridge(roof), digits), operation));
  }
  for (std::size_t i = 0; i < points.size(); ++i, y += legend_step) {
    out += marker(i, 33, y);
    out += legend_line(y, points[i].name,
                       fmt::format("{} {}/byte, {}{}/s", format_number(points[i].intensity, digits), operation,
                                   scaled(points[i].rate), operation));
  }
  return out;
}

template <class T>
std::vector<T> drawable(const std::vector<T>& items) {
  std::vector<T> result;
  for (const T& item : items)
    if (can_draw(item)) result.push_back(item);
  return result;
}

}  // namespace

std::string roofline_svg(const RooflinePlot& plot) {
  const std::vector<PlotRoof> roofs = drawable(plot.roofs);
  const std::vector<PlotPoint> points = drawable(plot.points);
  const std::string operation = safe(plot.operation, longest_name);
  const std::string title = safe(plot.title.empty() ? "Roofline" : plot.title, longest_title);
  const Frame frame = frame_of(roofs, points, plot.title.empty() ? 16 : 40);
  const double legend_top = frame.bottom() + 64;
  const double height = legend_top + legend_step * static_cast<double>(roofs.size() + points.size());

  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
      "role=\"img\">\n<title>{2}</title>\n",
      width, height, title);
  out += style(roofs.size());
  out += fmt::format("<rect class=\"page\" width=\"{:.0f}\" height=\"{:.0f}\"/>\n", width, height);
  if (!plot.title.empty()) out += fmt::format("<text x=\"16\" y=\"24\" font-size=\"14\">{}</text>\n", title);
  out += axes(frame, operation);
  for (std::size_t i = 0; i < roofs.size(); ++i) out += drawn(roofs[i], frame, i);
  for (std::size_t i = 0; i < points.size(); ++i)
    out += marker(i, frame.x(points[i].intensity), frame.y(points[i].rate));
  return out + legend(roofs, points, operation, legend_top) + "</svg>\n";
}

}  // namespace napkin::engine::roofline
