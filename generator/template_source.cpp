#include "generator/template_source.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "engine/quantity/dimension_name.hpp"
#include "engine/text/spelling.hpp"

namespace napkin::generator {
namespace {

using schema::YamlNode;

bool is_name(std::string_view text) {
  const auto inside = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z' && std::all_of(text.begin(), text.end(), inside);
}

}  // namespace

void TemplateSource::fault(schema::ByteRange range, std::string message) {
  range.end = std::min(range.end, source_.bytes().size());
  range.begin = std::min(range.begin, range.end);
  faults_.push_back({std::move(message), range});
}

schema::ByteRange TemplateSource::byte_at(std::size_t offset) const {
  const std::size_t size = source_.bytes().size();
  return {std::min(offset, size), std::min(offset + 1, size)};
}

std::optional<std::string> TemplateSource::text(const YamlNode& node, std::string_view what) {
  if (node.kind == schema::NodeKind::scalar && !node.is_plain_null()) return node.value;
  fault(node.source, fmt::format("{} has to be a text", what));
  return std::nullopt;
}

bool TemplateSource::is_mapping(const YamlNode& node, std::string_view what) {
  if (node.kind == schema::NodeKind::mapping) return true;
  fault(node.source, fmt::format("{} has to be a mapping of names to values", what));
  return false;
}

std::vector<std::string> TemplateSource::texts(const YamlNode& node, std::string_view what) {
  std::vector<std::string> result;
  if (node.kind == schema::NodeKind::sequence) {
    for (const YamlNode& item : node.items)
      if (auto item_text = text(item, what)) result.push_back(*item_text);
  } else if (auto one = text(node, what)) {
    result.push_back(*one);
  }
  return result;
}

std::optional<double> TemplateSource::number(const YamlNode& node, std::string_view what) {
  double value = 0;
  const char* end = node.value.data() + node.value.size();
  const auto [stop, error] = std::from_chars(node.value.data(), end, value);
  if (node.kind == schema::NodeKind::scalar && error == std::errc{} && stop == end) return value;
  fault(node.source, fmt::format("{} has to be a number", what));
  return std::nullopt;
}

void TemplateSource::only_keys(const YamlNode& mapping, std::string_view what,
                               const std::vector<std::string_view>& keys) {
  for (const schema::YamlMember& member : mapping.members) {
    if (mapping.find(member.key.value) != &member)
      fault(member.key.source, fmt::format("{} has '{}' already", what, member.key.value));
    if (std::find(keys.begin(), keys.end(), member.key.value) != keys.end()) continue;
    if (mapping.is_flow && member.value.is_plain_null()) {
      fault(member.key.source,
            fmt::format("a comma inside braces ends a text; put the text before '{}' in quotes", member.key.value));
      continue;
    }
    const auto closest = engine::closest_word(member.key.value, std::span<const std::string_view>(keys));
    fault(member.key.source,
          closest ? fmt::format("{} has no '{}'; did you mean '{}'?", what, member.key.value, *closest)
                  : fmt::format("{} has no '{}'; it has {}", what, member.key.value, fmt::join(keys, ", ")));
  }
}

const YamlNode* TemplateSource::required(const YamlNode& mapping, std::string_view key, std::string_view what) {
  const schema::YamlMember* member = mapping.find(key);
  if (member != nullptr) return &member->value;
  fault({mapping.source.begin, mapping.source.begin}, fmt::format("{} needs '{}'", what, key));
  return nullptr;
}

bool TemplateSource::add(const std::string& name, schema::ByteRange range) {
  if (!is_name(name)) {
    fault(range, fmt::format("'{}' is no name: small letters, digits and underscores, a letter first", name));
    return false;
  }
  if (is_known(name)) {
    fault(range, fmt::format("the name '{}' is taken", name));
    return false;
  }
  known_.push_back({name, range, false});
  return true;
}

void TemplateSource::add_value(const std::string& name, engine::Dimension dimension, schema::ByteRange range) {
  if (add(name, range)) values_.push_back({name, dimension});
}

void TemplateSource::add_entry(const std::string& name, engine::EntryKind kind, schema::ByteRange range) {
  if (add(name, range)) entries_.push_back({name, kind});
}

void TemplateSource::add_word(const std::string& name, schema::ByteRange range) { add(name, range); }

const engine::Dimension* TemplateSource::dimension_of(std::string_view name) const {
  const auto found =
      std::find_if(values_.begin(), values_.end(), [&](const engine::Input& value) { return value.name == name; });
  return found == values_.end() ? nullptr : &found->dimension;
}

bool TemplateSource::is_known(std::string_view name) const {
  return std::any_of(known_.begin(), known_.end(), [&](const Known& known) { return known.name == name; });
}

void TemplateSource::use(std::string_view name) {
  for (Known& known : known_)
    if (known.name == name) known.used = true;
}

std::string TemplateSource::name_like(std::string_view word) const {
  if (!is_name(word) || is_known(word)) return {};
  std::vector<std::string_view> names;
  for (const Known& known : known_) names.push_back(known.name);
  const auto closest = engine::closest_word(word, std::span<const std::string_view>(names));
  return closest ? fmt::format("; did you mean '{}'?", *closest) : std::string();
}

bool TemplateSource::mentions_broken(std::string_view text) const {
  return std::any_of(broken_.begin(), broken_.end(),
                     [&](const std::string& name) { return text.find(name) != std::string_view::npos; });
}

void TemplateSource::report_unused() {
  for (const Known& known : known_)
    if (!known.used) fault(known.range, fmt::format("'{}' is never used", known.name));
}

std::optional<TemplateExpression> TemplateSource::expression(const YamlNode& scalar, std::string_view what) {
  if (!text(scalar, what)) return std::nullopt;
  const schema::MappedText text = mapped(scalar);
  return expression(text, 0, text.text.size());
}

std::optional<TemplateExpression> TemplateSource::expression(const schema::MappedText& text, std::size_t begin,
                                                             std::size_t end) {
  const std::string part = text.text.substr(begin, end - begin);
  engine::ExpressionCompileResult compiled = engine::compile_expression(part, values_, entries_, library_);
  if (const auto* wrong = std::get_if<engine::ExpressionFault>(&compiled)) {
    if (mentions_broken(part)) return std::nullopt;  // said where that name is defined
    const std::string_view place = std::string_view(part).substr(
        std::min(wrong->range.begin, part.size()), wrong->range.end - std::min(wrong->range.begin, wrong->range.end));
    fault(text.source_range(begin + wrong->range.begin, begin + wrong->range.end), wrong->message + name_like(place));
    return std::nullopt;
  }
  auto& formula = std::get<engine::CompiledFormula>(compiled);
  for (const engine::Input& input : formula.inputs) use(std::string_view(input.name).substr(0, input.name.find('.')));
  // "device.peak(precision)": the words in brackets may be names of ours too.
  for (const engine::OpenEntry& entry : entries_)
    if (part.find(entry.name) != std::string::npos) use(entry.name);
  return TemplateExpression{part, text.source_range(begin, end), std::move(formula)};
}

std::optional<FigureFormat> TemplateSource::format(const std::string& unit, const engine::Dimension* wanted,
                                                   schema::ByteRange range) {
  FigureFormat result;
  result.unit = unit;
  if (unit.empty()) {
    if (wanted == nullptr || wanted->is_none()) return result;
    fault(range, fmt::format("the value is {}; say in which unit it is printed", to_string(*wanted)));
    return std::nullopt;
  }
  const std::vector<engine::UnitReading> readings = engine::read_unit(unit);
  for (const engine::UnitReading& reading : readings) {
    if (wanted != nullptr && reading.dimension != *wanted) continue;
    result.scale = reading.scale;
    return result;
  }
  fault(range, readings.empty()
                   ? fmt::format("unknown unit '{}'", unit)
                   : fmt::format("the value is {}, which '{}' does not measure", engine::describe(*wanted), unit));
  return std::nullopt;
}

}  // namespace napkin::generator
