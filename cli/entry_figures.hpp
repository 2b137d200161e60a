// The figures of registry entries as the commands show them: as numbers, and the few that tell entries of a kind apart.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quantity/quantity.hpp"
#include "engine/registry/lookup.hpp"

namespace napkin::cli {

/// The text of a value, read.
struct Figure {
  double number = 0;  // in `unit`
  std::string unit;   // as it was written
  engine::Quantity quantity;
};

/// Nothing for a text that is no single figure.
std::optional<Figure> figure_of(std::string_view text);

enum class FigureStyle {
  as_given,  // "3.35 TB/s"
  count,     // "70.6B", "8,192"
  date,      // of the value
};

/// One column of `hw list`.
struct FigureColumn {
  std::string_view title;
  std::string_view path;
  std::string_view qualifier;  // empty: the one that is meant where nothing is said
  FigureStyle style = FigureStyle::as_given;
  int priority = 1;  // as of a table's Column
};

/// What matters of the entries of a kind.
std::span<const FigureColumn> figure_columns(engine::EntryKind kind);

/// The cell of an entry, "~" before an estimate; empty where it has no such figure.
std::string figure_cell(const engine::Registry& registry, const engine::Entry& entry, const FigureColumn& column);

/// "fp16 sparse tensor": all qualifiers but the date.
std::string qualifier_words(const engine::Value& value);
/// The same without what goes without saying: dense, tensor, per direction, boost, max.
std::string telling_qualifier_words(const engine::Value& value);

/// "memory.bandwidth, fp16 sparse": field and qualifiers in one.
std::string labelled(std::string_view field, std::string_view qualifiers);

}  // namespace napkin::cli
