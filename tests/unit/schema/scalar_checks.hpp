// What holds for every mapped scalar, whatever its style.
#pragma once

#include <string>

#include <catch2/catch.hpp>

#include "schema/document.hpp"

namespace napkin::schema {

/// The runs cover the text in order, copied ones repeat the file's bytes, and the text is the node's value.
inline void check_mapping(const SourceText& source, const YamlNode& node) {
  const MappedText mapped = map_scalar(source, node);
  CHECK(mapped.text == node.value);
  std::size_t decoded = 0;
  std::size_t place = node.source.begin;
  for (const TextRun& run : mapped.runs) {
    CHECK(run.decoded_begin == decoded);
    CHECK(run.source.begin >= place);
    CHECK(run.source.end >= run.source.begin);
    CHECK(run.source.end <= std::max(node.source.end, node.source.begin));
    const std::string_view text = std::string_view(mapped.text).substr(run.decoded_begin, run.decoded_length);
    const std::string_view bytes = source.bytes().substr(run.source.begin, run.source.end - run.source.begin);
    const bool stands_for = bytes.starts_with('\\') || bytes.find_first_of("\n\r") != std::string_view::npos;
    if (text.size() == bytes.size() && !stands_for) CHECK(text == bytes);
    decoded += run.decoded_length;
    place = run.source.end;
  }
  CHECK(decoded == mapped.text.size());
}

/// Whether the scalar was mapped run by run, not as one block at its start.
inline bool is_mapped_in_detail(const SourceText& source, const YamlNode& node) {
  const MappedText mapped = map_scalar(source, node);
  return node.value.empty() || mapped.runs.front().source.end > mapped.runs.front().source.begin;
}

template <typename Check>
void for_each_scalar(const YamlNode& node, const Check& check) {
  if (node.kind == NodeKind::scalar) check(node);
  for (const YamlMember& member : node.members) {
    for_each_scalar(member.key, check);
    for_each_scalar(member.value, check);
  }
  for (const YamlNode& item : node.items) for_each_scalar(item, check);
}

/// One line a node: what two readers of one document must agree on.
inline std::string describe(const YamlNode& node, int depth = 0) {
  std::string text(static_cast<std::size_t>(2 * depth), ' ');
  text += "kind " + std::to_string(static_cast<int>(node.kind)) + " style " +
          std::to_string(static_cast<int>(node.style)) + " at " + std::to_string(node.source.begin) + "-" +
          std::to_string(node.source.end) + (node.is_flow ? " flow" : "") + " '" + node.value + "'\n";
  for (const YamlMember& member : node.members) {
    text += describe(member.key, depth + 1);
    text += describe(member.value, depth + 1);
  }
  for (const YamlNode& item : node.items) text += describe(item, depth + 1);
  return text;
}

inline std::string describe(const YamlResult& result) {
  if (const auto* node = std::get_if<YamlNode>(&result)) return describe(*node);
  return "error: " + std::get<YamlError>(result).message;
}

}  // namespace napkin::schema
