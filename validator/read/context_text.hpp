// What stands around a figure: its sentence, what introduces it, whether a statement already says where it comes from.
#pragma once

#include <vector>

#include "validator/read/figure_scan.hpp"
#include "validator/statement.hpp"

namespace napkin::validator::read {

/// A figure reduced to its value in base units, in its preferred reading.
struct PlainFigure {
  double value = 0;
  engine::Dimension dimension;
  bool physical = false;  // has a unit with a dimension
  bool share = false;     // %, ×
};

/// How far a derived value may be from a figure that the text prints.
struct PrintedTolerance {
  double place = 0;        // half of the last printed place, in base units; widens the tolerance
  double relative = 0;     // at least
  double binary = 0;       // the figure with a prefix of 1,024
  bool one_digit = false;  // only one digit is printed, so that its place says little
  bool at_least = false;   // "over 60 %": rounded down on purpose
};

/// Figures are named by index: those of the text first, then those of the question's other texts.
class ContextText {
 public:
  ContextText(const Tokens& tokens, const std::vector<Figure>& figures, const std::vector<const Figure*>& elsewhere,
              const std::vector<Statement>& statements);

  /// Tokens [begin, end) of the sentence around a figure of the text.
  struct Sentence {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  Sentence sentence(std::size_t k) const;

  std::size_t own_count() const { return figures_.size(); }
  std::size_t count() const { return values_.size(); }
  const Figure& figure(std::size_t i) const {
    return i < figures_.size() ? figures_[i] : *elsewhere_[i - figures_.size()];
  }
  const PlainFigure& value(std::size_t i) const { return values_[i]; }
  const Tokens& tokens() const { return tokens_; }

  bool in_sentence(std::size_t i, Sentence sentence) const {
    return i < figures_.size() && figures_[i].first >= sentence.begin && figures_[i].next <= sentence.end;
  }
  /// "= 65 MB", "Peak: 72 KB", "requires ~1562 chunks/s", "(24.9 MB)": the text says that this is what comes out.
  bool introduced(std::size_t k) const;
  /// Directly after = or ≈.
  bool has_relation(std::size_t k) const;
  bool bracketed(std::size_t k) const;
  /// A count that is worth explaining: two digits after a relation, or an approximate one. Not "3 GPUs".
  bool counts(std::size_t k) const;
  /// A word of the sentence before it says that it is a sum.
  bool total(std::size_t k, Sentence sentence) const;
  /// A statement already contains it.
  bool covered(std::size_t k) const;
  /// Part of a calculation whose result is another figure.
  bool is_operand(std::size_t k) const;
  /// Whether a derived value, in base units, is what the figure prints. `slack` widens the tolerance of 1 %; a single
  /// printed digit stands for a tenth of itself only if `one_digit_counts`.
  bool matches(std::size_t k, double derived, double slack = 0, bool one_digit_counts = false) const;

 private:
  bool at_least(std::size_t k) const;
  PrintedTolerance tolerance(std::size_t k) const;

  const Tokens& tokens_;
  const std::vector<Figure>& figures_;
  const std::vector<const Figure*>& elsewhere_;
  std::vector<PlainFigure> values_;
  std::vector<PrintedTolerance> tolerances_;  // of the text's own figures
  std::vector<TextRange> covered_;            // ranges of statements
  std::vector<TextRange> calculated_;         // ranges of left sides that compute
};

}  // namespace napkin::validator::read
