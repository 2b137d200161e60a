// One mapping of a library file: every key is asked for by name, and what is missing, of the wrong shape or left over
// becomes an error at its line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "engine/load/library_loader.hpp"

namespace napkin::engine::load {

/// Collects the errors of one file and keeps its texts.
class FileContext {
 public:
  FileContext(const std::string& path, LibraryStore& store, std::vector<LoadError>& errors)
      : path_(path), store_(store), errors_(errors) {}

  void report(const YAML::Node& node, std::string message);
  /// The text of a scalar, kept, its place remembered.
  std::string_view text(const YAML::Node& scalar);
  LibraryStore& store() { return store_; }

 private:
  const std::string& path_;
  LibraryStore& store_;
  std::vector<LoadError>& errors_;
};

class YamlMap {
 public:
  /// `what` names the mapping in messages: "a value", "formula ridge_point".
  YamlMap(FileContext& file, YAML::Node node, std::string what);

  bool is_map() const { return is_map_; }
  bool has(std::string_view key) const;
  bool is_sequence(std::string_view key);

  /// A required scalar; empty and an error where it is missing.
  std::string_view required(std::string_view key);
  /// Empty where it is missing.
  std::string_view optional(std::string_view key);
  bool flag(std::string_view key);
  int whole_number(std::string_view key);
  /// A sequence of scalars; none where it is missing.
  std::vector<std::string_view> texts(std::string_view key);
  /// The mappings of a sequence; none where it is missing.
  std::vector<YamlMap> maps(std::string_view key, const std::string& what);
  /// The mapping under a key; nothing but an error where it is none.
  YamlMap map(std::string_view key, const std::string& what);
  /// Keys and scalars of this mapping that nobody asked for, in order; they count as asked for from now on.
  std::vector<std::pair<std::string_view, std::string_view>> rest();
  /// Keys and mappings of a mapping of mappings.
  std::vector<std::pair<std::string_view, YamlMap>> entries(const std::string& what);

  void report(std::string message) { file_->report(node_, std::move(message)); }
  void report(std::string_view key, std::string message);
  /// Says what nobody asked for. To be called last.
  void finish();

 private:
  struct Member {
    std::string key;
    YAML::Node key_node, value;
    bool asked = false;
  };
  Member* member(std::string_view key);

  FileContext* file_;
  YAML::Node node_;
  std::string what_;
  bool is_map_ = false;
  std::vector<Member> members_;
  std::vector<std::string> known_;  // keys that were asked for, for "did you mean"
};

}  // namespace napkin::engine::load
