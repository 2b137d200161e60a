#include "cli/eval_session.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/calculation_pages.hpp"
#include "cli/exit_status.hpp"
#include "cli/line_editor.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "cli/usage_error.hpp"
#include "engine/expression/functions.hpp"
#include "engine/formula/calculation_json.hpp"
#include "engine/formula/complete.hpp"
#include "engine/text/ascii.hpp"

namespace napkin::cli {
namespace {

using engine::CalculationError;
using engine::LibraryCalculation;

constexpr std::string_view last_result = "ans";
constexpr const char* help_page =
    "An expression, such as 70B params * 2 bytes/param / 3.35 TB/s or ridge_point(hw.h100_sxm, fp16).\n"
    "  let name = expression   keeps a value; 'ans' is the last result\n"
    "  Tab                     completes functions, formulas, devices, models, units; arrows go back in the history\n"
    "  quit, or Ctrl-D         ends\n"
    "'napkin formula list', 'napkin hw list', 'napkin units' show what there is.\n";

bool starts_name(char c) { return engine::is_letter(c) || c == '_'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::size_t skip_spaces(std::string_view line, std::size_t at) {
  while (at < line.size() && is_space(line[at])) ++at;
  return at;
}

std::size_t skip_name(std::string_view line, std::size_t at) {
  while (at < line.size() && (starts_name(line[at]) || engine::is_digit(line[at]))) ++at;
  return at;
}

/// Why a value cannot have this name; empty where it can.
std::string objection(std::string_view name, const engine::Library& library) {
  constexpr std::array<std::string_view, 6> words = {"let", "to", "in", "and", "or", "not"};
  if (name.empty() || !starts_name(name.front())) return "expected a name after 'let'";
  if (std::find(words.begin(), words.end(), name) != words.end()) return fmt::format("'{}' has a meaning", name);
  if (name == last_result) return "'ans' is the last result";
  if (engine::function_named(name)) return fmt::format("'{}' is a function", name);
  if (library.formula(name) != nullptr) return fmt::format("'{}' is a formula", name);
  if (engine::kind_of_prefix(name)) return fmt::format("'{0}' starts the names of the registry: {0}.…", name);
  return {};
}

}  // namespace

EvalSession::Answer EvalSession::answer(std::string_view line) {
  const std::size_t begin = skip_spaces(line, 0);
  if (begin == line.size() || line[begin] == '#') return Nothing{};
  const std::size_t end = skip_name(line, begin);
  if (line.substr(begin, end - begin) == "let" && end < line.size() && is_space(line[end]))
    return define(line, skip_spaces(line, end));
  engine::LibraryCalculationResult result = calculated(line);
  if (auto* error = std::get_if<CalculationError>(&result)) return std::move(*error);
  return std::move(std::get<LibraryCalculation>(result));
}

EvalSession::Answer EvalSession::define(std::string_view line, std::size_t name_at) {
  const std::size_t name_end = skip_name(line, name_at);
  const std::string name(line.substr(name_at, name_end - name_at));
  if (std::string why = objection(name, library_); !why.empty())
    return CalculationError{"bad_name", std::move(why), {name_at, name_end}};
  const std::size_t sign = skip_spaces(line, name_end);
  if (sign == line.size() || line[sign] != '=')
    return CalculationError{"unexpected", "expected '=' after the name", {sign, std::min(sign + 1, line.size())}};
  engine::LibraryCalculationResult result = calculated(line.substr(sign + 1));
  if (auto* error = std::get_if<CalculationError>(&result)) {
    error->range.begin += sign + 1;
    error->range.end += sign + 1;
    return std::move(*error);
  }
  auto& calculation = std::get<LibraryCalculation>(result);
  values_.insert_or_assign(name, calculation.calculation.value);
  return Definition{name, std::move(calculation)};
}

engine::LibraryCalculationResult EvalSession::calculated(std::string_view text) {
  engine::Environment environment;
  environment.symbol = [this](std::string_view name) -> std::optional<engine::Quantity> {
    const auto found = values_.find(name);
    return found == values_.end() ? std::nullopt : std::optional(found->second);
  };
  engine::LibraryCalculationResult result = engine::calculate(text, library_, environment);
  if (const auto* calculation = std::get_if<LibraryCalculation>(&result))
    values_.insert_or_assign(std::string(last_result), calculation->calculation.value);
  return result;
}

std::vector<std::string> EvalSession::names() const {
  std::vector<std::string> names;
  for (const auto& [name, value] : values_) names.push_back(name);
  return names;
}

namespace {

std::string text_of(const LibraryCalculation& result, SessionStyle style) {
  return style.is_json ? to_json(result.calculation) : calculation_as_text(result, style.with_steps);
}

/// Of one line; gives whether it could be computed.
bool print_answer(EvalSession& session, const std::string& line, SessionStyle style, bool is_interactive) {
  const EvalSession::Answer answer = session.answer(line);
  if (const auto* error = std::get_if<CalculationError>(&answer)) {
    if (style.is_json)
      print(to_json(*error, line));
    else
      std::fprintf(stderr, "%s\n", error_as_text("napkin eval", line, *error).c_str());
    return false;
  }
  if (const auto* result = std::get_if<LibraryCalculation>(&answer)) print(text_of(*result, style));
  if (const auto* definition = std::get_if<EvalSession::Definition>(&answer); definition && is_interactive)
    print(fmt::format("{} = {}", definition->name, text_of(definition->result, {false, false})));
  return true;
}

int run_lines(EvalSession& session, SessionStyle style) {
  bool all_well = true;
  bool any = false;
  while (const auto line = read_line(stdin)) {
    any = true;
    all_well = print_answer(session, *line, style, false) && all_well;
  }
  if (!any) throw UsageError("napkin eval: nothing on standard input; an expression a line is expected");
  return all_well ? exit_clean : exit_usage;
}

int run_dialogue(EvalSession& session, const engine::Library& library, SessionStyle style) {
  LineEditor editor("> ", [&](std::string_view before) {
    const std::vector<std::string> names = session.names();
    return engine::complete(before, library, names);
  });
  print("napkin's calculator; 'help' tells more, 'quit' ends it\n");
  while (const auto line = editor.read()) {
    const std::string_view text = *line;
    const std::size_t begin = skip_spaces(text, 0);
    const std::string_view word = text.substr(begin, skip_name(text, begin) - begin);
    const bool is_alone = skip_spaces(text, begin + word.size()) == text.size();
    if (is_alone && (word == "quit" || word == "exit")) break;
    if (is_alone && word == "help")
      print(help_page);
    else
      print_answer(session, *line, style, true);
  }
  return exit_clean;
}

}  // namespace

int run_session(const engine::Library& library, SessionStyle style) {
  EvalSession session(library);
  return is_terminal(STDIN_FILENO) ? run_dialogue(session, library, style) : run_lines(session, style);
}

}  // namespace napkin::cli
