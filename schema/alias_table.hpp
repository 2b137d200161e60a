// Finds what an alias stands for, without expanding the document.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/document.hpp"

namespace napkin::schema {

class AliasTable {
 public:
  /// Reads the document at the first alias; a document without aliases costs nothing. The document must outlive this.
  explicit AliasTable(const YamlNode& document) : document_(document) {}

  /// The node itself, or what it stands for: the last one before it with that anchor, as YAML has it. nullptr where the
  /// alias stands inside of what it names, which would never end.
  const YamlNode* resolve(const YamlNode& node);

 private:
  void collect(const YamlNode& node);

  const YamlNode& document_;
  bool collected_ = false;
  std::unordered_map<std::string_view, std::vector<const YamlNode*>> anchored_;  // each in the order of the document
};

}  // namespace napkin::schema
