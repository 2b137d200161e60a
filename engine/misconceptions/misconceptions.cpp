#include "engine/misconceptions/misconceptions.hpp"

namespace napkin::engine {

const Misconception* misconception(std::string_view id) {
  for (const Misconception& row : misconceptions())
    if (row.id == id) return &row;
  return nullptr;
}

}  // namespace napkin::engine
