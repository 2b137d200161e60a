// A figure as the product, quotient, difference or inverse of a figure beside it and one before it.
#pragma once

#include <optional>

#include "validator/read/combination.hpp"
#include "validator/read/context_text.hpp"

namespace napkin::validator::read {

/// The first combination that gives figure k of the text; nothing where none does.
std::optional<Combination> product_for(const ContextText& text, std::size_t k);

}  // namespace napkin::validator::read
