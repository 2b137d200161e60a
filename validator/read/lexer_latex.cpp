#include <algorithm>
#include <array>

#include "engine/text/ascii.hpp"
#include "validator/read/lexer.hpp"

namespace napkin::validator::read {
namespace {

struct Command {
  std::string_view name;
  TokenKind kind;
  char op;
  Relation relation;
};

// Commands that stand for one token. Greek letters and functions are found elsewhere; \text, \left, \displaystyle and
// every unknown command stand for nothing (their braces group).
constexpr Command commands[] = {
    {"times", TokenKind::op, '*', {}},
    {"cdot", TokenKind::op, '*', {}},
    {"ast", TokenKind::op, '*', {}},
    {"div", TokenKind::op, '/', {}},
    {"approx", TokenKind::relation, 0, Relation::approximately},
    {"simeq", TokenKind::relation, 0, Relation::approximately},
    {"sim", TokenKind::relation, 0, Relation::approximately},
    {"le", TokenKind::relation, 0, Relation::less_equal},
    {"leq", TokenKind::relation, 0, Relation::less_equal},
    {"ge", TokenKind::relation, 0, Relation::greater_equal},
    {"geq", TokenKind::relation, 0, Relation::greater_equal},
    {"lt", TokenKind::relation, 0, Relation::less},
    {"gt", TokenKind::relation, 0, Relation::greater},
    {"ll", TokenKind::relation, 0, Relation::less},
    {"gg", TokenKind::relation, 0, Relation::greater},
    {"to", TokenKind::arrow, 0, {}},
    {"rightarrow", TokenKind::arrow, 0, {}},
    {"Rightarrow", TokenKind::arrow, 0, {}},
    {"implies", TokenKind::arrow, 0, {}},
    {"lceil", TokenKind::open, 'c', {}},
    {"rceil", TokenKind::close, 'c', {}},
    {"lfloor", TokenKind::open, 'f', {}},
    {"rfloor", TokenKind::close, 'f', {}},
};

constexpr std::string_view functions[] = {"max", "min", "sqrt", "ln", "exp"};

}  // namespace

// \u00d7 written out: an escape that some other program left in the text stands for its character.
bool Lexer::scan_escaped_character() {
  const std::string_view digits = text_.substr(at_).substr(0, 6);
  if (digits.size() < 6 || digits[1] != 'u') return false;
  unsigned value = 0;
  for (const char c : digits.substr(2)) {
    const int digit = engine::hexadecimal_digit(c);
    if (digit < 0) return false;
    value = value * 16 + static_cast<unsigned>(digit);
  }
  switch (value) {
    case 0xD7:
    case 0xB7: emit(TokenKind::op, 6, '*'); break;
    case 0xF7: emit(TokenKind::op, 6, '/'); break;
    case 0x2212:
    case 0x2013: emit(TokenKind::op, 6, '-'); break;
    case 0x2248: emit_relation(Relation::approximately, 6); break;
    case 0x2264: emit_relation(Relation::less_equal, 6); break;
    case 0x2265: emit_relation(Relation::greater_equal, 6); break;
    case 0x2192: emit(TokenKind::arrow, 6); break;
    case 0x2014: emit(TokenKind::hard_stop, 6); break;
    default: emit(TokenKind::other, 6);
  }
  return true;
}

void Lexer::scan_command() {
  if (scan_escaped_character()) return;
  std::size_t end = at_ + 1;
  while (is_ascii_letter(at(end))) ++end;
  const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
  if (name.empty()) {
    const char symbol = at(at_ + 1);
    if (symbol == '%') {
      emit(TokenKind::word, 2);
      tokens_.back().text = "%";
    } else if (symbol == '$') {
      emit(TokenKind::money, 2);
    } else {
      at_ += symbol == '\0' ? 1 : 2;  // \, \; \! \\ and the like are spaces
    }
    return;
  }
  const std::size_t length = end - at_;
  const auto* command =
      std::find_if(std::begin(commands), std::end(commands), [&](const Command& c) { return c.name == name; });
  if (command != std::end(commands)) {
    if (name == "sim" && !previous_is_operand()) return emit(TokenKind::approx, length);
    emit(command->kind, length, command->op);
    tokens_.back().relation = command->relation;
  } else if (name == "frac" || name == "dfrac" || name == "tfrac") {
    emit_made(TokenKind::open, '(');
    at_ += length;
    pending_ = Group::numerator;
  } else if (name == "log") {
    const bool binary = text_.substr(end).starts_with("_2") || text_.substr(end).starts_with("_{2}");
    const bool decimal = text_.substr(end).starts_with("_{10}");
    emit(TokenKind::word, length + (binary ? (at(end + 1) == '{' ? 4u : 2u) : decimal ? 5u : 0u));
    tokens_.back().text = binary ? "log2" : decimal ? "log10" : "log";
  } else if (std::find(std::begin(functions), std::end(functions), name) != std::end(functions)) {
    emit(TokenKind::word, length);
    tokens_.back().text = *std::find(std::begin(functions), std::end(functions), name);
    if (name == "sqrt") pending_ = Group::root;
  } else if (const std::string_view letter = greek_letter(name); !letter.empty()) {
    emit(TokenKind::word, length);
    tokens_.back().text = letter;
  } else {
    at_ += length;
    if (name == "text" || name == "mathrm" || name == "textbf" || name == "mathbf") pending_ = Group::plain;
  }
}

void Lexer::open_brace() {
  const Group group = pending_.value_or(Group::plain);
  pending_.reset();
  if (group != Group::plain) emit_made(TokenKind::open, '(');
  ++at_;
  if (groups_.size() < 64) groups_.push_back(group);
}

void Lexer::close_brace() {
  const Group group = groups_.empty() ? Group::plain : groups_.back();
  if (!groups_.empty()) groups_.pop_back();
  if (group != Group::plain) emit_made(TokenKind::close, '(');
  ++at_;
  if (last_end_ == at_ - 1) last_end_ = at_;
  if (group == Group::numerator) {
    emit_made(TokenKind::op, '/');
    pending_ = Group::denominator;
  }
  if (group == Group::denominator) emit_made(TokenKind::close, '(');
}

// N_{GPU}: part of the name.
void Lexer::scan_subscript() {
  const std::size_t close = text_.find('}', at_);
  const bool short_enough = close != std::string_view::npos && close - at_ < 24;
  const std::size_t end = short_enough ? close + 1 : at_ + 2;
  Token& word = tokens_.back();
  word.range.end = end;
  word.text = text_.substr(word.range.begin, end - word.range.begin);
  at_ = last_end_ = end;
}

}  // namespace napkin::validator::read
