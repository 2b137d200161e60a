// The schema that a run checks against: the embedded one, or --schema FILE.
#pragma once

#include <memory>
#include <string>

#include "schema/linkml.hpp"

namespace napkin::cli {

/// The embedded schema for an empty path. `root_class`: the class that a document is an instance of, where the schema
/// leaves it open or another is wanted. Throws UsageError, with line and column, where the file is no schema.
std::shared_ptr<const schema::Schema> choose_schema(const std::string& path, const std::string& root_class = {});

}  // namespace napkin::cli
