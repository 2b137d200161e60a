#include "engine/roofline/operation.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/text/ascii.hpp"
#include "engine/text/spelling.hpp"

namespace napkin::engine::roofline {
namespace {

constexpr std::string_view work_suffix = "_flops";
constexpr std::string_view traffic_suffix = "_bytes";
constexpr std::string_view element_size = "bytes_per_element";
constexpr std::size_t longest_call = 2'000;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool is_name(std::string_view text) {
  const auto starts_name = [](char c) { return is_letter(c) || c == '_'; };
  return !text.empty() && starts_name(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return starts_name(c) || is_digit(c); });
}

bool has_argument(const Formula& formula, std::string_view name) {
  return std::any_of(formula.arguments.begin(), formula.arguments.end(),
                     [&](const Argument& argument) { return argument.name == name; });
}

bool takes_quantities_only(const Formula& formula) {
  return std::none_of(formula.arguments.begin(), formula.arguments.end(),
                      [](const Argument& argument) { return argument.entity || argument.is_list; });
}

/// "512" of "m = 512", and its name.
struct GivenArgument {
  std::string_view name, text;
};

/// Whether the parentheses open and close as they should.
bool is_balanced(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) return false;
  }
  return depth == 0;
}

/// Splits at the commas outside of parentheses.
std::vector<GivenArgument> split(std::string_view inside) {
  std::vector<GivenArgument> arguments;
  if (trimmed(inside).empty()) return arguments;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= inside.size(); ++i) {
    if (i < inside.size() && inside[i] == '(') ++depth;
    if (i < inside.size() && inside[i] == ')') --depth;
    if (i < inside.size() && (inside[i] != ',' || depth > 0)) continue;
    const std::string_view piece = trimmed(inside.substr(begin, i - begin));
    begin = i + 1;
    const std::size_t equals = piece.find('=');
    const std::string_view name = equals == std::string_view::npos ? "" : trimmed(piece.substr(0, equals));
    if (is_name(name))
      arguments.push_back({name, trimmed(piece.substr(equals + 1))});
    else
      arguments.push_back({{}, piece});
  }
  return arguments;
}

std::string unknown(std::string_view name, const std::vector<OperationInfo>& known) {
  std::vector<std::string_view> names, longer;
  for (const OperationInfo& info : known) {
    names.push_back(info.name);
    if (name.size() > 3 && info.name.find(name) != std::string::npos) longer.push_back(info.name);
  }
  if (!longer.empty())
    return fmt::format("unknown operation '{}'; did you mean '{}'?", name, fmt::join(longer, "' or '"));
  if (const auto closest = closest_word(name, std::span<const std::string_view>(names)))
    return fmt::format("unknown operation '{}'; did you mean '{}'?", name, *closest);
  return fmt::format("unknown operation '{}'; there are {}", name, fmt::join(names, ", "));
}

using Values = std::map<std::string_view, std::string_view>;

/// What each parameter is given; words where a name is unknown, given twice or missing.
std::variant<Values, std::string> assigned(const OperationInfo& info, const std::vector<GivenArgument>& given) {
  Values values;
  std::size_t position = 0;
  for (const GivenArgument& argument : given) {
    if (argument.text.empty()) return fmt::format("an argument is empty; it is {}", info.signature());
    std::string_view name = argument.name;
    if (name.empty()) {
      if (position >= info.parameters.size()) return fmt::format("too many arguments; it is {}", info.signature());
      name = info.parameters[position++]->name;
    }
    const auto known = std::any_of(info.parameters.begin(), info.parameters.end(),
                                   [&](const Argument* parameter) { return parameter->name == name; });
    if (!known && name != element_size) return fmt::format("there is no '{}'; it is {}", name, info.signature());
    if (!values.emplace(name, argument.text).second) return fmt::format("'{}' is given twice", name);
  }
  for (const Argument* parameter : info.parameters)
    if (parameter->default_text.empty() && values.count(parameter->name) == 0)
      return fmt::format("'{}' is missing; it is {}", parameter->name, info.signature());
  return values;
}

std::string call_of(const Formula& formula, const Values& values, const Entry& precision) {
  std::vector<std::string> arguments;
  for (const Argument& argument : formula.arguments) {
    if (const auto given = values.find(argument.name); given != values.end())
      arguments.push_back(fmt::format("{} = ({})", argument.name, given->second));
    else if (argument.name == element_size)
      arguments.push_back(fmt::format("{} = {}.bytes", element_size, full_name(precision)));
  }
  return fmt::format("{}({})", formula.id, fmt::join(arguments, ", "));
}

}  // namespace

std::string OperationInfo::signature() const {
  std::vector<std::string> words;
  for (const Argument* parameter : parameters)
    words.push_back(parameter->default_text.empty() ? std::string(parameter->name)
                                                    : fmt::format("[{}]", parameter->name));
  return fmt::format("{}({})", name, fmt::join(words, ", "));
}

std::vector<OperationInfo> operations(const Library& library) {
  std::vector<OperationInfo> result;
  for (const Formula& work : library.formulas()) {
    if (!work.id.ends_with(work_suffix)) continue;
    OperationInfo info;
    info.name = work.id.substr(0, work.id.size() - work_suffix.size());
    info.work = &work;
    info.traffic = library.formula(info.name + std::string(traffic_suffix));
    if (info.traffic == nullptr || !takes_quantities_only(work) || !takes_quantities_only(*info.traffic)) continue;
    for (const Argument& argument : info.traffic->arguments)
      if (argument.name != element_size) info.parameters.push_back(&argument);
    for (const Argument& argument : work.arguments)
      if (!has_argument(*info.traffic, argument.name)) info.parameters.push_back(&argument);
    result.push_back(std::move(info));
  }
  return result;
}

OperationResult read_operation(std::string_view call, const Entry& precision, const Library& library) {
  const std::string_view text = trimmed(call);
  const std::size_t open = text.find('(');
  const std::string_view name = trimmed(text.substr(0, open));
  const std::vector<OperationInfo> known = operations(library);
  if (text.size() > longest_call || !is_name(name))
    return std::string("an operation is written as in 'gemm(512, 512, 512)'");
  const auto info =
      std::find_if(known.begin(), known.end(), [&](const OperationInfo& candidate) { return candidate.name == name; });
  if (info == known.end()) return unknown(name, known);
  if (open == std::string_view::npos)
    return fmt::format("the arguments of '{}' are missing; it is {}", name, info->signature());
  const std::string_view inside = text.substr(open + 1, std::max(text.size() - open, std::size_t{2}) - 2);
  if (text.back() != ')' || !is_balanced(inside))
    return fmt::format("'{}' is not one call with its parentheses; it is {}", text, info->signature());

  const std::vector<GivenArgument> given = split(inside);
  const auto values = assigned(*info, given);
  if (const auto* error = std::get_if<std::string>(&values)) return fmt::format("'{}': {}", name, *error);
  Operation operation;
  std::vector<std::string> words;
  for (const GivenArgument& argument : given)
    words.push_back(argument.name.empty() ? std::string(argument.text)
                                          : fmt::format("{}={}", argument.name, argument.text));
  operation.text = fmt::format("{}({})", name, fmt::join(words, ", "));
  operation.info = *info;
  const auto number = [&](const Formula& formula, const Dimension& dimension, double& value) -> std::string {
    const ComputedResult computed = compute(call_of(formula, std::get<Values>(values), precision), dimension, library);
    if (const auto* error = std::get_if<std::string>(&computed)) return *error;
    value = std::get<Computed>(computed).value;
    return value > 0 ? std::string() : fmt::format("{} is not above zero with these arguments", formula.id);
  };
  for (const std::string& error : {number(*info->work, dimensions::operation, operation.kernel.work),
                                   number(*info->traffic, dimensions::information, operation.kernel.traffic)})
    if (!error.empty()) return fmt::format("'{}': {}", name, error);
  return operation;
}

}  // namespace napkin::engine::roofline
