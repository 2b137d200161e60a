// Receives yaml-cpp's events and builds the tree. yaml-cpp gives the structure and the start of each node; extents and
// decoded texts come from our own scan of the scalar.
#pragma once

#include <string>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include "schema/document.hpp"
#include "schema/node_properties.hpp"
#include "schema/tree_limits.hpp"

namespace napkin::schema {

/// Throws Refusal, through yaml-cpp, for what is too deep or too large, for a second document, and for two errors that
/// yaml-cpp passes over at the end of a file: an open quote and a key without a colon.
class TreeBuilder : public YAML::EventHandler {
 public:
  /// `base` is the place in the bytes that yaml-cpp counts from: after a byte-order mark.
  TreeBuilder(std::string_view bytes, std::size_t base) : bytes_(bytes), base_(base) {}

  bool has_root() const { return has_root_; }
  YamlNode take_root();
  std::size_t offset(const YAML::Mark& mark) const;

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark&, const std::string& name) override { anchors_.push_back(name); }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(']'); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close('}'); }

 private:
  struct Open {
    YamlNode node;
    YamlNode key;
    bool has_key = false;  // a mapping waits for this key's value
  };

  NodeProperties collection_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const;
  bool in_flow() const { return !open_.empty() && open_.back().node.is_flow; }
  bool awaits_key() const;
  int parent_indent() const;
  std::string_view null_word(std::size_t at) const;
  std::size_t empty_place(const YAML::Mark& mark) const;
  bool is_explicit(const YamlNode& key) const;

  bool read_quoted(const NodeProperties& properties, const std::string& value, YamlNode& node);
  bool read_block(std::size_t begin, const std::string& value, YamlNode& node);
  void read_plain(const NodeProperties& properties, const std::string& value, YamlNode& node);

  void open(NodeKind kind, const NodeProperties& properties, YAML::EmitterStyle::value style);
  void close(char bracket);
  void add(YamlNode node);

  std::string_view bytes_;
  std::size_t base_;
  TreeLimits limits_;
  std::vector<Open> open_;
  std::vector<std::string> anchors_;
  YamlNode root_;
  bool has_root_ = false;
  bool is_exact_ = true;  // every extent was found, so that the root's end can be relied on
};

}  // namespace napkin::schema
