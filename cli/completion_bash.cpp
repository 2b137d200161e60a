#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion_scripts.hpp"

namespace napkin::cli {
namespace {
constexpr const char* head = R"(# bash completion for napkin. To load it: source <(napkin completion bash)

_napkin_words() { COMPREPLY=($(compgen -W "$1" -- "$2")); }

# Names of files or folders, whatever is in them.
_napkin_paths() {
  local IFS=$'\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$2"))
}

# The last of several rules, separated by commas.
_napkin_rules() {
  local before=""
  [[ $2 == *,* ]] && before="${2%,*},"
  compopt -o nospace 2>/dev/null
  COMPREPLY=($(compgen -P "$before" -W "$1" -- "${2##*,}"))
}

_napkin() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  # The shell takes --option=value for three words.
  if [[ $current == = ]]; then
    current=""
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
)";

constexpr const char* tail = R"(}

complete -F _napkin napkin
)";

// The call that completes such an argument; empty where there is nothing to offer.
std::string completer(ArgumentKind kind, const std::vector<std::string>& words, const CompletionWords& known) {
  const auto call = [](std::string_view function, const std::vector<std::string>& list) {
    return fmt::format("{} \"{}\" \"$current\"", function, fmt::join(list, " "));
  };
  switch (kind) {
    case ArgumentKind::words: return call("_napkin_words", words);
    case ArgumentKind::rules: return call("_napkin_rules", known.rule_codes);
    case ArgumentKind::rule: {
      std::vector<std::string> both = known.rule_codes;
      both.insert(both.end(), known.rule_names.begin(), known.rule_names.end());
      return call("_napkin_words", both);
    }
    case ArgumentKind::file:
    case ArgumentKind::path: return "_napkin_paths -f \"$current\"";
    case ArgumentKind::folder: return "_napkin_paths -d \"$current\"";
    case ArgumentKind::none:
    case ArgumentKind::text: break;
  }
  return {};
}

std::string option_values(const CommandOutline& command, const CompletionWords& known) {
  std::string out;
  for (const OptionOutline& option : command.options) {
    if (option.argument == ArgumentKind::none) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : option.names) patterns.push_back(fmt::format("\"{} {}\"", command.name, name));
    const std::string call = completer(option.argument, option.words, known);
    out += fmt::format("    {}) {}return ;;\n", fmt::join(patterns, " | "), call.empty() ? "" : call + "; ");
  }
  return out;
}

std::string option_names(const CommandOutline& command) {
  std::vector<std::string> names;
  for (const OptionOutline& option : command.options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return fmt::format("      {}) _napkin_words \"{}\" \"$current\" ;;\n", command.name, fmt::join(names, " "));
}
}  // namespace

std::string bash_completion(const std::vector<CommandOutline>& commands, const CompletionWords& words) {
  std::vector<std::string> names;
  std::string values, options, positionals;
  for (const CommandOutline& command : commands) {
    names.push_back(command.name);
    values += option_values(command, words);
    options += option_names(command);
    const std::string call = completer(command.positional, command.words, words);
    if (!call.empty()) positionals += fmt::format("    {}) {} ;;\n", command.name, call);
  }
  std::string out = head;
  out += fmt::format(
      "  if ((COMP_CWORD == 1)); then\n    _napkin_words \"{} --help --version\" \"$current\"\n    return\n  fi\n",
      fmt::join(names, " "));
  out += "  case \"$command $previous\" in\n" + values + "  esac\n";
  out += "  if [[ $current == -* ]]; then\n    case $command in\n" + options + "    esac\n    return\n  fi\n";
  out += "  case $command in\n" + positionals + "  esac\n";
  return out + tail;
}

}  // namespace napkin::cli
