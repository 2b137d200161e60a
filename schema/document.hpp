// A YAML document as a tree with positions: structure from yaml-cpp's events, spans from our own scan of the
// source.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "schema/mapped_text.hpp"
#include "schema/source_text.hpp"

namespace napkin::schema {

enum class ScalarStyle { plain, single_quoted, double_quoted, literal, folded };
enum class NodeKind { scalar, sequence, mapping, alias };

struct YamlNode;
struct YamlMember;  // key and value

/// Duplicate keys are kept, in source order. Aliases are not expanded (an alias node names its anchor), so
/// that a document of nested aliases costs what its text costs.
struct YamlNode {
  NodeKind kind = NodeKind::scalar;
  ScalarStyle style = ScalarStyle::plain;
  /// From the first byte of the value (the quote, the block indicator, the first key or dash) to the end of
  /// its text where that is known without scanning (mappings and sequences: the end of their last child).
  ByteRange source;
  /// Block scalars: the columns of indentation that no line's text includes.
  std::size_t indent = 0;
  bool is_flow = false;  // a collection in brackets
  std::string value;     // scalar: decoded text. alias: the anchor's name
  std::string tag;       // explicit tag ("!!str"), or empty
  std::string anchor;    // "&name" without the ampersand, or empty
  std::vector<YamlMember> members;
  std::vector<YamlNode> items;

  bool is_plain_null() const;  // empty, ~, null, Null or NULL, plain
  /// The first member of that key; nullptr where there is none or this is no mapping.
  const YamlMember* find(std::string_view key) const;
};

struct YamlMember {
  YamlNode key;
  YamlNode value;
};

/// Why a text is no readable document.
struct YamlError {
  enum class Kind {
    syntax,     // message of yaml-cpp
    too_deep,   // nesting beyond max_yaml_depth
    too_large,  // more bytes than max_yaml_bytes
    encoding,   // invalid UTF-8, UTF-16/32, or a NUL byte
    multiple_documents,
    empty,
  };
  Kind kind = Kind::syntax;
  std::string message;  // what was found and what to do
  std::size_t offset = 0;
};

inline constexpr int max_yaml_depth = 100;
inline constexpr std::size_t max_yaml_bytes = 8u << 20;
inline constexpr std::size_t max_yaml_nodes = 1'000'000;
/// What only yaml-cpp reads (anchors, tags, explicit keys, errors) costs it up to 300 times its size in
/// memory.
inline constexpr std::size_t max_uncommon_bytes = 1u << 20;

using YamlResult = std::variant<YamlNode, YamlError>;

/// Parses one document. Never throws, never recurses deeper than max_yaml_depth, linear in time and memory.
YamlResult parse_yaml(const SourceText& source);

/// The decoded text of a scalar with its positions. For a node from parse_yaml of the same source the text
/// equals node.value; where our scan and yaml-cpp disagree, the result is node.value in one run at the
/// scalar's start.
MappedText map_scalar(const SourceText& source, const YamlNode& scalar);

}  // namespace napkin::schema
