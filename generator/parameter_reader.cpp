#include "generator/parameter_reader.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/expression/parse.hpp"
#include "engine/expression/resolve.hpp"
#include "engine/registry/lookup.hpp"

namespace napkin::generator {
namespace {

using schema::YamlNode;

constexpr std::size_t most_values = 1000;

/// "peak(int8)" as the field and its qualifiers.
bool has_field(const engine::Registry& registry, const engine::Entry& entry, std::string_view field) {
  const std::size_t bracket = field.find('(');
  std::vector<std::string> qualifiers;
  if (bracket != std::string_view::npos) {
    std::string_view rest = field.substr(bracket + 1);
    while (!rest.empty()) {
      const std::size_t end = rest.find_first_of(",)");
      std::string_view word = rest.substr(0, end);
      while (word.starts_with(' ')) word.remove_prefix(1);
      if (!word.empty()) qualifiers.emplace_back(word);
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
  }
  return std::holds_alternative<engine::Fact>(look_up(registry, entry, field.substr(0, bracket), qualifiers));
}

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

class ParameterReader {
 public:
  ParameterReader(TemplateSource& source, const schema::YamlMember& member)
      : source_(source), name_(member.key.value), what_("parameter '" + member.key.value + "'"), node_(member.value) {
    parameter_.name = name_;
    parameter_.source = member.key.source;
  }

  std::optional<Parameter> run() {
    if (!source_.is_mapping(node_, what_)) return std::nullopt;
    const bool read = node_.find("from") != nullptr            ? entry()
                      : node_.find("words") != nullptr         ? words()
                      : node_.find("values") != nullptr        ? values()
                      : node_.find("powers_of_two") != nullptr ? range("powers_of_two")
                      : node_.find("log") != nullptr           ? range("log")
                      : node_.find("range") != nullptr         ? range("range")
                                                               : nothing();
    if (!read) return std::nullopt;
    return std::move(parameter_);
  }

 private:
  bool nothing() {
    source_.fault(node_.source, what_ +
                                    " says not where its values are from: from, values, range, log, powers_of_two or "
                                    "words");
    return false;
  }

  bool entry() {
    source_.only_keys(node_, what_, {"from", "where"});
    parameter_.kind = ParameterKind::entry;
    const YamlNode& from = node_.find("from")->value;
    const auto text = source_.text(from, what_);
    const auto kind = text ? engine::kind_named(*text) : std::nullopt;
    if (!kind) {
      if (text) source_.fault(from.source, fmt::format("'{}' is no kind of entry: device, model, link, …", *text));
      return false;
    }
    parameter_.filter.kind = *kind;
    if (const schema::YamlMember* where = node_.find("where")) read_filter(where->value);
    find_candidates();
    source_.add_entry(name_, *kind, parameter_.source);
    return !parameter_.candidates.empty();
  }

  void read_filter(const YamlNode& where) {
    if (!source_.is_mapping(where, "'where' of " + what_)) return;
    source_.only_keys(where, "'where'", {"ids", "track", "class", "family", "vendor", "has"});
    EntryFilter& filter = parameter_.filter;
    const auto list = [&](std::string_view key) {
      const schema::YamlMember* member = where.find(key);
      return member == nullptr ? std::vector<std::string>{} : source_.texts(member->value, key);
    };
    filter.ids = list("ids");
    filter.tracks = list("track");
    filter.groups = list(where.find("family") != nullptr ? "family" : "class");
    filter.vendors = list("vendor");
    filter.has = list("has");
  }

  void find_candidates() {
    const engine::Registry& registry = source_.library().registry();
    const EntryFilter& filter = parameter_.filter;
    const auto passes = [&](const engine::Entry& entry) {
      const auto on_track = [&](std::string_view track) { return contains(filter.tracks, track); };
      return (filter.tracks.empty() || std::any_of(entry.tracks.begin(), entry.tracks.end(), on_track)) &&
             (filter.groups.empty() || contains(filter.groups, entry.group)) &&
             (filter.vendors.empty() || contains(filter.vendors, entry.vendor)) &&
             std::all_of(filter.has.begin(), filter.has.end(),
                         [&](const std::string& field) { return has_field(registry, entry, field); });
    };
    for (const std::string& id : filter.ids) {
      const engine::Entry* entry = registry.find(filter.kind, id);
      if (entry == nullptr) {
        const auto similar = registry.similar(filter.kind, id);
        source_.fault(node_.source, fmt::format("{}: unknown {} '{}'{}", what_, kind_name(filter.kind), id,
                                                similar.empty() ? "" : "; did you mean '" + similar.front() + "'?"));
      } else if (!passes(*entry)) {
        source_.fault(node_.source, fmt::format("{}: '{}' does not have what 'where' asks for", what_, id));
      } else {
        parameter_.candidates.push_back(entry);
      }
    }
    if (filter.ids.empty())
      for (const engine::Entry& entry : registry.entries(filter.kind))
        if (passes(entry)) parameter_.candidates.push_back(&entry);
    if (parameter_.candidates.empty()) source_.fault(node_.source, what_ + ": no entry of the registry passes 'where'");
  }

  bool words() {
    source_.only_keys(node_, what_, {"words", "weights"});
    parameter_.kind = ParameterKind::word;
    parameter_.words = source_.texts(node_.find("words")->value, what_);
    source_.add_word(name_, parameter_.source);
    return weights(parameter_.words.size());
  }

  bool weights(std::size_t size) {
    if (const schema::YamlMember* member = node_.find("weights")) {
      for (const std::string& text : source_.texts(member->value, "weights")) {
        const double weight = std::strtod(text.c_str(), nullptr);
        if (!(weight > 0 && weight < 1e9)) source_.fault(member->value.source, "a weight is a number above 0");
        parameter_.weights.push_back(weight);
      }
      if (parameter_.weights.size() != size)
        source_.fault(member->value.source, fmt::format("{} weights for {} values", parameter_.weights.size(), size));
    }
    if (size == 0 || size > most_values)
      source_.fault(node_.source, fmt::format("{} needs 1 to {} values", what_, most_values));
    return size > 0;
  }

  /// A literal in the strict language: "64 GB", "4,096", "$2.50/hour".
  std::optional<engine::Quantity> quantity(const std::string& text, schema::ByteRange range) {
    const engine::ParseResult read = engine::parse_expression(text);
    const auto* parsed = std::get_if<engine::ParsedExpression>(&read);
    if (parsed != nullptr && parsed->expression.literals.size() == 1 && parsed->expression.nodes.size() == 1) {
      const engine::EvaluationResult result = evaluate(parsed->expression);
      if (const auto* value = std::get_if<engine::Quantity>(&result)) return *value;
    }
    source_.fault(range, fmt::format("{}: '{}' is no figure such as 64 GB", what_, text));
    return std::nullopt;
  }

  bool values() {
    source_.only_keys(node_, what_, {"values", "weights"});
    const YamlNode& list = node_.find("values")->value;
    for (const std::string& text : source_.texts(list, what_)) {
      const auto value = quantity(text, list.source);
      if (!value) return false;
      if (!parameter_.values.empty() && value->dimension != parameter_.dimension) {
        source_.fault(list.source, fmt::format("{}: '{}' is of another dimension than '{}'", what_, text,
                                               parameter_.values.front()));
        return false;
      }
      parameter_.dimension = value->dimension;
      parameter_.values.push_back(text);
      parameter_.numbers.push_back(value->value.middle());
    }
    source_.add_value(name_, parameter_.dimension, parameter_.source);
    return weights(parameter_.values.size());
  }

  bool range(std::string_view key) {
    source_.only_keys(node_, what_, {key, "unit", "step", "digits"});
    const YamlNode& bounds = node_.find(key)->value;
    if (bounds.kind != schema::NodeKind::sequence || bounds.items.size() != 2) {
      source_.fault(bounds.source, fmt::format("'{}' takes two bounds: [from, to]", key));
      return false;
    }
    Parameter::Range range;
    auto from = source_.expression(bounds.items[0], what_), to = source_.expression(bounds.items[1], what_);
    if (!from || !to) return false;
    parameter_.dimension = from->compiled.program.dimension();
    if (to->compiled.program.dimension() != parameter_.dimension) {
      source_.fault(bounds.source, what_ + ": its bounds are of different dimensions");
      return false;
    }
    range.from = std::move(*from);
    range.to = std::move(*to);
    const schema::YamlMember* unit = node_.find("unit");
    const auto format = source_.format(unit == nullptr ? unit_of(bounds.items[0].value) : unit->value.value,
                                       &parameter_.dimension, unit == nullptr ? bounds.source : unit->value.source);
    if (!format) return false;
    parameter_.format = *format;
    parameter_.format.digits = 12;  // the steps are round already
    if (!read_steps(key, range)) return false;
    parameter_.range = std::move(range);
    source_.add_value(name_, parameter_.dimension, parameter_.source);
    return true;
  }

  /// "GB" of "64 GB".
  static std::string unit_of(std::string_view text) {
    if (text.ends_with('%')) return "%";
    const std::size_t space = text.find(' ');
    return space == std::string_view::npos ? std::string() : std::string(text.substr(space + 1));
  }

  bool read_steps(std::string_view key, Parameter::Range& range) {
    using Steps = Parameter::Range::Steps;
    range.steps = key == "log" ? Steps::logarithmic : key == "range" ? Steps::even : Steps::powers_of_two;
    if (const schema::YamlMember* digits = node_.find("digits")) {
      const auto count = source_.number(digits->value, "digits");
      range.digits = count ? std::clamp(static_cast<int>(*count), 1, 3) : 1;
    }
    if (range.steps != Steps::even) return true;
    const YamlNode* step = source_.required(node_, "step", what_);
    const auto value = step == nullptr ? std::nullopt : quantity(step->value, step->source);
    if (!value) return false;
    range.step = value->value.middle();
    if (value->dimension == parameter_.dimension && range.step > 0) return true;
    source_.fault(step->source, what_ + ": the step has to be above 0, in the unit of the bounds");
    return false;
  }

  TemplateSource& source_;
  std::string name_, what_;
  const YamlNode& node_;
  Parameter parameter_;
};

}  // namespace

std::optional<Parameter> read_parameter(TemplateSource& source, const schema::YamlMember& member) {
  return ParameterReader(source, member).run();
}

}  // namespace napkin::generator
