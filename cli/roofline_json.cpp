// The JSON half of roofline_report.hpp: figures in base units (FLOP, byte, s).
#include "cli/json_object.hpp"
#include "cli/roofline_report.hpp"

namespace napkin::cli {
namespace {

namespace roofline = engine::roofline;

void put(JsonObject& members, std::string_view name, const std::optional<roofline::Figure>& figure) {
  if (!figure) return members.null(name);
  members.object(name, [&](JsonObject& inner) {
    const engine::Fact& fact = figure->fact;
    inner.number("value", figure->value);
    inner.text_or_null("text", fact.text);
    inner.object("qualifiers", [&](JsonObject& qualifiers) {
      for (const engine::Qualifier& qualifier : fact.value->qualifiers) qualifiers.text(qualifier.name, qualifier.text);
    });
    if (fact.value->source == engine::no_source) {
      inner.null("source");
    } else {
      const engine::Source& source = fact.entry->sources[fact.value->source];
      inner.object("source", [&](JsonObject& document) {
        document.text_or_null("title", source.title);
        document.text_or_null("publisher", source.publisher);
        document.text_or_null("url", source.url);
        document.text_or_null("read", source.read);
      });
    }
    inner.text_or_null("estimate", fact.value->remarks->estimate);
  });
}

void put_subject(JsonObject& members, const RooflineSubject& subject) {
  members.object("subject", [&](JsonObject& inner) {
    inner.text("kind", subject.kind);
    inner.text_or_null("text", subject.text);
    inner.number("work", subject.kernel ? std::optional(subject.kernel->work) : std::nullopt);
    inner.number("traffic", subject.kernel ? std::optional(subject.kernel->traffic) : std::nullopt);
    inner.number("intensity", subject.intensity);
    if (!subject.model) return inner.null("model");
    inner.object("model", [&](JsonObject& model) {
      model.text("id", subject.step->model->id);
      model.text("phase", phase_name(subject.step->phase));
      model.number("batch", subject.step->batch);
      model.number("context", subject.step->phase == roofline::Phase::inference ? std::nullopt
                                                                                : std::optional(subject.step->context));
      model.number("weights", subject.model->weights);
      model.number("cache", subject.model->cache);
    });
  });
}

void put_time(JsonObject& members, const DeviceAnalysis& device, double tokens) {
  if (!device.time) return members.null("time");
  members.object("time", [&](JsonObject& time) {
    time.number("memory", device.time->memory);
    time.number("compute", device.time->compute);
    time.number("overhead", device.time->overhead);
    time.number("overlapped", device.time->overlapped());
    time.number("serial", device.time->serial());
    time.number("token_rate", tokens > 0 ? std::optional(tokens / device.time->overlapped()) : std::nullopt);
  });
}

void put_achieved(JsonObject& members, const DeviceAnalysis& device) {
  if (!device.achieved) return members.null("achieved");
  members.object("achieved", [&](JsonObject& achieved) {
    achieved.number("rate", device.achieved->rate);
    achieved.number("mfu", device.achieved->utilization);
    achieved.number("share_of_attainable", device.achieved->share_of_attainable);
  });
}

void put_fit(JsonObject& members, const DeviceAnalysis& device) {
  if (!device.fit) return members.null("fit");
  members.object("fit", [&](JsonObject& fit) {
    fit.text("place", device.place);
    fit.number("needed", device.fit->needed);
    fit.number("capacity", device.fit->capacity);
    fit.boolean("fits", device.fit->fits());
  });
}

void put_device(std::string& out, const DeviceAnalysis& device, const RooflineReport& report) {
  JsonObject members(out);
  members.text("id", device.device.device->id);
  members.text("name", device.device.device->name);
  put(members, "peak", device.device.peak);
  members.array("levels", device.device.levels, [&](const roofline::Level& level) {
    JsonObject inner(out);
    inner.text("name", level.name);
    put(inner, "bandwidth", level.bandwidth);
    put(inner, "capacity", level.capacity);
    inner.number("ridge_point", device.device.roof(level).ridge_point());
    inner.close();
  });
  members.number("ridge_point", device.device.roof().ridge_point());
  members.number("attainable", device.verdict.attainable);
  members.number("highest_mfu", device.verdict.share_of_peak);
  members.text("bound", device.verdict.bound == roofline::Bound::memory ? "memory" : "compute");
  members.number("margin", device.verdict.margin);
  put_time(members, device, report.subject.tokens());
  put_achieved(members, device);
  put_fit(members, device);
  members.texts("notes", device.device.notes);
  members.close();
}

}  // namespace

std::string roofline_as_json(const RooflineReport& report) {
  std::string out;
  JsonObject members(out);
  members.number("version", 1);
  members.text("precision", report.precision->id);
  members.boolean("sparse", report.sparse);
  put_subject(members, report.subject);
  members.array("devices", report.devices, [&](const DeviceAnalysis& device) { put_device(out, device, report); });
  members.texts("notes", report.subject.model ? report.subject.model->notes : std::vector<std::string>());
  members.close();
  return out + '\n';
}

}  // namespace napkin::cli
