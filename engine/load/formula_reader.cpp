#include "engine/load/formula_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace napkin::engine::load {
namespace {

constexpr std::string_view definition = "definition";

std::vector<Source> read_sources(YamlMap& map) {
  std::vector<Source> sources;
  if (!map.has("sources")) return sources;
  YamlMap list = map.map("sources", "sources");
  for (auto& [key, source] : list.entries("source")) {
    sources.push_back(
        {key, source.required("title"), source.optional("publisher"), source.optional("url"), source.optional("read")});
    source.finish();
  }
  return sources;
}

Argument read_argument(YamlMap& map) {
  Argument argument;
  argument.name = map.required("name");
  argument.doc = map.required("doc");
  argument.unit = map.optional("unit");
  argument.default_text = map.optional("default");
  argument.is_list = map.flag("list");
  if (const std::string_view kind = map.optional("kind"); !kind.empty()) {
    argument.entity = kind_named(kind);
    if (!argument.entity) map.report("kind", fmt::format("unknown kind '{}'", kind));
    if (!argument.unit.empty()) map.report("unit", "an entry has no unit; its fields have");
  }
  map.finish();
  return argument;
}

const Source* find_source(YamlMap& map, std::span<const Source> sources) {
  static constexpr Source by_definition{definition, definition, {}, {}, {}};
  const std::string_view key = map.required("source");
  if (key.empty() || key == definition) return &by_definition;
  for (const Source& source : sources)
    if (source.key == key) return &source;
  map.report("source",
             fmt::format("there is no source '{}' in this family; write 'definition' where there is none", key));
  return &by_definition;
}

Formula read_formula(FileContext& file, YamlMap& map, std::span<const Source> sources, std::string_view family) {
  Formula formula;
  formula.id = map.required("id");
  formula.family = family;
  formula.name = map.required("name");
  formula.doc = map.required("doc");
  std::vector<Argument> arguments;
  for (YamlMap& argument : map.maps("arguments", fmt::format("an argument of {}", formula.id)))
    arguments.push_back(read_argument(argument));
  formula.arguments = file.store().keep(std::move(arguments));
  YamlMap result = map.map("result", fmt::format("the result of {}", formula.id));
  formula.unit = result.optional("unit");
  result.finish();
  formula.expression = map.required("expression");
  formula.source = find_source(map, sources);
  std::vector<Example> examples;
  for (YamlMap& example : map.maps("examples", fmt::format("an example of {}", formula.id))) {
    examples.push_back({example.required("call"), example.required("value")});
    example.finish();
  }
  if (examples.empty()) map.report(fmt::format("formula {} needs a worked example", formula.id));
  formula.examples = file.store().keep(std::move(examples));
  map.finish();
  return formula;
}

}  // namespace

FormulaFamily read_formulas(FileContext& file, YamlMap& map) {
  FormulaFamily result;
  result.family.id = map.required("family");
  result.family.doc = map.required("doc");
  const std::span<const Source> sources = file.store().keep(read_sources(map));
  for (YamlMap& formula : map.maps("formulas", "a formula"))
    if (formula.is_map()) result.formulas.push_back(read_formula(file, formula, sources, result.family.id));
  map.finish();
  return result;
}

}  // namespace napkin::engine::load
