// The registry and formulas that a command works with: the embedded ones, or those with a folder's on top.
#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "engine/load/library_loader.hpp"

namespace napkin::cli {

/// --registry DIR.
void add_registry_option(CLI::App& command, std::string& folder);

class LibraryChoice {
 public:
  /// No folder: the embedded library. A UsageError names every fault of the folder's files.
  explicit LibraryChoice(const std::string& folder);

  const engine::Library& get() const { return loaded_ ? loaded_->library : engine::built_in_library(); }

 private:
  std::optional<engine::load::LoadedLibrary> loaded_;
};

}  // namespace napkin::cli
