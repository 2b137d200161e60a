// units.yaml as read, before it becomes the embedded table. Used at build time (and by tests) only.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quantity/dimension.hpp"
#include "engine/units/unit_table.hpp"

namespace napkin::engine::embed {

struct PrefixSource {
  std::string symbol;
  double factor = 1;
  bool binary = false;
  std::vector<std::string> letters;  // case counts
  std::vector<std::string> words;    // any case
};

struct SpellingSource {
  std::string text;
  bool any_case = false;
  bool preferred = true;
  bool needs_prefix = false;
  friend bool operator==(const SpellingSource&, const SpellingSource&) = default;
};

struct UnitSource {
  std::string id, symbol, prefixed_symbol, name, plural, label, doc;
  UnitKind kind = UnitKind::physical;
  Dimension dimension;
  double scale = 1;
  std::vector<std::size_t> prefixes;  // indices into UnitTableSource::prefixes
  std::vector<SpellingSource> spellings;
};

struct ForbiddenSource {
  std::string text, why;
  std::vector<std::string> instead;
};

struct UnitTableSource {
  std::vector<PrefixSource> prefixes;
  std::vector<UnitSource> units;
  std::vector<ForbiddenSource> forbidden;
};

/// Names the line and what is wrong: an unknown key, prefix, family or base quantity, a missing field.
class SourceError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

UnitTableSource read_unit_source(const std::string& yaml);

/// "energy/time", "charge^2/energy", "1/time", "1".
Dimension read_dimension(std::string_view text);

}  // namespace napkin::engine::embed
