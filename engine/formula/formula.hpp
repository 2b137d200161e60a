// Formulas as data: engine/formulas/<family>.yaml, checked and embedded at build time. docs/formulas.md tells how one
// is written.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/registry/registry.hpp"

namespace napkin::engine {

struct Argument {
  std::string_view name{};
  std::optional<EntryKind> entity{};  // an entry of the registry instead of a quantity
  std::string_view unit{};            // a typical unit, which fixes the dimension; empty for a pure number
  std::string_view default_text{};    // in the strict language, or an entry's id; empty: the argument is required
  bool is_list = false;               // the last argument: takes what is left, for sum(…), max(…) and the like
  std::string_view doc{};
};

struct Example {
  std::string_view call;   // "ridge_point(hw.h100_sxm, fp16)"
  std::string_view value;  // "295 FLOP/byte": the digits are the tolerance
};

inline constexpr Source no_formula_source{};

struct Formula {
  std::string_view id{}, family{}, name{}, doc{};
  std::span<const Argument> arguments{};
  std::string_view unit{};        // of the result
  std::string_view expression{};  // in the strict language
  const Source* source = &no_formula_source;
  std::span<const Example> examples{};
};

struct Family {
  std::string_view id, doc;
};

}  // namespace napkin::engine
