#include "engine/formula/calculation_json.hpp"

#include "engine/quantity/format.hpp"
#include "engine/text/code_point.hpp"
#include "engine/text/json_object.hpp"

namespace napkin::engine {

std::string to_json(const Calculation& calculation) {
  std::string out;
  JsonObject object(out);
  object.number("version", 1);
  object.text("expression", calculation.expression);
  object.number("value", calculation.value.value.middle() / calculation.unit.scale);
  object.text("unit", calculation.unit.symbol);
  object.text("text", calculation.text);
  object.text("dimension", to_string(calculation.value.dimension));
  JsonObject labels(object.member("labels"));
  for (const CountLabel& label : calculation.value.labels) labels.number(label.name, label.exponent);
  labels.close();
  object.array("steps", calculation.steps, [&](const Step& step) {
    JsonObject one(out);
    one.text("expression", step.text);
    one.text("result", format_natural(step.value));
    one.close();
  });
  object.close();
  return out + '\n';
}

std::string to_json(const CalculationError& error, std::string_view text) {
  std::string out;
  JsonObject object(out);
  object.number("version", 1);
  JsonObject inner(object.member("error"));
  inner.text("kind", error.kind);
  inner.text("message", error.message);
  inner.number("column", static_cast<double>(code_points(text.substr(0, error.range.begin)) + 1));
  inner.number("end_column", static_cast<double>(code_points(text.substr(0, error.range.end)) + 1));
  inner.close();
  object.close();
  return out + '\n';
}

}  // namespace napkin::engine
