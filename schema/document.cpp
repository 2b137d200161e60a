#include "schema/document.hpp"

#include <fmt/format.h>

#include "schema/common_form.hpp"
#include "schema/document_events.hpp"
#include "schema/scalar_scan.hpp"
#include "schema/syntax_advice.hpp"
#include "schema/text_encoding.hpp"

namespace napkin::schema {

bool YamlNode::is_plain_null() const {
  if (kind != NodeKind::scalar || style != ScalarStyle::plain) return false;
  return value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL";
}

const YamlMember* YamlNode::find(std::string_view key) const {
  if (kind != NodeKind::mapping) return nullptr;
  for (const YamlMember& member : members)
    if (member.key.kind == NodeKind::scalar && member.key.value == key) return &member;
  return nullptr;
}

namespace {

YamlResult parse_uncommon(const SourceText& source, const Declined& declined) {
  const std::string_view bytes = source.bytes();
  if (bytes.size() > max_uncommon_bytes) {
    return YamlError{YamlError::Kind::too_large,
                     fmt::format("an anchor, a tag, an explicit key or an error: these are looked into only in files "
                                 "of up to {} bytes; write it plainly, or split the file",
                                 max_uncommon_bytes),
                     declined.offset};
  }
  YamlResult result = parse_events(source);
  if (const auto* error = std::get_if<YamlError>(&result); error != nullptr && error->kind == YamlError::Kind::syntax)
    return explain_syntax_error(bytes, *error, declined);
  return result;
}

}  // namespace

YamlResult parse_yaml(const SourceText& source) {
  const std::string_view bytes = source.bytes();
  if (bytes.size() > max_yaml_bytes) {
    return YamlError{
        YamlError::Kind::too_large,
        fmt::format("the file has {} bytes, more than the {} that are read; split it", bytes.size(), max_yaml_bytes),
        0};
  }
  if (auto error = check_encoding(bytes)) return *std::move(error);
  auto common = parse_common_form(source);
  if (auto* tree = std::get_if<YamlNode>(&common)) return std::move(*tree);
  if (auto* error = std::get_if<YamlError>(&common)) return std::move(*error);
  return parse_uncommon(source, std::get<Declined>(common));
}

MappedText map_scalar(const SourceText& source, const YamlNode& scalar) {
  const std::string_view bytes = source.bytes();
  MappedText mapped;
  ScalarSink sink(mapped.text, &mapped.runs);
  switch (scalar.style) {
    case ScalarStyle::plain:
      if (scalar.source.end <= bytes.size()) scan_plain(bytes, scalar.source, sink);
      break;
    case ScalarStyle::single_quoted: scan_single_quoted(bytes, scalar.source.begin, sink); break;
    case ScalarStyle::double_quoted: scan_double_quoted(bytes, scalar.source.begin, sink); break;
    case ScalarStyle::literal:
    case ScalarStyle::folded:
      if (const auto header = scan_block_header(bytes, scalar.source.begin); header && scalar.indent > 0)
        scan_block_body(bytes, *header, scalar.indent, sink);
      break;
  }
  if (mapped.text == scalar.value) {
    if (mapped.runs.empty()) mapped.runs.push_back({0, 0, {scalar.source.begin, scalar.source.begin}});
    return mapped;
  }
  return {scalar.value, {{0, scalar.value.size(), {scalar.source.begin, scalar.source.begin}}}};
}

}  // namespace napkin::schema
