#include "engine/quantity/dimension.hpp"

#include <fmt/format.h>

namespace napkin::engine {
namespace {
constexpr const char* base_symbols[base_count] = {"s", "byte", "op", "J", "USD", "gCO2e", "m", "kelvin", "coulomb"};

std::string factor(const char* symbol, int halves) {
  if (halves == 2) return symbol;
  if (halves % 2 == 0) return fmt::format("{}^{}", symbol, halves / 2);
  return fmt::format("{}^({}/2)", symbol, halves);
}
}  // namespace

std::string to_string(const Dimension& dimension) {
  std::string above, below;
  for (std::size_t i = 0; i < base_count; ++i) {
    const int halves = dimension.halves(static_cast<Base>(i));
    if (halves > 0) above += (above.empty() ? "" : "*") + factor(base_symbols[i], halves);
    if (halves < 0) below += "/" + factor(base_symbols[i], -halves);
  }
  return (above.empty() ? "1" : above) + below;
}

}  // namespace napkin::engine
