#include "validator/read/lexer.hpp"

#include <algorithm>

#include "validator/read/tokenizer.hpp"

namespace napkin::validator::read {

Tokens tokenize(std::string_view text) { return Lexer(text).run(); }

namespace {

bool is_continuation_start(const Token& token) {
  return token.kind == TokenKind::relation || token.kind == TokenKind::op;
}

// A line break inside a calculation ("…\n= 42 GB") ends nothing.
void drop_soft_line_ends(Tokens& tokens) {
  const auto soft = [&](std::size_t i) {
    if (!tokens[i].line_end) return false;
    const bool before = i > 0 && is_continuation_start(tokens[i - 1]);
    const bool after = i + 1 < tokens.size() && is_continuation_start(tokens[i + 1]);
    return before || after;
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (!soft(i)) {
      if (kept != i) tokens[kept] = tokens[i];
      ++kept;
    }
  tokens.resize(kept);
}

// "(1) Active energy: …": a number of a list, not a remark.
void mark_bracketed_list_numbers(Tokens& tokens) {
  for (std::size_t i = 0; i + 3 < tokens.size(); ++i) {
    const bool bracketed = tokens[i].kind == TokenKind::open && tokens[i + 1].kind == TokenKind::number &&
                           tokens[i + 2].kind == TokenKind::close;
    if (!bracketed || tokens[i].glued || tokens[i + 3].kind != TokenKind::word || tokens[i + 3].glued) continue;
    const engine::Decimal& number = tokens[i + 1].number;
    if (number.has_point || number.value < 1 || number.value > 20) continue;
    if (i > 0 && (tokens[i - 1].kind == TokenKind::op || tokens[i - 1].kind == TokenKind::relation)) continue;
    for (std::size_t k = i; k < i + 3; ++k) tokens[k].kind = TokenKind::list_mark;
  }
}

}  // namespace

Tokens Lexer::run() {
  tokens_.reserve(text_.size() / 4 + 8);
  while (at_ < text_.size()) step();
  drop_soft_line_ends(tokens_);
  mark_bracketed_list_numbers(tokens_);
  return std::move(tokens_);
}

void Lexer::emit(TokenKind kind, std::size_t length, char op) {
  Token& token = tokens_.emplace_back();
  token.kind = kind;
  token.range = {at_, at_ + length};
  token.text = text_.substr(at_, length);
  token.op = op;
  token.glued = !space_before();
  at_ += length;
  last_end_ = at_;
}

void Lexer::emit_relation(Relation relation, std::size_t length) {
  emit(TokenKind::relation, length);
  tokens_.back().relation = relation;
}

void Lexer::emit_made(TokenKind kind, char op) {
  emit(kind, 0, op);
  tokens_.back().made = true;
  tokens_.back().glued = true;
}

bool Lexer::previous_is_operand() const {
  const Token* last = previous();
  return last && (last->kind == TokenKind::number || last->kind == TokenKind::word || last->kind == TokenKind::close);
}

bool Lexer::at_line_start() const {
  const Token* last = previous();
  return !last || last->line_end || last->kind == TokenKind::list_mark;
}

void Lexer::step() {
  const char c = text_[at_];
  if (c == ' ') {
    ++at_;
    return;
  }
  if (is_ascii_letter(c)) return scan_word();
  const CodePoint point = code_point_at(text_, at_);
  if (c == '\n' || c == '\r') {
    emit(TokenKind::hard_stop, 1);
    tokens_.back().line_end = true;
  } else if (is_space(point.value)) {
    at_ += point.length;
  } else if (is_digit(c) || (c == '.' && is_digit(at(at_ + 1)))) {
    scan_number();
  } else if (superscript_digit(point.value) >= 0 || point.value == 0x207B) {
    scan_superscript();
  } else if (c == '\\') {
    scan_command();
  } else if (c == '_' && previous() && previous()->kind == TokenKind::word && !space_before() && at(at_ + 1) == '{') {
    scan_subscript();
  } else if (is_letter(point.value)) {
    scan_word();
  } else if (!scan_operator(point)) {
    emit(TokenKind::other, point.length);
  }
}

// Characters that are a token by themselves, whatever stands around them.
bool Lexer::scan_sign(CodePoint c) {
  const auto is = [&](TokenKind kind, char op = 0) {
    emit(kind, c.length, op);
    return true;
  };
  switch (c.value) {
    case '+': return is(TokenKind::op, '+');
    case U'−':
    case U'–': return is(TokenKind::op, '-');
    case U'×':
    case U'·':
    case U'⋅':
    case U'∙':
    case U'∗': return is(TokenKind::op, '*');
    case '/':
    case U'÷':
    case U'⁄':
    case U'∕': return is(TokenKind::op, '/');
    case U'→':
    case U'⇒':
    case U'⟶': return is(TokenKind::arrow);
    case '(':
    case '[': return is(TokenKind::open, '(');
    case ')':
    case ']': return is(TokenKind::close, '(');
    case U'⌈': return is(TokenKind::open, 'c');
    case U'⌉': return is(TokenKind::close, 'c');
    case U'⌊': return is(TokenKind::open, 'f');
    case U'⌋': return is(TokenKind::close, 'f');
    case ',': return is(TokenKind::comma);
    case ':': return is(TokenKind::colon);
    case ';':
    case '?':
    case '!':
    case '|':
    case U'—': return is(TokenKind::hard_stop);
    default: return false;
  }
}

bool Lexer::scan_operator(CodePoint c) {
  if (scan_relation(c) || scan_sign(c)) return true;
  switch (c.value) {
    case '^':
      emit(TokenKind::op, 1, '^');
      if (at(at_) == '{') pending_ = Group::exponent;
      return true;
    case '*': scan_star(); return true;
    case '-': scan_hyphen(); return true;
    case U'√':
      emit(TokenKind::word, c.length);
      tokens_.back().text = "sqrt";
      return true;
    case '{': open_brace(); return true;
    case '}': close_brace(); return true;
    case '.': scan_dot(); return true;
    case '$': scan_dollar(); return true;
    case '~': scan_tilde(); return true;
    case '`':
    case '"':
    case '\'':
    case U'‘':
    case U'’':
    case U'“':
    case U'”':
      if (at_ == last_end_) last_end_ += c.length;  // transparent: "`10 ms`" is glued as "10 ms" is
      at_ += c.length;
      return true;
    default: return false;
  }
}

bool Lexer::scan_relation(CodePoint c) {
  const char next = at(at_ + 1);
  const auto is = [&](Relation relation, std::size_t length) {
    emit_relation(relation, length);
    return true;
  };
  const auto is_two = [&](TokenKind kind) {
    emit(kind, 2);
    return true;
  };
  switch (c.value) {
    case '=': return next == '>' ? is_two(TokenKind::arrow) : is(Relation::equal, next == '=' ? 2 : 1);
    case '<':
      if (next == '/') return is_two(TokenKind::other);
      return next == '=' ? is(Relation::less_equal, 2) : is(Relation::less, next == '<' ? 2 : 1);
    case '>': return next == '=' ? is(Relation::greater_equal, 2) : is(Relation::greater, next == '>' ? 2 : 1);
    case '-': return next == '>' && is_two(TokenKind::arrow);
    case '!': return next == '=' && is_two(TokenKind::other);
    case '~': return next == '=' && is(Relation::approximately, 2);
    case U'≈':
    case U'≃':
    case U'≅': return is(Relation::approximately, c.length);
    case U'≤': return is(Relation::less_equal, c.length);
    case U'≥': return is(Relation::greater_equal, c.length);
    case U'≪': return is(Relation::less, c.length);
    case U'≫': return is(Relation::greater, c.length);
    default: return false;
  }
}

// A star multiplies between operands; elsewhere it is a bullet or emphasis.
void Lexer::scan_star() {
  const char next = at(at_ + 1);
  if (next == '*') {
    const bool power = is_digit(at(at_ + 2)) && at_ > 0 && is_digit(text_[at_ - 1]);
    if (power) return emit(TokenKind::op, 2, '^');
    if (at_ == last_end_) last_end_ += 2;
    at_ += 2;
    return;
  }
  if (at_line_start() && space_at(at_ + 1)) return emit(TokenKind::list_mark, 1);
  const bool open_before = space_before(), open_after = space_at(at_ + 1);
  const bool figure_after = is_digit(next) || next == '$' || next == '~';
  const bool figure_before = at_ > 0 && is_digit(text_[at_ - 1]);
  const CodePoint after = code_point_at(text_, std::min(at_ + 1, text_.size() - 1));
  const bool operand_after =
      is_letter(after.value) || figure_after || next == '(' || next == '\\' || next == '`' || next == '-';
  const bool multiplies =
      (open_before && open_after) || (!open_before && !open_after && operand_after) || figure_after || figure_before;
  if (multiplies && previous_is_operand()) return emit(TokenKind::op, 1, '*');
  ++at_;
}

void Lexer::scan_hyphen() {
  if (starts("->")) return emit(TokenKind::arrow, 2);
  if (at_line_start() && space_at(at_ + 1)) return emit(TokenKind::list_mark, 1);
  if (starts("--")) return emit(TokenKind::hard_stop, 2);
  const Token* last = previous();
  const bool glued_word_after = is_ascii_letter(at(at_ + 1)) && is_ascii_letter(at(at_ + 2));
  if (last && last->kind != TokenKind::op && !space_before() && glued_word_after && last->kind != TokenKind::close) {
    ++at_;  // "8-bit", "70B-parameter": the hyphen of a compound
    ++last_end_;
    return;
  }
  emit(TokenKind::op, 1, '-');
}

void Lexer::scan_tilde() {
  if (math_end_ != 0) {  // a space that does not break
    ++at_;
    return;
  }
  if (starts("~=")) return emit_relation(Relation::approximately, 2);
  if (starts("~~")) {  // struck out: what the author takes back
    const std::size_t close = text_.find("~~", at_ + 2);
    if (close < text_.find('\n', at_)) return emit(TokenKind::hard_stop, close + 2 - at_);
  }
  if (previous_is_operand() && space_at(at_ + 1)) return emit_relation(Relation::approximately, 1);
  emit(TokenKind::approx, 1);
}

void Lexer::scan_dot() {
  if (starts("...")) return emit(TokenKind::other, 3);
  emit(TokenKind::hard_stop, 1);
}

// A $ before a digit is money unless a formula closes with another $ on the same line.
void Lexer::scan_dollar() {
  if (math_end_ == at_ && at_ > 0) {
    math_end_ = 0;
    ++at_;
    last_end_ = at_;
    return;
  }
  const std::size_t from = at_ + (starts("$$") ? 2 : 1);
  const std::size_t line_end = std::min(text_.find('\n', from), text_.size());
  const std::size_t close = text_.find('$', from);
  bool formula = close != std::string_view::npos && close < line_end && close > from;
  if (formula && is_digit(at(from))) {
    const std::string_view inside = text_.substr(from, close - from);
    const bool mathematical = inside.find_first_of("\\^_{=+*/") != std::string_view::npos;
    formula = mathematical && !space_at(close - 1) && !is_digit(at(close + 1)) && inside.back() != '~' &&
              inside.find('\\') != std::string_view::npos;
    formula = formula || (mathematical && !space_at(close - 1) && !is_digit(at(close + 1)) &&
                          std::string_view("~(=*/+-").find(inside.back()) == std::string_view::npos);
  }
  if (formula) {
    math_end_ = close;
    at_ = from;
    return;
  }
  if (is_digit(at(from)) || at(from) == '.') return emit(TokenKind::money, 1);
  at_ = from;
}

// "1. " and "2) " where a line or a sentence starts.
bool Lexer::scan_list_number(std::size_t number_end) {
  if (number_end - at_ > 2 || (at(number_end) != '.' && at(number_end) != ')') || !space_at(number_end + 1))
    return false;
  const Token* last = previous();
  const bool line = at_line_start();
  const bool sentence = last && last->kind == TokenKind::hard_stop;
  std::size_t after = number_end + 1;
  while (after < text_.size() && text_[after] == ' ') ++after;
  const bool heading = at(after) == '*' || is_upper(at(after));
  if (!line && !(sentence && heading)) return false;
  emit(TokenKind::list_mark, number_end + 1 - at_);
  return true;
}

}  // namespace napkin::validator::read
