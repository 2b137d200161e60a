#include "cli/hw_command.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/entry_pages.hpp"
#include "cli/exit_status.hpp"
#include "cli/library_choice.hpp"
#include "cli/output.hpp"
#include "cli/table.hpp"
#include "cli/usage_error.hpp"

namespace napkin::cli {
namespace {

using engine::Entry;
using engine::EntryKind;
using engine::Registry;
using Entries = std::vector<const Entry*>;

struct Arguments {
  std::string command;  // "hw", "model"
  std::string action;
  std::vector<std::string> names;
  std::string kind = "device";
  std::string track, vendor, group;
  std::string format = "text";
  std::string registry;
  bool with_sources = false;

  bool is_json() const { return format == "json"; }
};

bool is_same(std::string_view a, std::string_view b) { return engine::folded_name(a) == engine::folded_name(b); }

/// Refuses a filter that no entry of the kind answers to, and says which there are.
template <class WordsOf>
void check_filter(std::span<const Entry> entries, std::string_view option, const std::string& wanted,
                  WordsOf words_of) {
  if (wanted.empty()) return;
  std::vector<std::string_view> words;
  for (const Entry& entry : entries)
    for (const std::string_view word : words_of(entry))
      if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  for (const std::string_view word : words)
    if (is_same(word, wanted)) return;
  std::sort(words.begin(), words.end());
  std::string hint = did_you_mean(wanted, words);
  if (hint.empty() && !words.empty()) hint = fmt::format("; there is: {}", fmt::join(words, ", "));
  throw UsageError(fmt::format("napkin: nothing has {} '{}'{}", option, wanted, hint));
}

std::vector<std::string_view> tracks_of(const Entry& entry) { return {entry.tracks.begin(), entry.tracks.end()}; }
std::vector<std::string_view> vendor_of(const Entry& entry) { return {entry.vendor}; }
std::vector<std::string_view> group_of(const Entry& entry) { return {entry.group}; }

template <class WordsOf>
bool passes(const Entry& entry, const std::string& wanted, WordsOf words_of) {
  const auto words = words_of(entry);
  return wanted.empty() ||
         std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_same(word, wanted); });
}

/// Those of the kind that the filters let through, and, if there are names, whose names hold one of them.
Entries selected(const Registry& registry, const Arguments& arguments) {
  const auto all = registry.entries(*engine::kind_named(arguments.kind));
  check_filter(all, "--track", arguments.track, tracks_of);
  check_filter(all, "--vendor", arguments.vendor, vendor_of);
  check_filter(all, "--class", arguments.group, group_of);
  const auto is_named = [&](const Entry& entry) {
    return arguments.names.empty() ||
           std::any_of(arguments.names.begin(), arguments.names.end(), [&](const std::string& word) {
             const std::string folded = engine::folded_name(word);
             return engine::folded_name(entry.id).find(folded) != std::string::npos ||
                    engine::folded_name(entry.name).find(folded) != std::string::npos;
           });
  };
  Entries result;
  for (const Entry& entry : all)
    if (passes(entry, arguments.track, tracks_of) && passes(entry, arguments.vendor, vendor_of) &&
        passes(entry, arguments.group, group_of) && is_named(entry))
      result.push_back(&entry);
  if (result.empty())
    throw UsageError(fmt::format("napkin {} list: no {} is like that", arguments.command, arguments.kind));
  return result;
}

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

/// By id or alias: of the kind asked for, or else of the first that has the name.
const Entry* found(const Registry& registry, EntryKind kind, const std::string& name) {
  const Entry* entry = registry.find(kind, name);
  if (entry == nullptr) entry = registry.find(name);
  for (std::size_t i = 0; i < engine::entry_kind_count && entry == nullptr; ++i)
    entry = registry.find(static_cast<EntryKind>(i), name);
  return entry;
}

[[noreturn]] void refuse(const Registry& registry, const Arguments& arguments, const std::string& name) {
  std::vector<std::string> similar = registry.similar(*engine::kind_named(arguments.kind), name);
  for (std::size_t i = 0; i < engine::entry_kind_count && similar.empty(); ++i)
    for (const std::string& id : registry.similar(static_cast<EntryKind>(i), name))
      similar.push_back(fmt::format("{}.{}", engine::kind_prefix(static_cast<EntryKind>(i)), id));
  throw UsageError(fmt::format("napkin {} {}: unknown {} '{}'; {}", arguments.command, arguments.action, arguments.kind,
                               name,
                               similar.empty() ? fmt::format("'napkin {} list' has all of them", arguments.command)
                                               : fmt::format("did you mean '{}'?", fmt::join(similar, "' or '"))));
}

const Entry& entry_named(const Registry& registry, const Arguments& arguments, const std::string& name) {
  const Entry* entry = found(registry, *engine::kind_named(arguments.kind), name);
  if (entry == nullptr) refuse(registry, arguments, name);
  return *entry;
}

int show(const Registry& registry, const Arguments& arguments) {
  if (arguments.names.empty())
    throw UsageError(fmt::format("napkin {0} show: which one? 'napkin {0} list' has them", arguments.command));
  // A name of several words need not be quoted.
  const Entry& entry = entry_named(registry, arguments, joined(arguments.names));
  print(arguments.is_json() ? entry_as_json(entry) : entry_page(registry, entry, arguments.with_sources));
  return exit_clean;
}

int compare(const Registry& registry, const Arguments& arguments) {
  if (arguments.names.size() < 2)
    throw UsageError(
        fmt::format("napkin {} compare: name two or more (quote a name that has spaces)", arguments.command));
  Entries entries;
  for (const std::string& name : arguments.names) {
    const Entry& entry = entry_named(registry, arguments, name);
    if (!entries.empty() && entries.front()->kind != entry.kind)
      throw UsageError(fmt::format("napkin {} compare: {} is a {}, {} a {}", arguments.command,
                                   full_name(*entries.front()), kind_name(entries.front()->kind), full_name(entry),
                                   kind_name(entry.kind)));
    entries.push_back(&entry);
  }
  print(arguments.is_json() ? comparison_as_json(registry, entries) : comparison(registry, entries, table_width()));
  return exit_clean;
}

int run(const Arguments& arguments) {
  const LibraryChoice library(arguments.registry);
  const Registry& registry = library.get().registry();
  if (arguments.action == "show") return show(registry, arguments);
  if (arguments.with_sources)
    throw UsageError(fmt::format("napkin {} {}: --sources goes with 'show'", arguments.command, arguments.action));
  if (arguments.action == "compare") return compare(registry, arguments);
  const Entries entries = selected(registry, arguments);
  print(arguments.is_json() ? entries_as_json(entries) : entry_list(registry, entries, table_width()));
  return exit_clean;
}

/// What both commands take.
CLI::App* add_command(CLI::App& program, const std::shared_ptr<Arguments>& arguments, const std::string& help) {
  CLI::App* command = program.add_subcommand(arguments->command, help);
  add_choice(*command, "action", arguments->action, {"list", "show", "compare"}, "What to do")->required();
  command->add_option("name", arguments->names, "Id or alias; of list: only entries whose names hold the word")
      ->type_name("NAME");
  command->add_option("--vendor", arguments->vendor, "List only those of this vendor")->type_name("NAME");
  command->add_flag("--sources", arguments->with_sources, "Show the document behind each value");
  add_registry_option(*command, arguments->registry);
  add_choice(*command, "--format", arguments->format, {"text", "json"}, "How to print (default text)");
  return command;
}

}  // namespace

void add_hw_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  arguments->command = "hw";
  CLI::App* command = add_command(program, arguments, "Look up devices, memories, links, prices, with their sources");
  std::vector<std::string> kinds;
  for (std::size_t i = 0; i < engine::entry_kind_count; ++i) kinds.emplace_back(kind_name(static_cast<EntryKind>(i)));
  add_choice(*command, "--kind", arguments->kind, kinds, "What to look for (default device)");
  add_choice(*command, "--track", arguments->track, {"cloud", "edge", "mobile", "tinyml"}, "List only this track");
  command->add_option("--class", arguments->group, "List only this class (gpu, mcu, phone)")->type_name("NAME");
  command->footer(
      "Examples:\n"
      "  napkin hw list --track tinyml\n"
      "  napkin hw list --kind link pcie\n"
      "  napkin hw show h100-sxm --sources\n"
      "  napkin hw compare a100-sxm-80gb h100-sxm mi300x\n"
      "  napkin hw list --kind price --format json");
  on_chosen(*command, action, arguments, run);
}

void add_model_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  arguments->command = "model";
  arguments->kind = "model";
  CLI::App* command = add_command(program, arguments, "Look up models: parameters, layers, heads, with their sources");
  command->footer(
      "Examples:\n"
      "  napkin model list llama\n"
      "  napkin model show llama-3-70b --sources\n"
      "  napkin model compare llama-3-8b llama-3-70b");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
