#include "generator/instance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "engine/expression/evaluate.hpp"
#include "engine/expression/parse.hpp"
#include "engine/registry/lookup.hpp"
#include "generator/random_stream.hpp"

namespace napkin::generator {
namespace {

constexpr std::size_t most_steps = 100'000;
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

std::optional<double> read_literal(std::string_view text) {
  const engine::ParseResult read = engine::parse_expression(text);
  const auto* parsed = std::get_if<engine::ParsedExpression>(&read);
  if (parsed == nullptr) return std::nullopt;
  const engine::EvaluationResult result = engine::evaluate(parsed->expression);
  const auto* quantity = std::get_if<engine::Quantity>(&result);
  if (quantity == nullptr) return std::nullopt;
  return quantity->value.middle();
}

/// A template draws the same figures of the registry and of its lists again and again.
std::optional<double> literal_value(std::string_view text) {
  constexpr std::size_t most_kept = 10'000;
  thread_local std::unordered_map<std::string, std::optional<double>> known;
  const auto [found, is_new] = known.try_emplace(std::string(text));
  if (!is_new) return found->second;
  const std::optional<double> value = read_literal(text);
  found->second = value;
  if (known.size() > most_kept) known.clear();
  return value;
}

/// "device.peak(precision, sparse)" of an instance.
double field_value(std::string_view name, const Instance& instance, const engine::Registry& registry) {
  const std::size_t dot = name.find('.'), bracket = name.find('(');
  const auto entry = instance.values.find(name.substr(0, dot));
  if (entry == instance.values.end() || entry->second.entry == nullptr) return undefined;
  std::vector<std::string> qualifiers;
  if (bracket != std::string_view::npos) {
    std::string_view rest = name.substr(bracket + 1, name.size() - bracket - 2);
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(", "), rest.size());
      const auto bound = instance.values.find(rest.substr(0, comma));
      const bool is_entry = bound != instance.values.end() && bound->second.entry != nullptr;
      qualifiers.emplace_back(is_entry ? bound->second.entry->id : rest.substr(0, comma));
      rest.remove_prefix(std::min(rest.size(), comma + 2));
    }
  }
  const std::string_view path = name.substr(dot + 1, bracket == std::string_view::npos ? bracket : bracket - dot - 1);
  const engine::LookupResult found = look_up(registry, *entry->second.entry, path, qualifiers);
  const auto* fact = std::get_if<engine::Fact>(&found);
  return fact == nullptr ? undefined : literal_value(fact->text).value_or(undefined);
}

/// The values of a range that an author would pick, in the unit that they are printed in.
std::vector<double> steps_between(double from, double to, const Parameter::Range& range, double scale) {
  using Steps = Parameter::Range::Steps;
  // Whole steps up to rounding: 0.3 / 0.1 is three of them.
  constexpr double slack = 1e-9;
  std::vector<double> result;
  const auto add = [&](double value) {
    if (value >= from * (1 - slack) && value <= to * (1 + slack) && result.size() < most_steps) result.push_back(value);
  };
  if (range.steps == Steps::even) {
    const double step = range.step / scale;
    for (double i = 0; i <= (to - from) / step + slack && result.size() < most_steps; ++i) add(from + i * step);
  } else if (range.steps == Steps::powers_of_two) {
    for (int i = -30; i <= 60; ++i) add(std::ldexp(1.0, i));
  } else {
    constexpr int smallest_power = -15, largest_power = 18;
    constexpr std::array<double, 7> one_digit = {1, 2, 3, 4, 5, 6, 8};
    constexpr std::array<double, 16> two_digits = {1, 1.2, 1.5, 1.8, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 7.5, 8, 9};
    const auto power_below = [&](double value) {
      if (!(value > 0)) return smallest_power;
      return static_cast<int>(std::clamp<double>(std::floor(std::log10(value)), smallest_power, largest_power));
    };
    for (int power = power_below(from); power <= power_below(to * (1 + slack)); ++power) {
      const double ten = std::pow(10.0, power);
      if (range.digits == 1)
        for (const double mantissa : one_digit) add(mantissa * ten);
      else
        for (const double mantissa : two_digits) add(mantissa * ten);
    }
  }
  return result;
}

class Draw {
 public:
  Draw(const Template& source, const engine::Registry& registry, std::uint64_t seed, const GivenValues& given)
      : source_(source), registry_(registry), seed_(seed), given_(given) {}

  InstanceResult run() {
    if (!knows_given()) return InstanceFault{fault_};
    std::vector<int> failures(source_.requirements.size());
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      instance_ = {};
      instance_.seed = seed_;
      instance_.attempts = attempt + 1;
      if (!draw(attempt)) return InstanceFault{fault_, place_};
      const std::size_t failed = first_failed();
      if (failed == source_.requirements.size()) return std::move(instance_);
      if (given_.size() == source_.parameters.size()) return unmet(source_.requirements[failed]);
      ++failures[failed];
    }
    const auto most = std::max_element(failures.begin(), failures.end());
    const Requirement& worst = source_.requirements[static_cast<std::size_t>(most - failures.begin())];
    return InstanceFault{
        fmt::format("no draw in {} meets the requirements of template {}; most fail '{}'{}", most_attempts, source_.id,
                    worst.condition.text, worst.because.empty() ? "" : " (" + worst.because + ")"),
        worst.condition.source};
  }

  InstanceResult first() {
    if (!knows_given()) return InstanceFault{fault_};
    checks_choice_ = false;
    instance_.seed = seed_;
    if (!draw(0)) return InstanceFault{fault_, place_};
    return std::move(instance_);
  }

 private:
  bool knows_given() {
    for (const auto& [name, text] : given_) {
      const auto named = [&name = name](const Parameter& parameter) { return parameter.name == name; };
      if (std::any_of(source_.parameters.begin(), source_.parameters.end(), named)) continue;
      fault_ = fmt::format("template {} has no parameter '{}'", source_.id, name);
      return false;
    }
    return true;
  }

  InstanceFault unmet(const Requirement& requirement) const {
    return {fmt::format("these values do not meet the requirement '{}' of template {}{}", requirement.condition.text,
                        source_.id, requirement.because.empty() ? "" : " (" + requirement.because + ")"),
            requirement.condition.source};
  }

  bool draw(int attempt) {
    for (const Parameter& parameter : source_.parameters)
      if (!draw(parameter, RandomStream(seed_ + static_cast<std::uint64_t>(attempt) * 0x632BE59BD9B4E019U,
                                        "parameter:", parameter.name)))
        return false;
    for (const DerivedFigure& figure : source_.derived) derive(figure);
    for (const Case& one : source_.cases)
      if (!one.condition || evaluate(*one.condition, instance_, registry_) != 0) {
        instance_.case_name = one.name;
        break;
      }
    return true;
  }

  bool fail(const Parameter& parameter, std::string_view text, std::string_view why) {
    fault_ = fmt::format("parameter '{}' of template {} cannot be '{}': {}", parameter.name, source_.id, text, why);
    return false;
  }

  std::size_t pick(const Parameter& parameter, RandomStream stream, std::size_t size) const {
    if (parameter.weights.size() != size) return stream.below(size);
    double total = 0;
    for (const double weight : parameter.weights) total += weight;
    double left = stream.share() * total;
    for (std::size_t i = 0; i + 1 < size; ++i)
      if ((left -= parameter.weights[i]) < 0) return i;
    return size - 1;
  }

  bool draw(const Parameter& parameter, RandomStream stream) {
    DrawnValue value;
    value.kind = parameter.kind;
    const auto given = given_.find(parameter.name);
    const std::string* text = given == given_.end() ? nullptr : &given->second;
    if (parameter.kind == ParameterKind::entry) {
      value.entry = text != nullptr ? registry_.find(parameter.filter.kind, *text)
                                    : parameter.candidates[stream.below(parameter.candidates.size())];
      if (value.entry == nullptr) return fail(parameter, *text, "there is no such entry");
      if (checks_choice_ && std::find(parameter.candidates.begin(), parameter.candidates.end(), value.entry) ==
                                parameter.candidates.end())
        return fail(parameter, *text, "the template's 'where' leaves it out");
      value.text = value.entry->aliases.empty() ? value.entry->name : value.entry->aliases.front();
    } else if (parameter.kind == ParameterKind::word) {
      value.text = text != nullptr ? *text : parameter.words[pick(parameter, stream, parameter.words.size())];
    } else if (text != nullptr) {
      if (!take_given(parameter, *text, value)) return false;
    } else if (parameter.range) {
      if (!draw_from_range(parameter, stream, value)) return false;
    } else {
      const std::size_t at = pick(parameter, stream, parameter.values.size());
      take_listed(parameter.values[at], parameter.numbers[at], value);
    }
    instance_.values.emplace(parameter.name, std::move(value));
    return true;
  }

  static void take_listed(const std::string& text, double number, DrawnValue& value) {
    value.text = text;
    value.value = number;
    const std::size_t space = text.find(' ');
    value.number = text.substr(0, space);
    std::string digits = value.number;
    std::erase(digits, ',');
    value.in_unit = literal_value(digits).value_or(number);
  }

  bool take_given(const Parameter& parameter, const std::string& text, DrawnValue& value) {
    const auto number = literal_value(text);
    if (!number) return fail(parameter, text, "it is no figure");
    if (parameter.range) {
      take_printed(print_figure(*number, parameter.format), parameter.format, value);
    } else {
      take_listed(text, *number, value);
    }
    return true;
  }

  static void take_printed(const PrintedFigure& printed, const FigureFormat& format, DrawnValue& value) {
    value.value = printed.value;
    value.text = printed.text;
    value.number = printed.number;
    value.in_unit = printed.value / format.scale;
    value.format = format;
  }

  bool draw_from_range(const Parameter& parameter, RandomStream stream, DrawnValue& value) {
    const double scale = parameter.format.scale;
    const double from = evaluate(parameter.range->from, instance_, registry_) / scale;
    const double to = evaluate(parameter.range->to, instance_, registry_) / scale;
    const std::vector<double> steps = steps_between(from, to, *parameter.range, scale);
    place_ = parameter.source;
    if (steps.size() == most_steps) {
      fault_ = fmt::format("parameter '{}' of template {}: more than {} steps lie between its bounds", parameter.name,
                           source_.id, most_steps);
      return false;
    }
    if (steps.empty()) {
      fault_ = fmt::format("parameter '{}' of template {}: nothing lies between its bounds {:g} and {:g}",
                           parameter.name, source_.id, from, to);
      return false;
    }
    place_.reset();
    take_printed(print_figure(steps[stream.below(steps.size())] * scale, parameter.format), parameter.format, value);
    return true;
  }

  void derive(const DerivedFigure& figure) {
    DrawnValue value;
    const double exact = evaluate(figure.expression, instance_, registry_);
    value.is_printed = figure.is_printed;
    value.value = exact;
    // One that divides by zero may belong to another case; a text that prints it is refused for this mark.
    if (figure.is_printed && std::isfinite(exact))
      take_printed(print_figure(exact, figure.format), figure.format, value);
    else if (figure.is_printed)
      value.text = value.number = fmt::format("{{{{ {} }}}}", figure.name);
    instance_.values.emplace(figure.name, std::move(value));
  }

  std::size_t first_failed() const {
    for (std::size_t i = 0; i < source_.requirements.size(); ++i) {
      const double holds = evaluate(source_.requirements[i].condition, instance_, registry_);
      if (holds == 0 || std::isnan(holds)) return i;
    }
    return source_.requirements.size();
  }

  const Template& source_;
  const engine::Registry& registry_;
  std::uint64_t seed_;
  const GivenValues& given_;
  Instance instance_;
  bool checks_choice_ = true;  // whether a given entry has to be one that the template would draw
  std::string fault_;
  std::optional<schema::ByteRange> place_;  // of the fault
};

}  // namespace

InstanceResult draw_instance(const Template& source, const engine::Registry& registry, std::uint64_t seed,
                             const GivenValues& given) {
  return Draw(source, registry, seed, given).run();
}

InstanceResult instance_of(const Template& source, const engine::Registry& registry, std::uint64_t seed,
                           const GivenValues& given) {
  return Draw(source, registry, seed, given).first();
}

double evaluate(const TemplateExpression& expression, const Instance& instance, const engine::Registry& registry) {
  constexpr std::size_t usual_inputs = 8;
  const std::size_t count = expression.compiled.inputs.size();
  std::array<double, usual_inputs> few;
  std::vector<double> many(count > usual_inputs ? count : 0);
  const std::span<double> inputs(count > usual_inputs ? many.data() : few.data(), count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& name = expression.compiled.inputs[i].name;
    const auto known = instance.values.find(name);
    inputs[i] = known != instance.values.end() ? known->second.value : field_value(name, instance, registry);
  }
  return expression.compiled.program.evaluate(inputs);
}

std::vector<std::pair<std::string, std::string>> parameter_texts(const Template& source, const Instance& instance) {
  std::vector<std::pair<std::string, std::string>> result;
  for (const Parameter& parameter : source.parameters) {
    const DrawnValue& value = instance.values.find(parameter.name)->second;
    result.emplace_back(parameter.name, value.entry != nullptr ? std::string(value.entry->id) : value.text);
  }
  return result;
}

std::vector<std::pair<std::string, std::string>> figure_texts(const Template& source, const Instance& instance) {
  std::vector<std::pair<std::string, std::string>> result;
  for (const DerivedFigure& figure : source.derived)
    if (const DrawnValue& value = instance.values.find(figure.name)->second;
        figure.is_printed && std::isfinite(value.value))
      result.emplace_back(figure.name, value.text);
  return result;
}

}  // namespace napkin::generator
