// Prose as the tests of the reader, the deriver and the judge take it, and what comes out of it as lines of text, so
// that a table of cases holds the one beside the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/arithmetic.hpp"
#include "validator/derive/derive.hpp"
#include "validator/judge/judge.hpp"
#include "validator/read/token.hpp"
#include "validator/statement.hpp"

namespace napkin::validator {

using Lines = std::vector<std::string>;

/// Tokens, one word each: "12 GB × 3" is "12 GB * 3". A number stands without separators; • is a list mark, ¶ the end
/// of a line, ‖ another hard stop; ‹…› is what the reader leaves alone; ⟨ ⟩ and ÷ are made by LaTeX commands.
std::string show(const read::Tokens& tokens);

/// The statements of one text that stands alone.
std::vector<Statement> statements_of(std::string_view text, std::string_view scenario = {});

/// "equation: 13 B params * 2 bytes = 26 GB", certainty after the form where it is not firm, "unread <reason>" and its
/// detail before the sides where it is. The left side in the strict language, the stated one likewise.
std::string show(const Statement& statement);

/// The statements that the equation, restatement, change, comparison and context readers give, shown.
Lines shown_statements(std::string_view text, std::string_view scenario = {});

/// A question whose napkin_math claims the text and whose scenario gives the other, checked.
ArithmeticReport check_prose(std::string_view napkin_math, std::string_view scenario = {},
                             const CheckOptions& options = {});

/// "= 26 GB: consistent", one a statement, in order; the reason behind an unread one.
Lines verdicts(const ArithmeticReport& report);

/// "A201 error", one a finding.
Lines findings(const ArithmeticReport& report);

}  // namespace napkin::validator
