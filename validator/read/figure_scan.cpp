#include "validator/read/figure_scan.hpp"

#include <algorithm>

#include "validator/read/figure_reader.hpp"
#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {

std::vector<Figure> scan_figures(const Tokens& tokens, UnitLookup& units) {
  static const SymbolTable no_symbols;
  std::vector<Figure> figures;
  figures.reserve(static_cast<std::size_t>(
      std::count_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.kind == TokenKind::number; })));
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const TokenKind kind = tokens[i].kind;
    if (kind != TokenKind::number && kind != TokenKind::money && kind != TokenKind::approx) continue;
    std::optional<FigureRead> read = read_figure(tokens, i, tokens.size(), no_symbols, units);
    if (!read) continue;
    Figure figure{std::move(read->literal), read->note, i, read->next, {}};
    const bool about = i > 0 && tokens[i - 1].kind == TokenKind::word && is_approximation_word(tokens[i - 1].text);
    figure.note.approximate = figure.note.approximate || about;
    figure.range = {tokens[i].range.begin, tokens[figure.next - 1].range.end};
    figure.note.range = figure.range;
    i = figure.next - 1;
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace napkin::validator::read
