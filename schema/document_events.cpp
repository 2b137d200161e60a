#include "schema/document_events.hpp"

#include <istream>
#include <streambuf>

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "schema/tree_builder.hpp"
#include "schema/yaml_characters.hpp"

namespace napkin::schema {
namespace {

// Reads memory in place: std::istringstream would copy the file.
class MemoryBuffer : public std::streambuf {
 public:
  explicit MemoryBuffer(std::string_view bytes) {
    // The get area is char*, though nothing writes to it.
    char* begin = const_cast<char*>(bytes.data());
    setg(begin, begin, begin + bytes.size());
  }
};

// yaml-cpp takes a lone \r for text; YAML has it end a line. Empty where there is none.
std::string mend_lone_returns(std::string_view bytes) {
  std::string mended;
  for (std::size_t at = bytes.find('\r'); at != std::string_view::npos; at = bytes.find('\r', at + 1)) {
    if (line_break_length(bytes, at) != 1) continue;
    if (mended.empty()) mended = bytes;
    mended[at] = '\n';
  }
  return mended;
}

YamlNode build_tree(std::string_view bytes, std::size_t base, TreeBuilder& builder) {
  const std::string mended = mend_lone_returns(bytes);
  MemoryBuffer buffer((mended.empty() ? bytes : std::string_view(mended)).substr(base));
  std::istream stream(&buffer);
  YAML::Parser parser(stream);
  while (parser.HandleNextDocument(builder)) {
  }
  YamlNode root = builder.has_root() ? builder.take_root() : YamlNode{};
  const bool is_empty = root.kind == NodeKind::scalar && root.style == ScalarStyle::plain && root.value.empty();
  if (is_empty && root.tag.empty() && root.anchor.empty())
    throw Refusal{{YamlError::Kind::empty, "the file is empty or holds only comments; write a question", 0}};
  return root;
}

}  // namespace

YamlResult parse_events(const SourceText& source) {
  const std::string_view bytes = source.bytes();
  const std::size_t base = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  TreeBuilder builder(bytes, base);
  try {
    return build_tree(bytes, base, builder);
  } catch (const Refusal& refusal) {
    return refusal.error;
  } catch (const YAML::DeepRecursion& error) {
    return too_deep(builder.offset(error.mark));
  } catch (const YAML::Exception& error) {
    return YamlError{YamlError::Kind::syntax, error.msg, builder.offset(error.mark)};
  } catch (const std::exception& error) {
    return YamlError{YamlError::Kind::syntax, error.what(), 0};
  }
}

}  // namespace napkin::schema
