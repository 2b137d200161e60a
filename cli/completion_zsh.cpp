#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion_scripts.hpp"

namespace napkin::cli {
namespace {
constexpr const char* head = R"(#compdef napkin
# zsh completion for napkin. To load it: source <(napkin completion zsh), or save it as _napkin in a folder of $fpath.

)";

constexpr const char* tail = R"(
if [[ ${funcstack[1]} == _napkin ]]; then
  _napkin "$@"
else
  compdef _napkin napkin
fi
)";

// Within '…' of an _arguments specification: quotes end the string, brackets and colons the part.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// ":message:action" for such an argument.
std::string action(ArgumentKind kind, const std::vector<std::string>& words) {
  switch (kind) {
    case ArgumentKind::words: return fmt::format(":value:({})", fmt::join(words, " "));
    case ArgumentKind::rules: return ":rules:_sequence compadd - $rule_codes";
    case ArgumentKind::rule: return ":rule:compadd -a rule_codes rule_names";
    case ArgumentKind::file: return ":file:_files";
    case ArgumentKind::path: return ":path:_files";
    case ArgumentKind::folder: return ":folder:_files -/";
    case ArgumentKind::text: return ":value: ";
    case ArgumentKind::none: break;
  }
  return {};
}

std::string specification(const OptionOutline& option, std::string_view name) {
  const bool takes_value = option.argument != ArgumentKind::none;
  const bool repeats = option.argument == ArgumentKind::rules;
  const std::string equals = takes_value ? (name.starts_with("--") ? "=" : "+") : "";
  const std::string others = repeats ? "*" : fmt::format("({})", fmt::join(option.names, " "));
  return fmt::format("'{}{}{}[{}]{}'", others, name, equals, escaped(option.help),
                     action(option.argument, option.words));
}

std::string arguments_of(const CommandOutline& command) {
  std::string out = fmt::format("        {})\n          _arguments -s \\\n", command.name);
  for (const OptionOutline& option : command.options)
    for (const std::string& name : option.names) out += fmt::format("            {} \\\n", specification(option, name));
  const std::string positional = action(command.positional, command.words);
  if (!positional.empty()) out += fmt::format("            '*{}' \\\n", positional);
  return out + "            && return 0\n          ;;\n";
}
}  // namespace

std::string zsh_completion(const std::vector<CommandOutline>& commands, const CompletionWords& words) {
  std::string described, arguments;
  for (const CommandOutline& command : commands) {
    described += fmt::format("    '{}:{}'\n", command.name, escaped(command.help));
    arguments += arguments_of(command);
  }
  std::string out = head;
  out += "_napkin() {\n  local state line\n  typeset -A opt_args\n";
  out += fmt::format("  local -a rule_codes=({})\n", fmt::join(words.rule_codes, " "));
  out += fmt::format("  local -a rule_names=({})\n", fmt::join(words.rule_names, " "));
  out += "  local -a commands=(\n" + described + "  )\n";
  out +=
      "  _arguments -C '(- *)'{-h,--help}'[Print the help page and exit]' '(- *)--version[Print the version and exit]' "
      "\\\n"
      "    '1:command:->command' '*::argument:->argument' && return 0\n"
      "  case $state in\n"
      "    command) _describe command commands ;;\n"
      "    argument)\n"
      "      case $words[1] in\n";
  out += arguments;
  return out + "      esac\n      ;;\n  esac\n}\n" + tail;
}

}  // namespace napkin::cli
