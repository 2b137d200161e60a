// The closed vocabulary of units, as the field writes them. Data: engine/units/units.yaml, checked for clashes and
// embedded at build time (design 4.4).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quantity/quantity.hpp"

namespace napkin::engine {

enum class UnitKind : std::uint8_t {
  physical,   // has a dimension, or is a pure scale such as %
  count,      // a countable (token, layer, GPU): dimensionless, carries a label
  magnitude,  // a bare multiplier written like a unit: K, M, B, T, million, billion, thousand
};

/// One prefix of the table: kilo, mebi…
struct UnitPrefix {
  std::string_view symbol;  // as we print it: "k", "Gi"
  double factor = 1;
  int thousands = 0;    // n of 1000ⁿ; of a binary prefix, n of 1024ⁿ
  bool binary = false;  // Ki, Mi, Gi…
};

/// A way to write a unit, prefix taken off.
struct UnitSpelling {
  std::string_view text;
  bool any_case = false;      // "bytes", "Bytes"; false: the case counts ("Wh")
  bool preferred = true;      // false: taken only where the first reading of the same text makes no sense
  bool needs_prefix = false;  // "T" of GT/s
};

/// One row of the table.
struct Unit {
  std::string_view id;               // "byte", "flop_per_second"
  std::string_view symbol;           // as we print it: "byte", "FLOP/s"
  std::string_view prefixed_symbol;  // behind a prefix: "B" of GB
  std::string_view name;             // "byte"
  std::string_view plural;           // "bytes"
  UnitKind kind = UnitKind::physical;
  Dimension dimension;
  double scale = 1;        // value of one unit in base units
  std::string_view label;  // what it counts: "token" of token and of TPS; empty where nothing
  std::span<const UnitPrefix> prefixes;
  std::span<const UnitSpelling> spellings;  // all of them; symbol, name and plural included
  std::string_view doc;
};

/// One way to read a unit word, or a compound of them.
struct UnitReading {
  double scale = 1;  // base units per written unit
  Dimension dimension;
  CountLabels labels;
  std::string symbol;  // as we print it: "GB/s"; reading it again gives this reading alone
  UnitKind kind = UnitKind::physical;
  /// False for a reading that is taken only where the first one makes no sense of the dimensions: FLOPS as a
  /// count, B as billion, GB as 1024³ is *not* one of them (that is a hypothesis of the judge).
  bool preferred = true;
  /// The prefix was a decimal one on a unit of information (KB, GB…), which some authors mean as 1024ⁿ; n, or 0.
  int decimal_information_prefix = 0;
};

/// Every reading of one unit word (no '/', '*' or '^'), prefix and spelling rules applied, preferred first:
/// "GB" → gigabyte; "Gb" → gigabit; "TFLOPs" → tera-operations, tera-operations per second; "B" → byte, billion.
/// Empty where the word is no unit. Case matters as the table says. Some units have spaces inside ("kg CO2").
std::vector<UnitReading> read_unit_word(std::string_view word);

/// A compound: "GB/s", "pJ/bit", "W/mm^2", "mm²", "s^-1", "1/s", "kWh/day", "GPU*h", "GPU-hours", "tokens per
/// second", "k tokens", "USD/million tokens". Factors after one '/' bind to that '/' one at a time (left to
/// right). Empty where any part is unknown. Never throws on any bytes.
std::vector<UnitReading> read_unit(std::string_view text);

/// Up to three known spellings within two edits of the word, nearest first; for "did you mean".
std::vector<std::string> similar_units(std::string_view word);

/// A text that looks like a unit and is refused on purpose: "mB", "€", "dB".
struct ForbiddenUnit {
  std::string_view text;
  std::span<const std::string_view> instead;  // what may have been meant
  std::string_view why;
};
/// Nothing where the word is not on the list.
std::optional<ForbiddenUnit> forbidden_unit(std::string_view word);

/// The whole table, in the order of the data file.
std::span<const Unit> all_units();
std::span<const ForbiddenUnit> all_forbidden_units();

}  // namespace napkin::engine
