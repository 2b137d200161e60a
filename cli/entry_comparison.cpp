#include "cli/entry_comparison.hpp"

#include <algorithm>

#include "cli/entry_figures.hpp"

namespace napkin::cli {
namespace {

using engine::Entry;
using engine::Value;

/// The first value of the entry with this field and these qualifiers.
const Value* matching(const Entry& entry, std::string_view field, std::string_view qualifiers) {
  for (const Value& value : entry.values)
    if (value.field == field && telling_qualifier_words(value) == qualifiers) return &value;
  return nullptr;
}

std::optional<double> ratio_of(const Value* value, const Value* base) {
  if (value == nullptr || base == nullptr) return std::nullopt;
  const auto a = figure_of(value->text);
  const auto b = figure_of(base->text);
  if (!a || !b || !(a->quantity.dimension == b->quantity.dimension)) return std::nullopt;
  const double divisor = b->quantity.value.middle();
  if (divisor == 0) return std::nullopt;
  return a->quantity.value.middle() / divisor;
}

ComparedRow row_of(const std::vector<const Entry*>& entries, const Value& value) {
  ComparedRow row{value.field, telling_qualifier_words(value), {}};
  for (const Entry* entry : entries) row.values.push_back({matching(*entry, row.field, row.qualifiers), std::nullopt});
  for (std::size_t i = 1; i < row.values.size(); ++i)
    row.values[i].ratio = ratio_of(row.values[i].value, row.values[0].value);
  return row;
}

bool is_about(const ComparedRow& row, const Value& value) {
  return row.field == value.field && row.qualifiers == telling_qualifier_words(value);
}

}  // namespace

std::vector<ComparedRow> compared(const engine::Registry& registry, const std::vector<const Entry*>& entries) {
  std::vector<ComparedRow> rows;
  for (const engine::Field& field : registry.fields())
    for (const Entry* entry : entries) {
      if (!field.is_of(entry->kind)) continue;
      for (const Value& value : entry->values) {
        const bool is_known =
            std::any_of(rows.begin(), rows.end(), [&](const ComparedRow& row) { return is_about(row, value); });
        if (value.field == field.path && !is_known) rows.push_back(row_of(entries, value));
      }
    }
  return rows;
}

}  // namespace napkin::cli
