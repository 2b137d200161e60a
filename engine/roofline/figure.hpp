// Figures as plain numbers in base units, with where they are from.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/formula/calculator.hpp"

namespace napkin::engine::roofline {

/// A figure of the registry.
struct Figure {
  double value = 0;  // base units
  Fact fact;

  bool is_estimate() const { return fact.is_estimate(); }
};

/// Nothing where the entry itself has no such field: neither a field that stands in for it nor a part is asked.
std::optional<Figure> own_figure(const Registry& registry, const Entry& entry, std::string_view path,
                                 std::span<const std::string> qualifiers = {});

/// What an expression of the strict language comes to, and the facts that went into it.
struct Computed {
  double value = 0;  // base units
  std::vector<UsedFact> facts;
};

/// Words where it cannot be computed, or is not of the dimension.
using ComputedResult = std::variant<Computed, std::string>;

ComputedResult compute(const std::string& expression, const Dimension& dimension, const Library& library);

}  // namespace napkin::engine::roofline
