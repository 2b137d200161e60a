#include "validator/read/lexer.hpp"

namespace napkin::validator::read {
namespace {

// Separators of thousands inside a number, longest first; each is followed by exactly three digits.
constexpr std::string_view separators[] = {"{,}", "\\,", "\u202F", "\u2009", "\u00A0", ",", "_"};

}  // namespace

// Where the decimal that starts at the cursor ends; `cleaned` gets its text without separators.
std::size_t Lexer::number_end(std::string& cleaned) const {
  std::size_t i = at_;
  while (is_digit(at(i))) cleaned += text_[i++];
  const auto separator_at = [&](std::size_t k) -> std::size_t {
    for (const std::string_view separator : separators) {
      if (at(k) != separator[0] || !text_.substr(k).starts_with(separator)) continue;
      const std::size_t digits = k + separator.size();
      const bool three = is_digit(at(digits)) && is_digit(at(digits + 1)) && is_digit(at(digits + 2));
      if (three && !is_digit(at(digits + 3))) return separator.size();
    }
    return 0;
  };
  const bool may_be_grouped = i - at_ <= 3 && i < text_.size() && text_[i] != ' ' && !is_ascii_letter(text_[i]);
  if (may_be_grouped) {
    for (std::size_t length = separator_at(i); length != 0; length = separator_at(i)) {
      cleaned += text_.substr(i + length, 3);
      i += length + 3;
    }
  }
  if (at(i) == '.' && is_digit(at(i + 1))) {
    cleaned += text_[i++];
    while (is_digit(at(i))) cleaned += text_[i++];
  }
  if (at(i) == 'e' || at(i) == 'E') {
    std::size_t k = i + 1;
    if (at(k) == '+' || at(k) == '-') ++k;
    std::size_t digits = k;
    while (is_digit(at(digits))) ++digits;
    if (digits > k && !is_ascii_letter(at(digits))) {
      cleaned += text_.substr(i, digits - i);
      i = digits;
    }
  }
  return i;
}

// Dates, versions, ratios such as 2:4, ordinals: numerals that measure nothing.
bool Lexer::scan_not_a_quantity(std::size_t end) {
  std::size_t i = end;
  const auto digits = [&](std::size_t count) {
    for (std::size_t k = 1; k <= count; ++k)
      if (!is_digit(at(i + k))) return false;
    return true;
  };
  const bool date = end - at_ == 4 && at(i) == '-' && digits(2) && at(i + 3) == '-' && is_digit(at(i + 4));
  const bool version = at(i) == '.' && is_digit(at(i + 1));
  const bool ratio = at(i) == ':' && is_digit(at(i + 1));
  const std::string_view rest = text_.substr(i, 2);
  const bool ordinal = (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") && !is_ascii_letter(at(i + 2));
  if (!date && !version && !ratio && !ordinal) return false;
  const std::string_view inside = date ? "-" : version ? "." : ":";
  if (ordinal) i += 2;
  while (!ordinal && (is_digit(at(i)) || (inside.find(at(i)) != inside.npos && is_digit(at(i + 1))))) ++i;
  emit(TokenKind::other, i - at_);
  return true;
}

void Lexer::scan_number() {
  std::string cleaned;
  const std::size_t end = number_end(cleaned);
  if (scan_list_number(end) || scan_not_a_quantity(end)) return;
  const auto decimal = engine::parse_decimal(cleaned[0] == '.' ? "0" + cleaned : cleaned);
  if (!decimal) return emit(TokenKind::other, end - at_);
  emit(TokenKind::number, end - at_);
  tokens_.back().number = *decimal;
  scan_suffix();
}

// 10², x³, 2⁻⁹: the exponent as tokens.
void Lexer::scan_superscript() {
  const std::size_t begin = at_;
  bool negative = false;
  double value = 0;
  for (CodePoint c = code_point_at(text_, at_);; c = code_point_at(text_, at_)) {
    const int digit = superscript_digit(c.value);
    if (c.value == 0x207B)
      negative = true;
    else if (digit >= 0)
      value = value * 10 + digit;
    else
      break;
    at_ += c.length;
    if (at_ >= text_.size()) break;
  }
  const std::size_t length = at_ - begin;
  at_ = begin;
  emit_made(TokenKind::op, '^');
  if (negative) emit_made(TokenKind::op, '-');
  emit(TokenKind::number, length);
  tokens_.back().number.value = value;
}

// Letters directly after a number: a unit, a magnitude, or an x that multiplies ("16x16", "3x 80GB", "1.05×").
void Lexer::scan_suffix() {
  const char c = at(at_);
  const char next = at(at_ + 1);
  if (c == 'x' || c == 'X') {
    if (is_digit(next) || next == '(' || next == '$' || next == '~') return emit(TokenKind::op, 1, '*');
    if (!is_ascii_letter(next)) return emit(TokenKind::word, 1);
  }
}

// A hyphen joins the parts of a word ("G-ops", "GPT-3", "end-to-end") and subtracts between symbols ("N-1", "P-M").
bool Lexer::joins_after_hyphen(std::size_t word_begin, std::size_t hyphen) const {
  const std::string_view word = text_.substr(word_begin, hyphen - word_begin);
  const char next = at(hyphen + 1);
  if (word.find('_') != word.npos || static_cast<unsigned char>(word[0]) >= 0x80) return false;
  if (is_ascii_letter(next)) return word.size() >= 2 || is_ascii_letter(at(hyphen + 2));
  return is_digit(next) && word.size() >= 2;
}

std::size_t Lexer::word_end(std::size_t begin, bool after_number) const {
  std::size_t i = begin;
  while (i < text_.size()) {
    if (!after_number)  // letters alone, as in most words
      while (i < text_.size() && is_ascii_letter(text_[i])) ++i;
    if (i == text_.size()) break;
    const CodePoint c = code_point_at(text_, i);
    const char previous = i > begin ? text_[i - 1] : '\0';
    if (c.value == '%') {
      if (i == begin) return i + 1;
      break;
    }
    if (c.value == '_' && at(i + 1) == '{') break;  // N_{GPU}: scan_subscript() takes it
    if (c.value == 'x' && after_number && i > begin && is_digit(at(i + 1))) break;  // 168Mx0.5
    if (is_letter(c.value) || (is_digit(static_cast<char>(c.value < 0x80 ? c.value : 0)) && i > begin)) {
      i += c.length;
    } else if (c.value == '.' && is_ascii_letter(previous) && is_ascii_letter(at(i + 1)) && !is_upper(at(i + 1))) {
      ++i;
    } else if (c.value == '\'' && is_ascii_letter(previous) && is_ascii_letter(at(i + 1))) {
      ++i;
    } else if (c.value == '-' && i > begin && !after_number && joins_after_hyphen(begin, i)) {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

namespace {

bool is_prefix_letter(std::string_view word) {
  return word.size() == 1 && std::string_view("kKMGTPE").find(word[0]) != word.npos;
}

bool continues_a_prefix(std::string_view rest) {
  for (const std::string_view unit : {"-op", "-Op", "-OP", "-FLOP", "-flop", "-MAC", "-mac", "-bit", "-byte", "-Byte"})
    if (rest.starts_with(unit)) return true;
  return false;
}

}  // namespace

void Lexer::scan_word() {
  const Token* last = previous();
  if (text_[at_] == 'x' && is_digit(at(at_ + 1)) && !space_before() && previous_is_operand())
    return emit(TokenKind::op, 1, '*');  // the x of 168Mx0.5
  const bool after_number = last && last->kind == TokenKind::number && !space_before();
  std::size_t end = word_end(at_, after_number);
  std::string_view word = text_.substr(at_, end - at_);
  if (is_prefix_letter(word) && continues_a_prefix(text_.substr(end))) {
    end = word_end(end + 1, false);
    word = text_.substr(at_, end - at_);
  }
  if (at(end) == ':' && text_.substr(end).starts_with("://")) {
    while (end < text_.size() && !space_at(end) && text_[end] != ')') ++end;
    return emit(TokenKind::other, end - at_);
  }
  const bool lone_x = (word == "x" || word == "X") && space_before() && space_at(end);
  if (lone_x && previous_is_operand()) {
    std::size_t after = end;
    while (after < text_.size() && is_space(code_point_at(text_, after).value)) ++after;
    if (at(after) != '=') return emit(TokenKind::op, end - at_, '*');
  }
  emit(TokenKind::word, end - at_);
  if (at(at_) != '.') return;
  static constexpr std::string_view abbreviations[] = {"e.g", "i.e", "vs", "approx", "etc", "cf", "resp", "ca"};
  for (const std::string_view abbreviation : abbreviations)
    if (word == abbreviation) last_end_ = ++at_;
}

}  // namespace napkin::validator::read
