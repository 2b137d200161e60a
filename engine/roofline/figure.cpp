#include "engine/roofline/figure.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace napkin::engine::roofline {

std::optional<Figure> own_figure(const Registry& registry, const Entry& entry, std::string_view path,
                                 std::span<const std::string> qualifiers) {
  if (values_of(entry, path).empty()) return std::nullopt;
  const LookupResult found = look_up(registry, entry, path, qualifiers);
  const auto* fact = std::get_if<Fact>(&found);
  if (fact == nullptr) return std::nullopt;
  const CalculationResult value = calculate(fact->text);
  const auto* calculation = std::get_if<Calculation>(&value);
  if (calculation == nullptr) return std::nullopt;
  return Figure{calculation->value.value.middle(), *fact};
}

ComputedResult compute(const std::string& expression, const Dimension& dimension, const Library& library) {
  LibraryCalculationResult result = calculate(expression, library);
  if (const auto* error = std::get_if<CalculationError>(&result)) return error->message;
  auto& computed = std::get<LibraryCalculation>(result);
  const Quantity& value = computed.calculation.value;
  if (value.dimension != dimension)
    return fmt::format("'{}' is {}, not {}", expression, to_string(value.dimension), to_string(dimension));
  if (!value.value.is_finite()) return fmt::format("'{}' has no finite value", expression);
  return Computed{value.value.middle(), std::move(computed.facts)};
}

}  // namespace napkin::engine::roofline
