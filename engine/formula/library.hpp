// What the strict language knows by name: the registry and the formulas.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expression/parse.hpp"
#include "engine/formula/formula.hpp"
#include "engine/registry/registry.hpp"

namespace napkin::engine {

/// Views of data that outlives it.
class Library {
 public:
  Library() = default;
  /// Formulas sorted by id, families in the order of their names.
  Library(Registry registry, std::span<const Formula> formulas, std::span<const Family> families)
      : registry_(registry), formulas_(formulas), families_(families) {}

  const Registry& registry() const { return registry_; }
  std::span<const Formula> formulas() const { return formulas_; }
  std::span<const Family> families() const { return families_; }

  /// By id; hyphens count as underscores.
  const Formula* formula(std::string_view id) const;
  /// What a misspelt name may mean, best first; at most three.
  std::vector<std::string> similar_formulas(std::string_view id) const;

 private:
  Registry registry_;
  std::span<const Formula> formulas_;
  std::span<const Family> families_;
};

/// What is embedded in the program.
const Library& built_in_library();

/// For parse_expression; refers to the library.
Names names_of(const Library& library);

}  // namespace napkin::engine
