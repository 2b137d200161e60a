#include "cli/rule_command.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/output.hpp"
#include "cli/rule_selection.hpp"
#include "validator/report/json_text.hpp"
#include "validator/rules/registry.hpp"

namespace napkin::cli {
namespace {
using validator::RuleInfo;

struct Arguments {
  std::vector<std::string> rules;
  std::string format = "text";
};

std::string indented(std::string_view text) {
  std::string out = "    ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "    ";
  }
  return out + '\n';
}

std::string wrapped(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (column > 0) out += column + 1 + end > width ? '\n' : ' ';
    if (!out.empty() && out.back() == '\n') column = 0;
    out += text.substr(0, end);
    column += end + (column > 0 ? 1 : 0);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + '\n';
}

std::string listed(const RuleInfo& rule) {
  return fmt::format("{}  {:<8} {:<28} {}\n", rule.code, to_string(rule.severity), rule.name, rule.summary);
}

std::string explained(const RuleInfo& rule) {
  std::string out = fmt::format("{} {} ({})\n{}\n\n", rule.code, rule.name, to_string(rule.severity), rule.summary);
  out += wrapped(rule.why, 100);
  if (!rule.example.empty()) out += "\nWrong:\n" + indented(rule.example);
  if (!rule.fix.empty()) out += "\nRight:\n" + indented(rule.fix);
  return out;
}

std::string as_json(const RuleInfo& rule) {
  std::string out;
  const std::pair<std::string_view, std::string_view> facts[] = {
      {"code", rule.code},       {"name", rule.name}, {"severity", to_string(rule.severity)},
      {"summary", rule.summary}, {"why", rule.why},   {"example", rule.example},
      {"fix", rule.fix}};
  for (const auto& [key, value] : facts) {
    out += out.empty() ? "{" : ",";
    validator::append_json_string(out, key);
    out += ':';
    validator::append_json_string(out, value);
  }
  return out + '}';
}

using Rules = std::span<const RuleInfo* const>;

std::string as_json(Rules rules) {
  std::string out = "[";
  for (const RuleInfo* rule : rules) out += (out.size() > 1 ? ",\n" : "\n") + as_json(*rule);
  return out + "\n]\n";
}

std::string listed(Rules rules) {
  std::string out;
  for (const RuleInfo* rule : rules) out += listed(*rule);
  return out;
}

std::string explained(Rules rules) {
  std::string out;
  for (const RuleInfo* rule : rules) out += (out.empty() ? "" : "\n\n") + explained(*rule);
  return out;
}

// A whole code or name asks for the explanation, the beginning of a code ("A", "A2") for the list.
bool names_one_rule(const std::string& word) { return validator::find_rule(word) != nullptr; }

int run(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.rules;
  const bool json = arguments.format == "json";
  const bool one_by_one = !words.empty() && std::all_of(words.begin(), words.end(), names_one_rule);
  const std::vector<const RuleInfo*> chosen = rules_named(words);
  const Rules rules = words.empty() ? validator::all_rules() : Rules(chosen);
  if (json)
    print(words.size() == 1 && one_by_one ? as_json(*rules.front()) + '\n' : as_json(rules));
  else
    print(one_by_one ? explained(rules) : listed(rules));
  return exit_clean;
}
}  // namespace

void add_rule_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("rule", "List the rules, or explain some");
  command->add_option("rule", arguments->rules, "Codes (A201), names or beginnings of codes (A); all if left out")
      ->type_name("CODE|NAME");
  add_choice(*command, "--format", arguments->format, {"text", "json"}, "How to print (default text)");
  command->footer(
      "Examples:\n"
      "  napkin rule\n"
      "  napkin rule A201\n"
      "  napkin rule A U\n"
      "  napkin rule wrong-arithmetic --format json");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
