#include "generator/picture_writer.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/roofline/roofline.hpp"
#include "engine/roofline/roofline_plot.hpp"
#include "engine/text/xml_text.hpp"

namespace napkin::generator {
namespace {

struct Bar {
  std::string label;
  const DrawnValue* figure = nullptr;
};

/// Colours come from the page: `currentColor` is dark on light and light on dark.
std::string bars(const std::vector<Bar>& list, const DrawnValue* limit) {
  constexpr int width = 640, left = 190, right = 150, row = 34, top = 20;
  double most = limit == nullptr ? 0 : limit->value;
  for (const Bar& bar : list) most = std::max(most, bar.figure->value);
  if (most <= 0) most = 1;
  const double room = width - left - right;
  const auto length = [&](double value) { return std::max(1.0, value / most * room); };
  // Behind its bar; where the line of the limit would strike it through, behind that line.
  const auto value_place = [&](const Bar& bar) {
    constexpr double character = 8.5;
    const double place = left + length(bar.figure->value) + 8;
    const double end = place + character * static_cast<double>(bar.figure->text.size());
    const double line = limit == nullptr ? 0 : left + length(limit->value);
    return limit != nullptr && line > place - 6 && line < end + 4 ? line + 8 : place;
  };
  const int height = top + row * static_cast<int>(list.size()) + (limit == nullptr ? 12 : 40);
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" font-size=\"14\" "
      "color=\"#222\">\n"
      "<style>svg{{color:#222}}@media(prefers-color-scheme:dark){{svg{{color:#ddd}}}}</style>\n",
      width, height);
  int y = top;
  for (const Bar& bar : list) {
    out += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"end\" fill=\"currentColor\">{}</text>\n", left - 10,
                       y + 16, engine::xml_text(bar.label));
    out += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{:.1f}\" height=\"22\" fill=\"#3b82c4\"/>\n", left, y,
                       length(bar.figure->value));
    out += fmt::format("<text x=\"{:.1f}\" y=\"{}\" fill=\"currentColor\">{}</text>\n", value_place(bar), y + 16,
                       engine::xml_text(bar.figure->text));
    y += row;
  }
  if (limit != nullptr) {
    const double x = left + length(limit->value);
    out += fmt::format(
        "<line x1=\"{0:.1f}\" y1=\"{1}\" x2=\"{0:.1f}\" y2=\"{2}\" stroke=\"#c0392b\" stroke-width=\"2\" "
        "stroke-dasharray=\"6 4\"/>\n",
        x, top - 8, y + 4);
    out += fmt::format("<text x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\" fill=\"#c0392b\">limit {}</text>\n", x,
                       y + 22, engine::xml_text(limit->text));
  }
  return out + "</svg>\n";
}

const DrawnValue* figure(const Instance& instance, const std::string& name) {
  const auto found = instance.values.find(name);
  return found == instance.values.end() ? nullptr : &found->second;
}

/// The device that the question is about, if it is about one.
std::string device_name(const Instance& instance) {
  std::string name;
  for (const auto& [unused, value] : instance.values) {
    if (value.entry == nullptr || value.entry->kind != engine::EntryKind::device) continue;
    if (!name.empty()) return "the device";
    name = value.entry->name;
  }
  return name.empty() ? "the device" : name;
}

/// Integers count op, floating point FLOP, as the peak is printed.
std::string operation_name(const DrawnValue& peak) {
  return peak.format.unit.find("FLOP") == std::string::npos ? "op" : "FLOP";
}

std::string roofline(const DrawnValue& peak, const DrawnValue& bandwidth, const DrawnValue& intensity,
                     const std::string& device) {
  const engine::roofline::Verdict verdict = engine::roofline::judge({peak.value, bandwidth.value}, intensity.value);
  engine::roofline::RooflinePlot plot;
  plot.roofs.push_back({device, peak.value, bandwidth.value});
  plot.points.push_back({"attainable at this intensity", intensity.value, verdict.attainable});
  plot.operation = operation_name(peak);
  return engine::roofline::roofline_svg(plot);
}

std::string bars(const Picture& picture, const Instance& instance) {
  std::vector<Bar> list;
  for (const auto& [label, name] : picture.bars)
    if (const DrawnValue* value = figure(instance, name)) list.push_back({label, value});
  return bars(list, picture.limit.empty() ? nullptr : figure(instance, picture.limit));
}

}  // namespace

std::string draw_picture(const Picture& picture, const Instance& instance) {
  if (picture.kind == Picture::Kind::bars) return bars(picture, instance);
  const DrawnValue* peak = figure(instance, picture.peak);
  const DrawnValue* bandwidth = figure(instance, picture.bandwidth);
  const DrawnValue* intensity = figure(instance, picture.intensity);
  if (peak == nullptr || bandwidth == nullptr || intensity == nullptr) return engine::roofline::roofline_svg({});
  return roofline(*peak, *bandwidth, *intensity, device_name(instance));
}

}  // namespace napkin::generator
