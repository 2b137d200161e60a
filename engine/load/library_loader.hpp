// Reads registry and formula files (YAML) into a library, and checks every one of them: used by the build's embedding
// step and by `--registry DIR`. The engine itself does not link this.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/formula/library.hpp"
#include "engine/load/library_store.hpp"
#include "engine/misconceptions/misconceptions.hpp"

namespace napkin::engine::load {

/// A file in memory. What it holds is told by its content: `id:` an entry, `family:` formulas, `fields:` the table of
/// fields, `misconceptions:` the catalogue of what goes wrong.
struct LibraryFile {
  std::string path;  // for messages
  std::string text;
};

struct LoadError {
  std::string path;
  int line = 0, column = 0;  // 1-based; 0: the whole file
  std::string message;
};

/// "path:line:column: message".
std::string to_string(const LoadError& error);

/// A library with everything that it refers to.
struct LoadedLibrary {
  std::shared_ptr<const LibraryStore> store;
  Library library;
  std::vector<Misconception> misconceptions;
  /// In the order of the files and lines; where there is one, the library is not to be used.
  std::vector<LoadError> errors;
};

/// The files on top of a base: an entry or a formula of the same kind and id takes the place of the base's. The base
/// has to outlive the result. Every file is checked by itself, and with the rest: units, dimensions, provenance,
/// aliases, sanity relations (check_entry.hpp), the formulas' expressions and examples (check_formula.hpp).
LoadedLibrary load_library(std::span<const LibraryFile> files, const Library& base = {});

inline constexpr std::size_t largest_library_file = 1'000'000;

}  // namespace napkin::engine::load
