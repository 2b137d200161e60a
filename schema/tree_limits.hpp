// The limits that keep a hostile document's tree within bounded time and memory.
#pragma once

#include "schema/document.hpp"

namespace napkin::schema {

/// Thrown inside the parsers, caught by their entry points.
struct Refusal {
  YamlError error;
};

YamlError too_deep(std::size_t offset);

class TreeLimits {
 public:
  /// A node is about to be made; depth counts the collections around it. Throws Refusal.
  void admit(std::size_t depth, std::size_t offset);

 private:
  std::size_t nodes_ = 0;
};

}  // namespace napkin::schema
