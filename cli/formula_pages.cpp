#include "cli/formula_pages.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "cli/json_object.hpp"
#include "cli/table.hpp"
#include "engine/expression/evaluate.hpp"
#include "engine/expression/latex.hpp"
#include "engine/formula/calculator.hpp"
#include "engine/formula/expand.hpp"

namespace napkin::cli {
namespace {

using engine::Argument;
using engine::Formula;
using engine::Library;

constexpr std::size_t page_width = 120;
constexpr std::size_t longest_written_out = 600;

/// "\text{ridge\_point} = …"; empty where the expression cannot be read, which the loader does not let happen.
std::string latex_of(const Formula& formula, const Library& library) {
  const engine::ParseResult read = engine::parse_expression(formula.expression, names_of(library));
  const auto* parsed = std::get_if<engine::ParsedExpression>(&read);
  return parsed == nullptr ? std::string() : engine::latex_name(formula.id) + " = " + latex(parsed->expression);
}

/// With the formulas that it calls put in; empty where it calls none, or where that would fill the page.
std::string written_out(const Formula& formula, const Library& library) {
  const engine::ExpansionResult expanded = engine::expand(formula, library);
  const auto* expansion = std::get_if<engine::Expansion>(&expanded);
  if (expansion == nullptr || expansion->formulas.size() < 2) return {};
  std::string text = print(expansion->expression);
  return text.size() > longest_written_out ? std::string() : text;
}

/// What napkin makes of an example.
std::string computed(const engine::Example& example, const Library& library) {
  const engine::LibraryCalculationResult result = engine::calculate(example.call, library);
  const auto* calculation = std::get_if<engine::LibraryCalculation>(&result);
  return calculation == nullptr ? std::string() : calculation->calculation.text;
}

/// What may stand for an argument: a unit of its dimension, or the kind of an entry.
std::string sort_of(const Argument& argument) {
  std::string sort = argument.entity         ? "a " + std::string(kind_name(*argument.entity))
                     : argument.unit.empty() ? "number"
                                             : std::string(argument.unit);
  return argument.is_list ? sort + ", several" : sort;
}

std::string arguments_of_page(const Formula& formula) {
  if (formula.arguments.empty()) return {};
  std::vector<Row> rows;
  for (const Argument& argument : formula.arguments)
    rows.push_back({"  " + std::string(argument.name), sort_of(argument), std::string(argument.default_text),
                    std::string(argument.doc)});
  return "\narguments\n" + table({{"  name"}, {"unit"}, {"default"}, {"what"}}, rows);
}

void add_text(std::string& out, std::string_view heading, std::string_view text) {
  if (!text.empty()) out += fmt::format("\n{}\n  {}\n", heading, text);
}

std::string source_of_page(const engine::Source& source) {
  std::string facts(source.publisher);
  if (source.read == "recalled")
    facts += "; recalled, not opened";
  else if (!source.read.empty())
    facts += fmt::format("; read {}", source.read);
  std::string out = wrapped(source.title.empty() ? source.key : source.title, page_width - 2, 2);
  if (!facts.empty()) out += "\n  " + facts;
  if (!source.url.empty()) out += "\n  " + std::string(source.url);
  return out;
}

std::string examples_of_page(const Formula& formula, const Library& library) {
  std::string out;
  for (const engine::Example& example : formula.examples) {
    const std::string value = computed(example, library);
    out += fmt::format("{}{} = {}", out.empty() ? "" : "\n  ", example.call, value.empty() ? example.value : value);
    if (!value.empty() && value != example.value) out += fmt::format("   (by hand {})", example.value);
  }
  return out;
}

void append(std::string& out, const Argument& argument) {
  JsonObject object(out);
  object.text("name", argument.name);
  object.text_or_null("kind", argument.entity ? kind_name(*argument.entity) : "");
  object.text_or_null("unit", argument.unit);
  object.text_or_null("default", argument.default_text);
  object.boolean("list", argument.is_list);
  object.text("doc", argument.doc);
  object.close();
}

void append(std::string& out, const Formula& formula, const Library& library) {
  JsonObject object(out);
  object.text("id", formula.id);
  object.text("family", formula.family);
  object.text("name", formula.name);
  object.text("doc", formula.doc);
  object.text("signature", signature(formula));
  object.array("arguments", formula.arguments, [&](const Argument& argument) { append(out, argument); });
  object.text("unit", formula.unit);
  object.text("expression", formula.expression);
  object.text("latex", latex_of(formula, library));
  JsonObject source(object.member("source"));
  source.text("key", formula.source->key);
  source.text_or_null("title", formula.source->title);
  source.text_or_null("publisher", formula.source->publisher);
  source.text_or_null("url", formula.source->url);
  source.text_or_null("read", formula.source->read);
  source.close();
  object.array("examples", formula.examples, [&](const engine::Example& example) {
    JsonObject one(out);
    one.text("call", example.call);
    one.text("value", example.value);
    one.close();
  });
  object.close();
}

}  // namespace

std::string signature(const Formula& formula) {
  std::string out;
  for (const Argument& argument : formula.arguments) {
    out += (out.empty() ? "" : ", ") + std::string(argument.name);
    if (!argument.default_text.empty()) out += "=" + std::string(argument.default_text);
    if (argument.is_list) out += "…";
  }
  return fmt::format("{}({})", formula.id, out);
}

std::string formula_list(const Library& library, const std::vector<const Formula*>& formulas) {
  std::size_t widest = 0;
  for (const Formula* formula : formulas) widest = std::max(widest, columns_of(formula->id));
  const std::size_t width = table_width();
  const std::size_t indent = widest + 4;
  std::string out;
  for (const engine::Family& family : library.families()) {
    std::string lines;
    for (const Formula* formula : formulas) {
      if (formula->family != family.id) continue;
      std::string doc(formula->doc);
      // Narrow terminals get the text below itself, not below the name.
      if (width > indent + 20) doc = wrapped(doc, width - indent, 0);
      for (std::size_t at = doc.find('\n'); at != std::string::npos; at = doc.find('\n', at + 1))
        doc.insert(at + 1, std::string(indent, ' '));
      lines += fmt::format("  {}  {}\n", padded(formula->id, widest), doc);
    }
    if (!lines.empty()) out += fmt::format("{}{}: {}\n{}", out.empty() ? "" : "\n", family.id, family.doc, lines);
  }
  return out;
}

std::string formula_page(const Formula& formula, const Library& library) {
  std::string out = signature(formula) + "\n";
  out += fmt::format("  {}, family {}{}\n", formula.name, formula.family,
                     formula.unit.empty() ? "; gives a number" : fmt::format("; gives {}", formula.unit));
  out += "  " + wrapped(formula.doc, page_width - 2, 2) + "\n";
  out += arguments_of_page(formula);
  add_text(out, "expression", formula.expression);
  add_text(out, "written out", written_out(formula, library));
  add_text(out, "LaTeX", latex_of(formula, library));
  add_text(out, "source", source_of_page(*formula.source));
  add_text(out, formula.examples.size() == 1 ? "example" : "examples", examples_of_page(formula, library));
  return out;
}

std::string formulas_as_json(const std::vector<const Formula*>& formulas, const Library& library) {
  std::string out;
  append_json_array(out, formulas, [&](const Formula* formula) { append(out, *formula, library); });
  return out + '\n';
}

std::string formula_as_json(const Formula& formula, const Library& library) {
  std::string out;
  append(out, formula, library);
  return out + '\n';
}

}  // namespace napkin::cli
