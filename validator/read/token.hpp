// Tokens of prose: the units that the reader's grammar is written in. Each knows its range in the decoded text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/expression/expression.hpp"
#include "engine/quantity/decimal.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

enum class TokenKind : std::uint8_t {
  number,    // 1,342.7
  word,      // KV, head_dim, G-ops, µs, °C, %
  op,        // + - * / ^ in any spelling
  relation,  // = ≈ < > ≤ ≥
  approx,    // ~ before a figure
  arrow,     // → => ->
  open,      // ( [
  close,     // ) ]
  comma,
  colon,
  money,      // $ before an amount
  quote,      // ` and " : ends nothing, stands for nothing
  list_mark,  // bullet or list number
  hard_stop,  // end of a sentence, a line, a table cell; ; and em dash
  other,      // dates, versions, addresses: left alone
};

struct Token {
  TokenKind kind = TokenKind::other;
  TextRange range;
  std::string_view text;   // of a word: canonical spelling (\lambda is λ)
  engine::Decimal number;  // of a number
  char op = 0;             // of an op: + - * / ^; of an open or close: 'c' ceiling, 'f' floor, '(' otherwise
  Relation relation = Relation::equal;
  bool glued = false;     // no white space before it
  bool line_end = false;  // of a hard stop: the end of a line, which a following operator or relation overrides
  bool made = false;      // written by no character of its own: the brackets and the slash of \frac{a}{b}
};

using Tokens = std::vector<Token>;

}  // namespace napkin::validator::read
