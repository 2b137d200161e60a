// What the reader finds in prose: statements, each a relation between two expressions, or a reason why it is
// unread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expression/expression.hpp"

namespace napkin::validator {

using engine::TextRange;

enum class Relation : std::uint8_t { equal, approximately, less, less_equal, greater, greater_equal };
std::string_view to_string(Relation relation);  // "=", "≈", "<", …

/// How the text says it; decides what the judge may conclude.
enum class StatementForm : std::uint8_t {
  equation,     // a * b = c, and each link of a chain
  restatement,  // 0.128 s (128 ms); 24,883,200 bytes, or ~24.9 MB; 30 FPS (33.3 ms)
  comparison,   // 500 < 1342.7; 20 ms is longer than 16 ms
  percentage,   // x% of y, c % less, an increase by p %
  aggregate,    // "Total: 28 ms" over the parts listed before it
  context,      // "2048 tokens = 65 MB": follows from a figure here and one before
  conversion,   // a unit of one kind against another: 70B params (FP16) = 140 GB
};

/// Why a statement could not be read. The list is closed; --statistics ranks it.
enum class UnreadReason : std::uint8_t {
  unknown_unit,
  free_variable,
  ambiguous_precedence,
  prose_operand,
  mixed_units,
  no_figure,
  denied,      // the text itself says that it does not hold, or asks
  two_values,  // a name that the text gives two values
  too_long,
};
std::string_view to_string(UnreadReason reason);

/// How a figure was written, beside its number and unit; one for each literal of an expression.
struct LiteralNote {
  TextRange range;
  bool approximate = false;      // ~42, "about 42"
  bool range_of_values = false;  // 3–5 GB
  bool from_symbol = false;      // the value of a name defined elsewhere in the text
};

/// How sure the reader is that the text makes this statement at all.
enum class Certainty : std::uint8_t {
  firm,       // whatever the figures are
  likely,     // unless they are far apart: "16 MB (12.8 ms)" restates nothing, "128 ms (0.12 s)" does
  tentative,  // only if they agree: "750 KB (75%)" is a share of some figure before it, if there is one that fits
};
std::string_view to_string(Certainty certainty);  // "firm", …

struct Statement {
  StatementForm form = StatementForm::equation;
  Certainty certainty = Certainty::firm;
  Relation relation = Relation::equal;
  TextRange range;         // in the decoded text of the field
  TextRange left_range;    // of the computing side
  TextRange stated_range;  // of the stated figure
  engine::Expression left;
  engine::Expression stated;              // usually one literal
  std::vector<LiteralNote> left_notes;    // parallel to left.literals
  std::vector<LiteralNote> stated_notes;  // parallel to stated.literals
  std::optional<UnreadReason> unread;
  /// Of a tentative one: why it counts as unread where its figures do not agree. Of an unread one: it is none at all if
  /// another reading takes its figure.
  std::optional<UnreadReason> doubt;
  std::string detail;  // of an unread one: the unknown unit, the free variable…
};

}  // namespace napkin::validator
