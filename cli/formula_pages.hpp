// Formulas as the command formula prints them.
#pragma once

#include <string>
#include <vector>

#include "engine/formula/library.hpp"

namespace napkin::cli {

/// "kv_cache(model, context, batch=1)".
std::string signature(const engine::Formula& formula);

/// A line for each formula, under the name of its family; in the order given.
std::string formula_list(const engine::Library& library, const std::vector<const engine::Formula*>& formulas);
std::string formula_page(const engine::Formula& formula, const engine::Library& library);

std::string formulas_as_json(const std::vector<const engine::Formula*>& formulas, const engine::Library& library);
std::string formula_as_json(const engine::Formula& formula, const engine::Library& library);

}  // namespace napkin::cli
