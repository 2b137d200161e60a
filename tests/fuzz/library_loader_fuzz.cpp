// Any bytes as files of `--registry DIR`, parted by lines "=====", on top of a few entries and formulas of our own.
// Nothing crashes; every complaint points into its file; a library that is taken can be used.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "engine/formula/calculator.hpp"
#include "engine/load/library_loader.hpp"
#include "engine/registry/alias_scan.hpp"

namespace {

using namespace napkin::engine;
using namespace napkin::engine::load;

constexpr std::size_t most_files = 4, base_entries = 12, base_formulas = 40;

void require(bool holds) {
  if (!holds) std::abort();
}

/// All of ours would take most of each run.
const Library& base() {
  static const Library small = [] {
    const Library& all = built_in_library();
    const Registry registry(all.registry().entries(EntryKind::device).first(base_entries), all.registry().fields(), {});
    return Library(registry, all.formulas().first(base_formulas), all.families());
  }();
  return small;
}

std::vector<LibraryFile> files_of(const std::string& text) {
  static const std::string separator = "\n=====\n";
  std::vector<LibraryFile> files;
  std::size_t begin = 0;
  while (files.size() + 1 < most_files) {
    const std::size_t end = text.find(separator, begin);
    if (end == std::string::npos) break;
    files.push_back({std::to_string(files.size()), text.substr(begin, end - begin)});
    begin = end + separator.size();
  }
  files.push_back({std::to_string(files.size()), text.substr(begin)});
  return files;
}

void check_error(const LoadError& error, const std::vector<LibraryFile>& files) {
  require(!error.message.empty());
  const auto file = std::find_if(files.begin(), files.end(), [&](const auto& one) { return one.path == error.path; });
  require(file != files.end());
  const auto lines = std::count(file->text.begin(), file->text.end(), '\n') +
                     std::count(file->text.begin(), file->text.end(), '\r') + 1;
  require(error.line >= 0 && error.line <= lines + 1 && error.column >= 0);
}

void check_library(const Library& library, const std::string& text) {
  const Registry& registry = library.registry();
  for (const Entry& entry : registry.entries()) {
    require(registry.find(full_name(entry)) == &entry);
    for (const std::string_view alias : entry.aliases) require(registry.find(entry.kind, alias) == &entry);
  }
  for (const Mention& mention : find_mentions(registry, text))
    require(mention.begin < mention.end && mention.end <= text.size());
  for (const Formula& formula : library.formulas()) {
    require(library.formula(formula.id) == &formula);
    for (const Example& example : formula.examples) {
      // Those of the base may name entries that it does not have.
      if (base().formula(formula.id) != nullptr) break;
      require(std::holds_alternative<LibraryCalculation>(calculate(example.call, library)));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::vector<LibraryFile> files = files_of(text);
  const LoadedLibrary loaded = load_library(files, base());
  for (const LoadError& error : loaded.errors) check_error(error, files);
  if (loaded.errors.empty()) check_library(loaded.library, text);
  return 0;
}
