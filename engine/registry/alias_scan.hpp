// Which entries of the registry a text names: every id and alias, in one pass.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/registry/registry.hpp"

namespace napkin::engine {

/// An entry named in a text, and the bytes that name it. A name that stands for entries of several kinds gives a
/// mention for each, with the same bytes.
struct Mention {
  const Entry* entry = nullptr;
  std::size_t begin = 0, end = 0;
};

/// A bit for each EntryKind.
inline constexpr std::uint16_t every_kind = (1U << entry_kind_count) - 1;

constexpr std::uint16_t kind_bit(EntryKind kind) {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
}

/// The mentions in the order of the text, of entries of the given kinds. Names are compared as folded_name does it, so
/// that "H100 SXM", "h100-sxm" and "h100_sxm" are one; the words of a name may stand on two lines. A name ends and
/// begins where a word does ("AH100", "H1000", "my_h100", "llama 3" in "llama 3.1" are none), but for the s of a plural
/// behind a digit ("8 H100s"), which does not belong to the mention. The longest name counts, and mentions do not
/// overlap. Time is linear in the text, and nothing is built up before.
std::vector<Mention> find_mentions(const Registry& registry, std::string_view text, std::uint16_t kinds = every_kind);

}  // namespace napkin::engine
