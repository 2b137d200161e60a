#include "engine/load/misconception_reader.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/expression/calculate.hpp"

namespace napkin::engine::load {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 6> places = {"always", "information", "operations", "time", "memory", "formula"};

void read_factor(YamlMap& map, Misconception& row) {
  const std::string_view text = map.optional("factor");
  if (text.empty() != (row.applies == Applies::formula))
    map.report(fmt::format("{}: a factor stands where, and only where, 'applies' is not 'formula'", row.id));
  if (text.empty()) return;
  const CalculationResult result = calculate(text);
  const auto* value = std::get_if<Calculation>(&result);
  if (value != nullptr && value->value.dimension.is_none() && value->value.value.lo > 0)
    row.factor = value->value.value.middle();
  else
    map.report("factor", fmt::format("'{}' is no factor above 0", text));
}

}  // namespace

std::vector<Misconception> read_misconceptions(YamlMap& map) {
  std::vector<Misconception> rows;
  for (YamlMap& item : map.maps("misconceptions", "a misconception")) {
    Misconception row;
    row.id = item.required("id");
    row.name = item.required("name");
    row.learner = item.required("learner");
    const std::string_view where = item.required("applies");
    const auto place = std::find(places.begin(), places.end(), where);
    if (place == places.end())
      item.report("applies", fmt::format("'applies' is one of {}", fmt::join(places, ", ")));
    else
      row.applies = static_cast<Applies>(place - places.begin());
    row.is_unit_factor = item.flag("unit");
    read_factor(item, row);
    const auto same = [&](const Misconception& known) { return known.id == row.id; };
    if (std::any_of(rows.begin(), rows.end(), same)) item.report("id", fmt::format("'{}' stands here twice", row.id));
    item.finish();
    rows.push_back(row);
  }
  map.finish();
  return rows;
}

}  // namespace napkin::engine::load
