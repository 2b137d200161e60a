#include "cli/command_outline.hpp"

namespace napkin::cli {
namespace {
std::vector<std::string> words_of(std::string_view type) {
  std::vector<std::string> words;
  while (!type.empty()) {
    const std::size_t end = std::min(type.find('|'), type.size());
    words.emplace_back(type.substr(0, end));
    type.remove_prefix(std::min(end + 1, type.size()));
  }
  return words;
}

ArgumentKind kind_of_type(std::string_view type) {
  if (type == "CODE") return ArgumentKind::rules;
  if (type == "CODE|NAME") return ArgumentKind::rule;
  if (type == "FILE") return ArgumentKind::file;
  if (type == "DIR") return ArgumentKind::folder;
  if (type == "PATH" || type == "FILE|ID") return ArgumentKind::path;
  return type.find('|') != std::string_view::npos ? ArgumentKind::words : ArgumentKind::text;
}

OptionOutline outline_of_option(const CLI::Option& option) {
  OptionOutline outline;
  for (const std::string& name : option.get_lnames()) outline.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) outline.names.push_back("-" + name);
  outline.help = option.get_description();
  if (option.get_items_expected_max() == 0) return outline;  // a flag
  outline.argument = kind_of_type(option.get_type_name());
  if (outline.argument == ArgumentKind::words) outline.words = words_of(option.get_type_name());
  return outline;
}

CommandOutline outline_of_command(const CLI::App& command) {
  CommandOutline outline;
  outline.name = command.get_name();
  outline.help = command.get_description();
  for (const CLI::Option* option : command.get_options()) {
    OptionOutline one = outline_of_option(*option);
    if (!one.names.empty()) {
      outline.options.push_back(std::move(one));
    } else if (outline.words.empty()) {  // of several, words say most
      outline.positional = one.argument;
      outline.words = std::move(one.words);
    }
  }
  return outline;
}
}  // namespace

std::vector<CommandOutline> outline_of(const CLI::App& program) {
  std::vector<CommandOutline> outlines;
  for (const CLI::App* command : program.get_subcommands(nullptr)) outlines.push_back(outline_of_command(*command));
  return outlines;
}

}  // namespace napkin::cli
