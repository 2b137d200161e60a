// The text half of roofline_report.hpp, and the plot's values.
#include <algorithm>

#include <fmt/format.h>

#include "cli/roofline_report.hpp"
#include "cli/table.hpp"
#include "engine/quantity/format.hpp"
#include "engine/quantity/natural_unit.hpp"

namespace napkin::cli {
namespace {

namespace roofline = engine::roofline;
using engine::format_number;
using engine::Interval;

constexpr int digits = 4;
constexpr std::string_view estimate_mark = " *";

std::string natural(double value, const engine::Dimension& dimension) {
  return engine::format_natural({Interval::exactly(value), dimension, {}}, digits);
}

/// "989.5 TFLOP/s" for floating point where the table's own word is TOP/s.
std::string in_operations(double value, const engine::Dimension& dimension, const std::string& operation) {
  std::string text = natural(value, dimension);
  if (operation != "FLOP") return text;
  for (const std::string_view word : {"OP", "op"})
    if (const std::size_t at = text.find(word); at != std::string::npos) return text.replace(at, word.size(), "FLOP");
  return text;
}

/// A column for each device, a row for each figure.
class DeviceTable {
 public:
  explicit DeviceTable(const RooflineReport& report) : report_(report), operation_(report.operation_name()) {}

  /// One row with a cell for each device; left out where every cell is empty.
  template <class Cell>
  void row(std::string label, Cell cell) {
    Row row{std::move(label)};
    bool any = false;
    for (const DeviceAnalysis& device : report_.devices) {
      const std::string text = cell(device);
      any = any || !text.empty();
      row.push_back(text.empty() ? "-" : text);
    }
    if (any) rows_.push_back(std::move(row));
  }

  std::string rate(double value) const { return in_operations(value, engine::dimensions::operation_rate, operation_); }
  std::string intensity(double value) const {
    return fmt::format("{} {}/byte", format_number(value, digits), operation_);
  }
  std::string figure(const roofline::Figure& figure, std::string text) {
    if (!figure.is_estimate()) return text;
    has_estimates_ = true;
    return text + std::string(estimate_mark);
  }

  bool has_estimates() const { return has_estimates_; }
  std::string text() const {
    std::vector<Column> columns{{}};
    for (const DeviceAnalysis& device : report_.devices) columns.push_back({std::string(device.device.device->name)});
    return table(columns, rows_);
  }

 private:
  const RooflineReport& report_;
  std::string operation_;
  std::vector<Row> rows_;
  bool has_estimates_ = false;
};

std::string percent(double share) { return format_number(share * 100, digits) + " %"; }
std::string bytes(double value) { return natural(value, engine::dimensions::information); }
std::string seconds(double value) { return natural(value, engine::dimensions::time); }
std::string bytes_per_second(double value) { return natural(value, engine::dimensions::bandwidth); }

std::string bound_text(const roofline::Verdict& verdict) {
  return verdict.bound == roofline::Bound::memory ? "memory" : "compute";
}

/// How far the intensity is from the ridge point, and on which side.
std::string margin_text(const roofline::Verdict& verdict) {
  const std::string times = format_number(verdict.margin, digits);
  if (times == "1") return "at the ridge point";
  return fmt::format("{}× {}", times, verdict.bound == roofline::Bound::memory ? "below" : "above");
}

/// Levels behind the first: what the roof would be if all traffic stayed there.
void add_inner_levels(DeviceTable& table) {
  for (const std::string_view name : {"SRAM", "L2"}) {
    const auto level_of = [name](const DeviceAnalysis& device) -> const roofline::Level* {
      for (std::size_t i = 1; i < device.device.levels.size(); ++i)
        if (device.device.levels[i].name == name) return &device.device.levels[i];
      return nullptr;
    };
    table.row(fmt::format("{} bandwidth", name), [&](const DeviceAnalysis& device) {
      const roofline::Level* level = level_of(device);
      return level == nullptr ? "" : table.figure(level->bandwidth, bytes_per_second(level->bandwidth.value));
    });
    table.row(fmt::format("ridge point of {}", name), [&](const DeviceAnalysis& device) {
      const roofline::Level* level = level_of(device);
      return level == nullptr ? "" : table.intensity(device.device.roof(*level).ridge_point());
    });
  }
}

void add_times(DeviceTable& table, const RooflineSubject& subject) {
  const auto time_row = [&](const std::string& label, auto value) {
    table.row(label, [&](const DeviceAnalysis& device) { return device.time ? seconds(value(*device.time)) : ""; });
  };
  time_row("time of memory", [](const roofline::Time& time) { return time.memory; });
  time_row("time of compute", [](const roofline::Time& time) { return time.compute; });
  table.row("overhead", [&](const DeviceAnalysis& device) -> std::string {
    if (!device.time || device.time->overhead <= 0) return {};
    const std::string text = seconds(device.time->overhead);
    return device.has_own_overhead ? table.figure(*device.device.launch_overhead, text) : text;
  });
  time_row("time, side by side", [](const roofline::Time& time) { return time.overlapped(); });
  time_row("time, one by one", [](const roofline::Time& time) { return time.serial(); });
  table.row("token rate", [&](const DeviceAnalysis& device) {
    if (!device.time || subject.tokens() == 0) return std::string();
    return format_number(subject.tokens() / device.time->overlapped(), digits) + " tokens/s";
  });
  table.row("achieved",
            [&](const DeviceAnalysis& device) { return device.achieved ? table.rate(device.achieved->rate) : ""; });
  table.row("achieved MFU",
            [](const DeviceAnalysis& device) { return device.achieved ? percent(device.achieved->utilization) : ""; });
  table.row("share of attainable", [](const DeviceAnalysis& device) {
    return device.achieved ? percent(device.achieved->share_of_attainable) : "";
  });
}

void add_fit(DeviceTable& table) {
  table.row("capacity", [](const DeviceAnalysis& device) {
    return device.fit ? fmt::format("{} of {}", bytes(device.fit->capacity), device.place) : "";
  });
  table.row("fits", [](const DeviceAnalysis& device) -> std::string {
    if (!device.fit) return {};
    if (!device.fit->fits()) return fmt::format("no, needs {}× as much", format_number(device.fit->ratio(), digits));
    return fmt::format("yes, {} left", bytes(device.fit->capacity - device.fit->needed));
  });
}

std::string header(const RooflineReport& report) {
  const RooflineSubject& subject = report.subject;
  const std::string operation = report.operation_name();
  std::string out = subject.text.empty() ? "" : subject.text + ", ";
  out += fmt::format("{}{}\n", report.precision->id, report.sparse ? " with sparsity" : "");
  if (subject.kernel)
    out += fmt::format("{} over {}: ", in_operations(subject.kernel->work, engine::dimensions::operation, operation),
                       bytes(subject.kernel->traffic));
  out += fmt::format("{} {}/byte\n", format_number(subject.intensity, digits), operation);
  if (subject.model && subject.model->cache > 0)
    out += fmt::format("weights {}, KV cache {}\n", bytes(subject.model->weights), bytes(subject.model->cache));
  else if (subject.model)
    out += fmt::format("weights {}\n", bytes(subject.model->weights));
  return out;
}

std::string notes(const RooflineReport& report, bool has_estimates) {
  std::string out;
  if (report.subject.model)
    for (const std::string& note : report.subject.model->notes) out += fmt::format("note: {}\n", note);
  for (const DeviceAnalysis& device : report.devices)
    for (const std::string& note : device.device.notes)
      out += fmt::format("note: {}: {}\n", device.device.device->name, note);
  if (has_estimates) out += "* an estimate; --sources gives its reasoning\n";
  return out;
}

std::string source_line(const std::string& name, const engine::Fact& fact) {
  std::string out = fmt::format("  {} = {}", name, fact.text);
  if (fact.value == nullptr) return out + "\n";
  for (const engine::Qualifier& qualifier : fact.value->qualifiers) out += fmt::format(", {}", qualifier.text);
  if (fact.is_estimate()) return fmt::format("{}\n    estimate: {}\n", out, fact.value->remarks->estimate);
  if (fact.value->source == engine::no_source) return out + "\n";
  const engine::Source& source = fact.entry->sources[fact.value->source];
  out += fmt::format("\n    {}, {}", source.title, source.publisher);
  if (!source.url.empty()) out += fmt::format(", {}", source.url);
  if (source.read == "recalled")
    out += " (recalled, not opened)";
  else if (!source.read.empty())
    out += fmt::format(" (read {})", source.read);
  return out + "\n";
}

std::string sources(const RooflineReport& report) {
  std::string out = "sources\n";
  if (report.subject.operation)
    for (const engine::Formula* formula : {report.subject.operation->info.work, report.subject.operation->info.traffic})
      out += fmt::format("  {} = {}\n    {}, {}\n", formula->id, formula->expression, formula->source->title,
                         formula->source->publisher);
  if (report.subject.model)
    for (const engine::UsedFact& used : report.subject.model->facts) out += source_line(used.name, used.fact);
  for (const DeviceAnalysis& device : report.devices) {
    const auto figure = [&](const std::optional<roofline::Figure>& figure) {
      if (figure)
        out += source_line(fmt::format("{}.{}", full_name(*device.device.device), figure->fact.value->field),
                           figure->fact);
    };
    figure(device.device.peak);
    for (const roofline::Level& level : device.device.levels) {
      figure(level.bandwidth);
      if (device.fit && level.name == device.place) figure(level.capacity);
    }
    if (device.fit && device.place == "flash") figure(device.device.flash);
    if (device.has_own_overhead) figure(device.device.launch_overhead);
  }
  return out;
}

}  // namespace

double RooflineSubject::tokens() const {
  if (!step || step->phase == roofline::Phase::inference) return 0;
  return step->phase == roofline::Phase::decode ? step->batch : step->batch * step->context;
}

std::string RooflineReport::operation_name() const { return precision->id.starts_with("int") ? "op" : "FLOP"; }

std::string roofline_as_text(const RooflineReport& report, bool with_sources) {
  DeviceTable table(report);
  table.row("peak", [&](const DeviceAnalysis& device) {
    return table.figure(device.device.peak, table.rate(device.device.peak.value));
  });
  table.row("bandwidth", [&](const DeviceAnalysis& device) {
    const roofline::Level& level = device.device.levels.front();
    const std::string place = level.name == "memory" ? "" : fmt::format(" of {}", level.name);
    return table.figure(level.bandwidth, bytes_per_second(level.bandwidth.value) + place);
  });
  table.row("ridge point",
            [&](const DeviceAnalysis& device) { return table.intensity(device.device.roof().ridge_point()); });
  add_inner_levels(table);
  table.row("attainable", [&](const DeviceAnalysis& device) { return table.rate(device.verdict.attainable); });
  table.row("MFU at most", [](const DeviceAnalysis& device) { return percent(device.verdict.share_of_peak); });
  table.row("bound by", [](const DeviceAnalysis& device) { return bound_text(device.verdict); });
  table.row("margin to ridge", [](const DeviceAnalysis& device) { return margin_text(device.verdict); });
  add_times(table, report.subject);
  add_fit(table);
  std::string out = header(report) + "\n" + table.text();
  const std::string remarks = notes(report, table.has_estimates());
  if (!remarks.empty()) out += "\n" + remarks;
  if (with_sources) out += "\n" + sources(report);
  return out;
}

roofline::RooflinePlot roofline_as_plot(const RooflineReport& report) {
  roofline::RooflinePlot plot;
  plot.operation = report.operation_name();
  plot.title = fmt::format("{}{}{}", report.subject.text, report.subject.text.empty() ? "Roofline, " : ", ",
                           report.precision->id);
  for (const DeviceAnalysis& device : report.devices) {
    const std::string name(device.device.device->name);
    plot.roofs.push_back({name, device.device.peak.value, device.device.levels.front().bandwidth.value});
    plot.points.push_back({"attainable on " + name, report.subject.intensity, device.verdict.attainable});
    if (device.achieved)
      plot.points.push_back({"measured on " + name, report.subject.intensity, device.achieved->rate});
  }
  return plot;
}

}  // namespace napkin::cli
