// Any bytes as a unit, as a number and as a misspelling: no crash, every reading has a positive finite scale, and what
// we print of it is read again as the same.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/quantity/decimal.hpp"
#include "engine/units/unit_table.hpp"

namespace {

using namespace napkin::engine;

void require(bool holds) {
  if (!holds) std::abort();
}

bool reads_as(const std::string& symbol, const UnitReading& reading) {
  for (const UnitReading& again : read_unit(symbol)) {
    const double ratio = again.scale / reading.scale;
    if (again.dimension == reading.dimension && std::abs(ratio - 1) < 1e-9) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  read_unit_word(text);
  for (const UnitReading& reading : read_unit(text)) {
    require(std::isfinite(reading.scale) && reading.scale > 0);
    require(reads_as(reading.symbol, reading));
  }
  require(similar_units(text).size() <= 3);
  if (const auto decimal = parse_decimal(text)) {
    require(std::isfinite(decimal->value) && decimal->value >= 0 && decimal->resolution > 0);
    require(decimal->as_written().contains(decimal->value));
  }
  return 0;
}
