#include "validator/ledger.hpp"

#include <algorithm>
#include <cmath>

namespace napkin::validator {
namespace {

struct Known {
  double value;
  engine::Dimension dimension;
};

Known known(const read::Figure& figure) {
  const engine::Literal& literal = figure.literal;
  if (literal.readings.empty()) return {literal.number.value, {}};
  return {literal.number.value * literal.readings[0].scale, literal.readings[0].dimension};
}

bool contains(const std::vector<Known>& figures, const Known& figure) {
  return std::any_of(figures.begin(), figures.end(), [&](const Known& k) {
    return k.dimension == figure.dimension && std::abs(k.value - figure.value) <= 1e-9 * std::abs(figure.value);
  });
}

// Where the calculation begins: what stands before it in the same text is assumed.
std::size_t assumptions_end(std::string_view text) {
  if (text.find("Assumption") == text.npos) return 0;
  const std::size_t calculations = text.find("Calculation");
  return calculations == text.npos ? 0 : calculations;
}

bool in_any(const std::vector<TextRange>& ranges, TextRange range) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](TextRange r) { return r.begin <= range.begin && range.end <= r.end; });
}

}  // namespace

std::vector<std::vector<FigureRole>> figure_roles(const std::vector<LedgerText>& texts) {
  std::vector<std::vector<FigureRole>> roles(texts.size());
  std::vector<Known> given, derived;
  for (std::size_t t = 0; t < texts.size(); ++t) {
    const LedgerText& text = texts[t];
    const std::size_t assumed = assumptions_end(text.text);
    if (!text.gives) roles[t].assign(text.reading->figures.size(), FigureRole::unresolved);
    for (std::size_t i = 0; i < text.reading->figures.size(); ++i) {
      const read::Figure& figure = text.reading->figures[i];
      if (text.gives) {
        given.push_back(known(figure));
      } else if (in_any(text.derived, figure.range)) {
        roles[t][i] = FigureRole::derived;
        derived.push_back(known(figure));
      } else if (figure.range.begin < assumed) {
        roles[t][i] = FigureRole::given;
        given.push_back(known(figure));
      }
    }
  }
  // What is said again has the role it had where it was given or derived.
  for (std::size_t t = 0; t < texts.size(); ++t) {
    for (std::size_t i = 0; i < roles[t].size(); ++i) {
      if (roles[t][i] != FigureRole::unresolved) continue;
      const Known figure = known(texts[t].reading->figures[i]);
      if (contains(given, figure))
        roles[t][i] = FigureRole::given;
      else if (contains(derived, figure))
        roles[t][i] = FigureRole::derived;
    }
  }
  return roles;
}

LedgerCount count_roles(const std::vector<std::vector<FigureRole>>& roles) {
  LedgerCount count;
  for (const std::vector<FigureRole>& text : roles) {
    for (const FigureRole role : text) {
      if (role == FigureRole::given)
        ++count.given;
      else if (role == FigureRole::derived)
        ++count.derived;
      else
        ++count.unresolved;
    }
  }
  return count;
}

}  // namespace napkin::validator
