// A schema on one page, for authors: which keys there are, which are required, what each holds.
#pragma once

#include <string>

#include "schema/linkml.hpp"

namespace napkin::schema {

/// One paragraph for each class, the root first; "*" marks what is required.
std::string outline(const Schema& schema);

}  // namespace napkin::schema
