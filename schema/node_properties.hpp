// Anchor and tag before a node, read from the source: yaml-cpp tells where the first of them stands, no more.
#pragma once

#include <cstddef>
#include <string_view>

namespace napkin::schema {

struct NodeProperties {
  std::string_view tag;     // as written, "!!str"; empty where there is none
  std::string_view anchor;  // without the ampersand
  std::size_t end = 0;      // after the last property
  std::size_t content = 0;  // where the node itself starts, unless it is empty
};

/// At most `count` of them: what follows may belong to the first key of a mapping.
NodeProperties read_properties(std::string_view bytes, std::size_t begin, int count);

/// The next byte that is no blank, line break or comment.
std::size_t skip_to_content(std::string_view bytes, std::size_t at);

}  // namespace napkin::schema
