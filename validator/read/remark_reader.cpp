// What stands after an operand and changes nothing: remarks in brackets, words of a noun phrase.
#include <algorithm>

#include "validator/read/expression_reader.hpp"
#include "validator/read/figure_reader.hpp"
#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {

namespace {
constexpr std::size_t max_label_words = 6;
}  // namespace

void ExpressionReader::finish_operand() {
  core_ = at_;
  if (multiplies_without_sign(at_)) return;
  skip_trailing_words();
  skip_remarks();
}

std::size_t ExpressionReader::matching_close(std::size_t open) const {
  int depth = 0;
  for (std::size_t i = open; i < limit_; ++i) {
    if (tokens_[i].kind == TokenKind::open) ++depth;
    if (tokens_[i].kind == TokenKind::close && --depth == 0) return i;
    if (tokens_[i].kind == TokenKind::hard_stop && tokens_[i].line_end) break;
  }
  return limit_;
}

// "(weights)", "(1 MB)", "(K,V)" after an operand. A glued bracket after a number multiplies and is left alone.
void ExpressionReader::skip_remarks() {
  while (kind_at(at_, TokenKind::open) && !tokens_[at_].made && tokens_[at_].op == '(') {
    const bool multiplies = tokens_[at_].glued && at_ > 0 &&
                            (tokens_[at_ - 1].kind == TokenKind::number || tokens_[at_ - 1].kind == TokenKind::close);
    if (multiplies) return;
    const std::size_t close = matching_close(at_);
    if (close >= limit_) return;
    at_ = close + 1;
    skip_trailing_words();
  }
}

// "4 GB of weights per GPU + …": words after a figure, if an operator, a bracket or the end follows them.
void ExpressionReader::skip_trailing_words() {
  std::size_t i = at_;
  while (i < limit_ && i - at_ < max_label_words && tokens_[i].kind == TokenKind::word &&
         (!is_clause_word(tokens_[i].text) || same_word(tokens_[i].text, "per") || same_word(tokens_[i].text, "the") ||
          same_word(tokens_[i].text, "a")) &&
         !same_word(tokens_[i].text, "plus") && !same_word(tokens_[i].text, "minus") &&
         !same_word(tokens_[i].text, "times") && !same_word(tokens_[i].text, "divided") &&
         !same_word(tokens_[i].text, "multiplied") &&
         !(function_named(tokens_[i].text) && kind_at(i + 1, TokenKind::open)) &&
         !(same_word(tokens_[i].text, "of") && i == at_ && starts_operand(i + 1)))
    ++i;
  if (i == at_) return;
  // "24x higher W/FPS": a slash between words divides nothing.
  const bool sign =
      i < limit_ && tokens_[i].kind == TokenKind::op &&
      ((tokens_[i].op != '/' && tokens_[i].op != '*') || starts_operand(i + 1) ||
       (i + 1 < limit_ && tokens_[i + 1].kind == TokenKind::word && looks_like_symbol(tokens_[i + 1].text)));
  const bool ends = i >= limit_ || sign || tokens_[i].kind == TokenKind::relation ||
                    tokens_[i].kind == TokenKind::close || tokens_[i].kind == TokenKind::open ||
                    (tokens_[i].kind == TokenKind::word &&
                     (same_word(tokens_[i].text, "plus") || same_word(tokens_[i].text, "minus") ||
                      same_word(tokens_[i].text, "times")));
  if (ends) at_ = i;
}

}  // namespace napkin::validator::read
