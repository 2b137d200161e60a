// From a text of a generated question back to the words of the template that say it.
#pragma once

#include <optional>
#include <string>

#include "generator/instance.hpp"

namespace napkin::generator {

/// Words of a generated question.
struct QuotedWords {
  std::string field;  // "details.napkin_math", "details.options[2]"; empty: of any
  std::string line;   // the line of the file that they begin in; may be empty
  std::string text;
};

/// Where the template says them: the place of the piece that they begin in, in the phrasing that the line shows before
/// any other; of the whole phrasing where the field has one phrasing only and does not hold the text as it stands;
/// nothing where no phrasing of this instance holds it.
std::optional<schema::ByteRange> find_in_template(const Template& source, const Instance& instance,
                                                  const engine::Registry& registry, const QuotedWords& words);

}  // namespace napkin::generator
