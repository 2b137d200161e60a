// A statement re-derived and judged: one row of the ledger.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/quantity/interval.hpp"
#include "validator/finding.hpp"
#include "validator/statement.hpp"

namespace napkin::validator {

enum class Verdict : std::uint8_t { consistent, inconsistent, undecided, unread };
std::string_view to_string(Verdict verdict);

struct Derivation {
  Place place;
  std::string question_id;
  std::string text;  // the statement, verbatim
  Relation relation = Relation::equal;
  std::string stated_text;  // "0.95"
  std::optional<double> stated_value;
  std::string unit;  // of both figures, as printed: "op/byte"
  std::optional<engine::Interval> derived;
  std::string expression;  // the left side in the strict language
  Verdict verdict = Verdict::unread;
  std::string explanation;  // the hypothesis, or why it is undecided or unread; may be empty
  std::optional<UnreadReason> unread;
  Certainty certainty = Certainty::firm;  // a tentative statement would not be there if its figures did not agree
};

/// A figure of a text that claims, which is in no statement that was read and which nothing gives.
struct UnresolvedFigure {
  Place place;
  std::string text;
};

/// What a run looked at; the coverage line of every report, and its sums over files.
struct Coverage {
  std::size_t files = 0;
  std::size_t figures = 0;
  std::size_t figures_resolved = 0;
  std::size_t statements = 0;
  std::size_t consistent = 0;
  std::size_t inconsistent = 0;
  std::size_t undecided = 0;
  std::size_t unread = 0;
  Coverage& operator+=(const Coverage& other);
};

}  // namespace napkin::validator
