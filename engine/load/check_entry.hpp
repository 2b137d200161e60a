// Whether an entry of the registry says what it may, and what can be true.
#pragma once

#include <vector>

#include "engine/load/library_loader.hpp"

namespace napkin::engine::load {

/// Fields, units, dimensions, qualifiers and parts against the registry; dates of sources; and the sanity relations:
/// sparse is twice dense, bandwidth is bus width times data rate, power is within what its class draws, a capacity as
/// the vendor writes it is the same number of another kilo, two operations a multiply-accumulate, active parameters no
/// more than all.
std::vector<LoadError> check_entry(const Entry& entry, const Registry& registry, const LibraryStore& store);

}  // namespace napkin::engine::load
