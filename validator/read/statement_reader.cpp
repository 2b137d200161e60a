#include "validator/read/statement_reader.hpp"

#include <algorithm>

#include "validator/read/change_reader.hpp"
#include "validator/read/comparison_reader.hpp"
#include "validator/read/context_reader.hpp"
#include "validator/read/denial_reader.hpp"
#include "validator/read/equation_reader.hpp"
#include "validator/read/names.hpp"
#include "validator/read/rate_reader.hpp"
#include "validator/read/restatement_reader.hpp"
#include "validator/read/share_reader.hpp"
#include "validator/read/tokenizer.hpp"

namespace napkin::validator::read {

TextReading scan_text(std::string_view text, UnitLookup& units) {
  TextReading reading;
  reading.tokens = tokenize(text);
  leave_names_alone(reading.tokens, units);
  split_joined_names(reading.tokens, units);
  reading.figures = scan_figures(reading.tokens, units);
  return reading;
}

void read_statements(TextReading& reading, const std::vector<const Figure*>& elsewhere, SymbolTable& symbols,
                     UnitLookup& units) {
  const Tokens& tokens = reading.tokens;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= tokens.size(); ++i) {
    const bool stop =
        i == tokens.size() || tokens[i].kind == TokenKind::hard_stop || tokens[i].kind == TokenKind::list_mark;
    if (!stop) continue;
    if (i > begin) read_equations(tokens, begin, i, symbols, units, reading.statements);
    begin = i + 1;
  }
  read_restatements(tokens, reading.figures, symbols, units, reading.statements);
  read_changes(tokens, reading.figures, reading.statements);
  read_rates(tokens, reading.figures, reading.statements);
  read_shares(tokens, reading.figures, reading.statements);
  read_word_comparisons(tokens, reading.figures, reading.statements);
  read_context(tokens, reading.figures, elsewhere, reading.statements);
  mark_denied(tokens, reading.statements);
  std::stable_sort(reading.statements.begin(), reading.statements.end(),
                   [](const Statement& a, const Statement& b) { return a.stated_range.begin < b.stated_range.begin; });
}

}  // namespace napkin::validator::read
