// Names that the text itself gives to figures: "Layers (L): 80", "λ_h = 60/s", "N = (4096/16)^2 = 65,536".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "engine/expression/expression.hpp"

namespace napkin::validator::read {

class SymbolTable {
 public:
  /// A later definition replaces an earlier one, as it does for a reader; that there were two is remembered.
  void define(std::string_view name, engine::Literal value);
  /// Exact spelling first, then ignoring case; nullptr where the text defines no such name.
  const engine::Literal* find(std::string_view name) const;
  /// Two definitions of the name, exactly as it is spelled, give different figures.
  bool has_two_values(std::string_view name) const { return two_values_.count(std::string(name)) != 0; }

 private:
  std::unordered_map<std::string, engine::Literal> exact_;
  std::unordered_map<std::string, std::string> lower_;
  std::unordered_set<std::string> two_values_;
};

/// A word that can only be a variable: λ_h, head_dim, N, S_q. Plain words are not (they become one by a definition).
bool looks_like_symbol(std::string_view word);

}  // namespace napkin::validator::read
