#include "engine/wasm/api.hpp"

#include <string>
#include <variant>

#include "engine/formula/calculation_json.hpp"
#include "engine/formula/library.hpp"
#include "engine/text/json_text.hpp"

namespace {

using namespace napkin::engine;

/// Keeps the answer for the caller.
const char* kept(std::string answer) {
  static std::string last;
  last = std::move(answer);
  return last.c_str();
}

void append_member(std::string& out, const char* name, std::string_view text) {
  out += out.back() == '{' ? "\"" : ",\"";
  out += name;
  out += "\":";
  append_json_string(out, text);
}

}  // namespace

const char* napkin_version(void) { return NAPKIN_VERSION; }

const char* napkin_evaluate(const char* text) {
  const LibraryCalculationResult result = calculate(text, built_in_library());
  if (const auto* error = std::get_if<CalculationError>(&result)) return kept(to_json(*error, text));
  return kept(to_json(std::get<LibraryCalculation>(result).calculation));
}

const char* napkin_formula_examples(void) {
  std::string out = "[";
  for (const Formula& formula : built_in_library().formulas())
    for (const Example& example : formula.examples) {
      out += out.back() == '[' ? "{" : ",{";
      append_member(out, "formula", formula.id);
      append_member(out, "call", example.call);
      append_member(out, "value", example.value);
      out += '}';
    }
  return kept(out + "]\n");
}
