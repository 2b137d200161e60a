#include "cli/library_choice.hpp"

#include <algorithm>
#include <filesystem>
#include <variant>

#include <fmt/format.h>

#include "cli/file_reader.hpp"
#include "cli/path_names.hpp"
#include "cli/usage_error.hpp"

namespace napkin::cli {
namespace {

namespace fs = std::filesystem;
using engine::load::LibraryFile;

constexpr std::size_t most_files = 20'000;
constexpr std::size_t most_errors_shown = 20;

bool is_yaml(const fs::path& path) { return path.extension() == ".yaml" || path.extension() == ".yml"; }

/// The YAML files below a folder, by path.
std::vector<std::string> yaml_files(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code failure;
  fs::recursive_directory_iterator item(folder, failure);
  if (failure)
    throw UsageError(fmt::format("napkin: --registry {}: {}", display_name(folder), explain_errno(failure.value())));
  for (const fs::recursive_directory_iterator end; item != end; item.increment(failure)) {
    if (failure || paths.size() > most_files)
      throw UsageError(fmt::format("napkin: --registry {}: {}", display_name(folder),
                                   failure ? explain_errno(failure.value()) : "holds too many files"));
    std::error_code ignored;
    if (item->is_regular_file(ignored) && is_yaml(item->path())) paths.push_back(item->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<LibraryFile> read_files(const std::string& folder) {
  std::vector<LibraryFile> files;
  for (const std::string& path : yaml_files(folder)) {
    auto bytes = read_regular_file(path);
    if (const auto* error = std::get_if<ReadError>(&bytes))
      throw UsageError(fmt::format("napkin: --registry: {}: {}", display_name(path), error->message));
    files.push_back({display_name(path), std::move(std::get<std::string>(bytes))});
  }
  if (files.empty())
    throw UsageError(fmt::format("napkin: --registry {}: there is no .yaml file in it", display_name(folder)));
  return files;
}

std::string listed(const std::vector<engine::load::LoadError>& errors) {
  std::string text = "napkin: --registry cannot be used:";
  for (std::size_t i = 0; i < errors.size() && i < most_errors_shown; ++i) text += "\n" + to_string(errors[i]);
  if (errors.size() > most_errors_shown) text += fmt::format("\nand {} more", errors.size() - most_errors_shown);
  return text;
}

}  // namespace

void add_registry_option(CLI::App& command, std::string& folder) {
  command.add_option("--registry", folder, "Registry and formula files (YAML) to use on top of the built-in ones")
      ->type_name("DIR");
}

LibraryChoice::LibraryChoice(const std::string& folder) {
  if (folder.empty()) return;
  loaded_ = engine::load::load_library(read_files(folder), engine::built_in_library());
  if (!loaded_->errors.empty()) throw UsageError(listed(loaded_->errors));
}

}  // namespace napkin::cli
