// A program that does nothing but look at the embedded library; made twice, with it and (NAPKIN_WITHOUT_LIBRARY) with
// an empty one in its place, so that bench/embedding.py can tell what embedding costs.
#include "engine/formula/library.hpp"

#ifdef NAPKIN_WITHOUT_LIBRARY
namespace napkin::engine {
const Library& built_in_library() {
  static const Library empty;
  return empty;
}
}  // namespace napkin::engine
#endif

int main() {
  const napkin::engine::Library& library = napkin::engine::built_in_library();
  return library.registry().find("hw.h100_sxm") != nullptr && library.formula("ridge_point") != nullptr ? 0 : 1;
}
