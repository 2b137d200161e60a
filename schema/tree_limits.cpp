#include "schema/tree_limits.hpp"

#include <fmt/format.h>

namespace napkin::schema {

YamlError too_deep(std::size_t offset) {
  return {YamlError::Kind::too_deep,
          fmt::format("nested more than {} levels deep; flatten the document", max_yaml_depth), offset};
}

void TreeLimits::admit(std::size_t depth, std::size_t offset) {
  if (depth > static_cast<std::size_t>(max_yaml_depth)) throw Refusal{too_deep(offset)};
  if (++nodes_ > max_yaml_nodes) {
    throw Refusal{{YamlError::Kind::too_large,
                   fmt::format("the document has more than {} values; split it", max_yaml_nodes), offset}};
  }
}

}  // namespace napkin::schema
