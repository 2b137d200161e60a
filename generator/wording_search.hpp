// From a text of a generated question back to the words of the template that say it.
#pragma once

#include <optional>
#include <string_view>

#include "generator/instance.hpp"

namespace napkin::generator {

/// Where the template says `text` in a field of its question ("details.napkin_math"; empty: in any). The place of the
/// piece that it begins in; of the whole phrasing where the field has one phrasing only and does not hold the text as
/// it stands; nothing where no phrasing of this instance holds it.
std::optional<schema::ByteRange> find_in_template(const Template& source, const Instance& instance,
                                                  const engine::Registry& registry, std::string_view field,
                                                  std::string_view text);

}  // namespace napkin::generator
