// What a path's text says about it, without asking the file system.
#pragma once

#include <string>
#include <string_view>

namespace napkin::cli {

/// The same path without "./", doubled or trailing slashes ("./a//b/" is "a/b", "./" is "."). ".." stays: through a
/// link it may lead elsewhere than the text suggests.
std::string normalised(std::string_view path);

/// folder + "/" + name; just the name for the current folder.
std::string joined(std::string_view folder, std::string_view name);

/// The path of the file of that name in the folder of `path`.
std::string beside(std::string_view path, std::string_view name);

/// The part after the last slash.
std::string_view file_name(std::string_view path);

enum class FileKind {
  question,          // *.yaml, *.yml
  chains,            // chains.json
  taxonomy,          // taxonomy.yaml, taxonomy.yml or taxonomy.json
  meant_duplicates,  // near-duplicates.yaml or .yml
  other,             // everything else: hidden, the project's configuration, not YAML
};

/// What a file found in a folder is taken for, by its name.
FileKind kind_of(std::string_view file_name);

/// The path as reports name it: valid UTF-8 without control characters (their pictures stand for them, U+FFFD for a
/// byte that is no UTF-8).
std::string display_name(std::string_view path);

}  // namespace napkin::cli
