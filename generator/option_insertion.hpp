// Text that is added to a question's file, everything else kept as it stands.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "schema/document.hpp"

namespace napkin::generator {

/// Why the options cannot be added, and where.
struct InsertionFault {
  std::string message;
  schema::ByteRange source;
};

using InsertionResult = std::variant<std::string, InsertionFault>;

/// The bytes of the file with details.options and details.correct_index: behind napkin_math (without one, behind the
/// last of the other texts of details), in the file's own indentation and line endings. The result is read again, and
/// says what it said before but for the two keys.
InsertionResult insert_options(const schema::SourceText& source, const schema::YamlNode& document,
                               const std::vector<std::string>& options, std::size_t correct);

}  // namespace napkin::generator
