#include "validator/report/json.hpp"

#include <iterator>

#include <fmt/format.h>

#include "validator/report/json_text.hpp"

namespace napkin::validator {
namespace {

constexpr int value_digits = 10;  // significant: more than any printed figure, less than what rounding leaves behind
constexpr int ratio_digits = 4;

void append_place(std::string& out, const Place& place) {
  fmt::format_to(std::back_inserter(out), "\"line\":{},\"column\":{}", place.line, place.column);
}

void append_key(std::string& out, std::string_view key) { fmt::format_to(std::back_inserter(out), ",\"{}\":", key); }

void append_text(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  append_json_string(out, text);
}

void append_text_or_null(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  append_json_text_or_null(out, text);
}

void append_related(std::string& out, const RelatedPlace& related) {
  out += "{\"file\":";
  append_json_string(out, related.place.file);
  append_text_or_null(out, "field", related.place.field);
  out += ',';
  append_place(out, related.place);
  append_text(out, "message", related.message);
  out += '}';
}

void append_stated(std::string& out, const Derivation& derivation) {
  append_key(out, "stated");
  if (derivation.stated_text.empty() && !derivation.stated_value) {
    out += "null";
    return;
  }
  out += "{\"text\":";
  append_json_string(out, derivation.stated_text);
  append_key(out, "value");
  append_json_number(out, derivation.stated_value, value_digits);
  append_text_or_null(out, "unit", derivation.unit);
  out += '}';
}

void append_derived(std::string& out, const Derivation& derivation) {
  append_key(out, "derived");
  if (!derivation.derived) {
    out += "null";
    return;
  }
  out += "{\"lo\":";
  append_json_number(out, derivation.derived->lo, value_digits);
  append_key(out, "hi");
  append_json_number(out, derivation.derived->hi, value_digits);
  append_text_or_null(out, "unit", derivation.unit);
  out += '}';
}

}  // namespace

void append_json(std::string& out, const Finding& finding) {
  out += "{\"rule\":";
  append_json_string(out, finding.rule->code);
  append_text(out, "name", finding.rule->name);
  append_text(out, "severity", to_string(finding.severity));
  append_text(out, "file", finding.place.file);
  append_text_or_null(out, "id", finding.question_id);
  append_text_or_null(out, "field", finding.place.field);
  out += ',';
  append_place(out, finding.place);
  fmt::format_to(std::back_inserter(out), ",\"end_line\":{},\"end_column\":{}", finding.place.end_line,
                 finding.place.end_column);
  append_text(out, "message", finding.message);
  append_text_or_null(out, "quote", finding.quote);
  append_text_or_null(out, "stated", finding.stated);
  append_text_or_null(out, "derived", finding.derived);
  append_key(out, "ratio");
  append_json_number(out, finding.ratio, ratio_digits);
  append_text_or_null(out, "cause", finding.cause);
  append_key(out, "related");
  out += '[';
  for (const RelatedPlace& related : finding.related) {
    if (out.back() != '[') out += ',';
    append_related(out, related);
  }
  out += "]}";
}

void append_json(std::string& out, const Derivation& derivation) {
  out += "{\"file\":";
  append_json_string(out, derivation.place.file);
  append_text_or_null(out, "id", derivation.question_id);
  append_text_or_null(out, "field", derivation.place.field);
  out += ',';
  append_place(out, derivation.place);
  append_text(out, "text", derivation.text);
  append_text(out, "relation", to_string(derivation.relation));
  append_stated(out, derivation);
  append_derived(out, derivation);
  append_text(out, "verdict", to_string(derivation.verdict));
  append_text_or_null(out, "explanation", derivation.explanation);
  append_text_or_null(out, "expression", derivation.expression);
  append_text_or_null(out, "reason", derivation.unread ? to_string(*derivation.unread) : std::string_view());
  append_text(out, "certainty", to_string(derivation.certainty));
  out += '}';
}

void append_json(std::string& out, const Summary& summary) {
  const Coverage& c = summary.coverage;
  const auto severity = [&](Severity s) { return summary.by_severity[static_cast<std::size_t>(s)]; };
  fmt::format_to(std::back_inserter(out),
                 "{{\"files\":{},\"figures\":{{\"resolved\":{},\"total\":{}}},\"statements\":{},\"consistent\":{},"
                 "\"inconsistent\":{},\"undecided\":{},\"unread\":{},"
                 "\"findings\":{{\"error\":{},\"warning\":{},\"note\":{}}},\"rules\":{{",
                 c.files, c.figures_resolved, c.figures, c.statements, c.consistent, c.inconsistent, c.undecided,
                 c.unread, severity(Severity::error), severity(Severity::warning), severity(Severity::note));
  for (const auto& [code, number] : summary.by_rule)
    fmt::format_to(std::back_inserter(out), "{}\"{}\":{}", out.back() == '{' ? "" : ",", code, number);
  out += "},\"unread_by_reason\":{";
  for (std::size_t i = 0; i < summary.unread_by_reason.size(); ++i) {
    if (summary.unread_by_reason[i] == 0) continue;
    if (out.back() != '{') out += ',';
    append_json_string(out, to_string(static_cast<UnreadReason>(i)));
    fmt::format_to(std::back_inserter(out), ":{}", summary.unread_by_reason[i]);
  }
  out += "}}";
}

JsonReport::JsonReport(const ReportOptions& options) : with_derivations_(options.derivations) {
  for (Items* items : {&findings_, &derivations_})
    items->store = options.make_store ? options.make_store() : std::make_unique<MemoryStore>();
}

template <class Item>
void JsonReport::append(Items& items, const Item& item) {
  line_ = items.empty ? "" : ",\n";
  items.empty = false;
  append_json(line_, item);
  items.store->append(line_);
}

void JsonReport::add(std::span<const Finding> findings, std::span<const Derivation> derivations,
                     const schema::SourceText*, std::string&) {
  for (const Finding& finding : findings) append(findings_, finding);
  if (!with_derivations_) return;
  for (const Derivation& derivation : derivations) append(derivations_, derivation);
}

void JsonReport::finish(const Summary& summary, std::string& out) {
  finish(summary, [&out](std::string_view text) { out += text; });
}

void JsonReport::finish(const Summary& summary, const TextSink& sink) {
  std::string head = "{\"version\":1,\n\"summary\":";
  append_json(head, summary);
  sink(head + ",\n\"findings\":[");
  findings_.store->pour(sink);
  if (with_derivations_) {
    sink("],\n\"derivations\":[");
    derivations_.store->pour(sink);
  }
  sink("]}\n");
}

}  // namespace napkin::validator
