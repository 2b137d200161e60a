#include "engine/units/embed/unit_source.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>

#include <yaml-cpp/yaml.h>

namespace napkin::engine::embed {
namespace {

[[noreturn]] void fail(const YAML::Node& node, const std::string& what) {
  throw SourceError("line " + std::to_string(node.Mark().line + 1) + ": " + what);
}

void refuse_unknown_keys(const YAML::Node& map, std::initializer_list<std::string_view> known) {
  if (!map.IsMap()) fail(map, "a mapping is expected");
  for (const auto& pair : map) {
    const auto key = pair.first.as<std::string>();
    if (std::find(known.begin(), known.end(), key) == known.end()) fail(pair.first, "unknown key '" + key + "'");
  }
}

std::string required(const YAML::Node& map, const char* key) {
  if (!map[key]) fail(map, std::string("'") + key + "' is missing");
  return map[key].as<std::string>();
}

std::string optional(const YAML::Node& map, const char* key, std::string otherwise) {
  return map[key] ? map[key].as<std::string>() : std::move(otherwise);
}

std::vector<std::string> list(const YAML::Node& map, const char* key) {
  return map[key] ? map[key].as<std::vector<std::string>>() : std::vector<std::string>{};
}

PrefixSource read_prefix(const YAML::Node& node) {
  refuse_unknown_keys(node, {"symbol", "factor", "binary", "letters", "words"});
  return {required(node, "symbol"), node["factor"].as<double>(), node["binary"] && node["binary"].as<bool>(),
          list(node, "letters"), list(node, "words")};
}

/// Resolves family names and prefix symbols; remembers what it was given to look them up in.
class PrefixResolver {
 public:
  PrefixResolver(const std::vector<PrefixSource>& prefixes, const YAML::Node& families) : prefixes_(prefixes) {
    for (const auto& pair : families) families_[pair.first.as<std::string>()] = by_symbols(pair.second);
  }

  std::vector<std::size_t> resolve(const YAML::Node& node) const {
    if (!node) return {};
    if (node.IsSequence()) return by_symbols(node);
    const auto family = families_.find(node.as<std::string>());
    if (family == families_.end()) fail(node, "unknown prefix family '" + node.as<std::string>() + "'");
    return family->second;
  }

 private:
  std::vector<std::size_t> by_symbols(const YAML::Node& symbols) const {
    std::vector<std::size_t> result;
    for (const auto& node : symbols) {
      const auto symbol = node.as<std::string>();
      const auto found = std::find_if(prefixes_.begin(), prefixes_.end(),
                                      [&](const PrefixSource& prefix) { return prefix.symbol == symbol; });
      if (found == prefixes_.end()) fail(node, "unknown prefix '" + symbol + "'");
      result.push_back(static_cast<std::size_t>(found - prefixes_.begin()));
    }
    return result;
  }

  const std::vector<PrefixSource>& prefixes_;
  std::map<std::string, std::vector<std::size_t>> families_;
};

void add_spelling(UnitSource& unit, SpellingSource spelling) {
  for (SpellingSource& known : unit.spellings) {
    if (known.text != spelling.text || known.needs_prefix != spelling.needs_prefix) continue;
    known.any_case = known.any_case || spelling.any_case;
    return;
  }
  unit.spellings.push_back(std::move(spelling));
}

void collect_spellings(UnitSource& unit, const YAML::Node& node) {
  const bool any_case = optional(node, "case", "any") == "any";
  add_spelling(unit, {unit.symbol});
  if (unit.prefixed_symbol != unit.symbol) add_spelling(unit, {unit.prefixed_symbol, false, true, true});
  for (const std::string& text : list(node, "symbols")) add_spelling(unit, {text});
  add_spelling(unit, {unit.name, any_case});
  add_spelling(unit, {unit.plural, any_case});
  for (const std::string& text : list(node, "spellings")) add_spelling(unit, {text, any_case});
  for (const std::string& text : list(node, "prefixed")) add_spelling(unit, {text, false, true, true});
  for (const std::string& text : list(node, "second")) add_spelling(unit, {text, false, false});
}

Dimension dimension_of(const YAML::Node& unit) {
  if (!unit["dimension"]) return {};
  try {
    return read_dimension(unit["dimension"].as<std::string>());
  } catch (const SourceError& error) {
    fail(unit["dimension"], error.what());
  }
}

UnitSource read_unit_row(const YAML::Node& node, UnitKind kind, const PrefixResolver& prefixes) {
  refuse_unknown_keys(node, {"id", "symbol", "prefixed_symbol", "name", "plural", "case", "dimension", "scale",
                             "prefixes", "spellings", "symbols", "prefixed", "second", "label", "doc"});
  UnitSource unit;
  unit.kind = kind;
  unit.name = required(node, "name");
  unit.plural = optional(node, "plural", unit.name + "s");
  unit.id = kind == UnitKind::count ? unit.name : required(node, "id");
  unit.symbol = kind == UnitKind::count ? unit.name : required(node, "symbol");
  unit.prefixed_symbol = optional(node, "prefixed_symbol", unit.symbol);
  unit.label = optional(node, "label", kind == UnitKind::count ? unit.name : "");
  unit.doc = optional(node, "doc", "");
  unit.dimension = dimension_of(node);
  if (node["scale"]) unit.scale = node["scale"].as<double>();
  if (!(unit.scale > 0)) fail(node, "the scale of '" + unit.id + "' is not positive");
  unit.prefixes = prefixes.resolve(node["prefixes"]);
  collect_spellings(unit, node);
  return unit;
}

ForbiddenSource read_forbidden(const YAML::Node& node) {
  refuse_unknown_keys(node, {"text", "instead", "why"});
  return {required(node, "text"), required(node, "why"), list(node, "instead")};
}

constexpr std::array<std::pair<std::string_view, Base>, base_count> base_names = {{
    {"time", Base::time},
    {"information", Base::information},
    {"operation", Base::operation},
    {"energy", Base::energy},
    {"money", Base::money},
    {"co2e_mass", Base::co2e_mass},
    {"length", Base::length},
    {"temperature", Base::temperature},
    {"charge", Base::charge},
}};

/// "charge^2" or "1".
Dimension read_factor(std::string_view text) {
  if (text == "1") return {};
  int exponent = 1;
  if (const std::size_t caret = text.find('^'); caret != std::string_view::npos) {
    exponent = std::stoi(std::string(text.substr(caret + 1)));
    text = text.substr(0, caret);
  }
  for (const auto& [name, base] : base_names)
    if (name == text) return Dimension(base, exponent);
  throw SourceError("unknown base quantity '" + std::string(text) + "'");
}

}  // namespace

Dimension read_dimension(std::string_view text) {
  Dimension result;
  bool divide = false;
  while (true) {
    const std::size_t end = text.find_first_of("*/");
    const Dimension factor = read_factor(text.substr(0, end));
    result = divide ? result / factor : result * factor;
    if (end == std::string_view::npos) return result;
    divide = text[end] == '/';
    text.remove_prefix(end + 1);
  }
}

UnitTableSource read_unit_source(const std::string& yaml) {
  try {
    const YAML::Node root = YAML::Load(yaml);
    refuse_unknown_keys(root, {"prefixes", "prefix_families", "units", "magnitudes", "countables", "forbidden"});
    UnitTableSource table;
    for (const auto& node : root["prefixes"]) table.prefixes.push_back(read_prefix(node));
    const PrefixResolver prefixes(table.prefixes, root["prefix_families"]);
    for (const auto& node : root["units"]) table.units.push_back(read_unit_row(node, UnitKind::physical, prefixes));
    for (const auto& node : root["magnitudes"])
      table.units.push_back(read_unit_row(node, UnitKind::magnitude, prefixes));
    for (const auto& node : root["countables"]) table.units.push_back(read_unit_row(node, UnitKind::count, prefixes));
    for (const auto& node : root["forbidden"]) table.forbidden.push_back(read_forbidden(node));
    return table;
  } catch (const YAML::Exception& error) {
    throw SourceError(error.what());
  }
}

}  // namespace napkin::engine::embed
