// The ledger: every figure of a claiming text gets a role, so that silence never means "not looked at" (design 4.6).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "validator/read/statement_reader.hpp"

namespace napkin::validator {

enum class FigureRole : std::uint8_t {
  given,       // an assumption, or a figure that the scenario gives
  derived,     // part of a statement that was re-derived
  unresolved,  // neither: nothing says where it comes from
};

/// A text whose statements have been judged.
struct LedgerText {
  std::string_view text;
  const read::TextReading* reading = nullptr;
  bool gives = false;
  std::vector<TextRange> derived;  // of the statements that were read
};

struct LedgerCount {
  std::size_t given = 0;
  std::size_t derived = 0;
  std::size_t unresolved = 0;
  std::size_t total() const { return given + derived + unresolved; }
};

/// The roles of the figures of each text that claims, in the order of its figures; texts that give get none.
std::vector<std::vector<FigureRole>> figure_roles(const std::vector<LedgerText>& texts);

LedgerCount count_roles(const std::vector<std::vector<FigureRole>>& roles);

}  // namespace napkin::validator
