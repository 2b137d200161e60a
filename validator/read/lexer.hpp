// The scanner behind tokenize(): one cursor over the text, split by what it scans (numbers, words, marks, LaTeX).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/read/characters.hpp"
#include "validator/read/token.hpp"

namespace napkin::validator::read {

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}
  Tokens run();

 private:
  // lexer.cpp: the loop, punctuation and operators
  void step();
  bool scan_operator(CodePoint c);
  bool scan_sign(CodePoint c);
  bool scan_relation(CodePoint c);
  void scan_star();
  void scan_hyphen();
  void scan_tilde();
  void scan_dot();
  void scan_dollar();
  bool scan_list_number(std::size_t number_end);
  void emit(TokenKind kind, std::size_t length, char op = 0);
  void emit_relation(Relation relation, std::size_t length);
  void emit_made(TokenKind kind, char op);

  // lexer_words.cpp: numbers, words, the letters glued to a number
  void scan_number();
  std::size_t number_end(std::string& cleaned) const;
  bool scan_not_a_quantity(std::size_t end);
  void scan_superscript();
  void scan_word();
  void scan_suffix();
  std::size_t word_end(std::size_t at, bool after_number) const;
  bool joins_after_hyphen(std::size_t word_begin, std::size_t hyphen) const;

  // lexer_latex.cpp
  void scan_command();
  bool scan_escaped_character();
  void open_brace();
  void close_brace();
  void scan_subscript();

  char at(std::size_t index) const { return index < text_.size() ? text_[index] : '\0'; }
  bool starts(std::string_view prefix) const { return text_.substr(at_).starts_with(prefix); }
  bool space_at(std::size_t index) const {
    return index >= text_.size() || text_[index] == '\n' || text_[index] == '\r' ||
           is_space(code_point_at(text_, index).value);
  }
  bool space_before() const { return at_ == 0 || at_ != last_end_; }
  const Token* previous() const { return tokens_.empty() ? nullptr : &tokens_.back(); }
  bool previous_is_operand() const;
  bool at_line_start() const;

  enum class Group { plain, numerator, denominator, root, exponent };

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t last_end_ = 0;  // where the last token's text ended: equal to at_ if nothing stands between
  std::size_t math_end_ = 0;  // the closing $ of the formula we are in, or 0
  Tokens tokens_;
  std::vector<Group> groups_;
  std::optional<Group> pending_;  // what the next { opens
};

}  // namespace napkin::validator::read
