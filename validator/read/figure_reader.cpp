// figure := "~"* "$"? number power_of_ten? range? (factor | unit_phrase)?
// power_of_ten := "×" "10" "^" "-"? number                "1.5 × 10¹³" is one numeral
// range        := ("-" | to) "$"? number, larger          "3–5 GB", "2 to 6 MB"; 8-1 goes down and is a difference
// factor       := "×" that no operand follows             "12× faster", but "12×h" and "12·h" multiply
// joined name  := a letter that the text defines          "12h" is 12 × h where something follows that multiplies on,
//                                                         else both that and 12 hours
#include "validator/read/figure_reader.hpp"

#include <cmath>

#include "validator/read/characters.hpp"
#include "validator/read/vocabulary.hpp"

namespace napkin::validator::read {

using engine::Literal;
using engine::UnitKind;
using engine::UnitReading;

namespace {

class Reader {
 public:
  Reader(const Tokens& tokens, std::size_t at, std::size_t limit, const SymbolTable& symbols, UnitLookup& units)
      : tokens_(tokens), at_(at), limit_(limit), symbols_(symbols), units_(units) {}

  std::optional<FigureRead> run() {
    for (; kind_at(at_, TokenKind::approx); ++at_) read_.note.approximate = true;
    money_ = kind_at(at_, TokenKind::money);
    if (money_) ++at_;
    if (!kind_at(at_, TokenKind::number)) return std::nullopt;
    literal().number = tokens_[at_].number;
    literal().value = tokens_[at_].number.exact();
    ++at_;
    read_power_of_ten();
    read_range();
    if (!read_factor()) read_unit();
    if (money_) make_money();
    read_.next = at_;
    return std::move(read_);
  }

 private:
  Literal& literal() { return read_.literal; }
  bool kind_at(std::size_t i, TokenKind kind) const { return i < limit_ && tokens_[i].kind == kind; }
  bool op_at(std::size_t i, char op) const { return kind_at(i, TokenKind::op) && tokens_[i].op == op; }

  void read_power_of_ten() {
    const bool ten = op_at(at_, '*') && kind_at(at_ + 1, TokenKind::number) && tokens_[at_ + 1].number.value == 10 &&
                     op_at(at_ + 2, '^');
    if (!ten) return;
    std::size_t i = at_ + 3;
    const bool made_bracket = kind_at(i, TokenKind::open) && tokens_[i].made;  // 10^{12}
    if (made_bracket) ++i;
    const bool negative = op_at(i, '-');
    if (negative) ++i;
    if (!kind_at(i, TokenKind::number) || tokens_[i].number.has_point || tokens_[i].number.value > 300) return;
    const double scale = std::pow(10.0, negative ? -tokens_[i].number.value : tokens_[i].number.value);
    if (made_bracket && !kind_at(++i, TokenKind::close)) return;
    literal().number.value *= scale;
    literal().number.resolution *= scale;
    literal().value = literal().number.exact();
    at_ = i + 1;
  }

  void read_range() {
    const bool dash = op_at(at_, '-') && tokens_[at_].glued;
    const bool to = kind_at(at_, TokenKind::word) && tokens_[at_].text == "to";
    if (!dash && !to) return;
    std::size_t upper = at_ + 1;
    if (money_ && kind_at(upper, TokenKind::money)) ++upper;  // $1.10–$1.40
    if (!kind_at(upper, TokenKind::number) || (dash && !tokens_[at_ + 1].glued)) return;
    if (tokens_[upper].number.value <= literal().number.value) return;
    literal().value = {literal().number.value, tokens_[upper].number.value};
    read_.note.range_of_values = true;
    at_ = upper + 1;
  }

  bool read_factor() {
    const bool sign = op_at(at_, '*') && tokens_[at_].glued && tokens_[at_].text == "×";
    const bool operand_follows = kind_at(at_ + 1, TokenKind::number) || kind_at(at_ + 1, TokenKind::open) ||
                                 kind_at(at_ + 1, TokenKind::money) || kind_at(at_ + 1, TokenKind::approx) ||
                                 names_an_operand(at_ + 1);
    if (!sign || operand_follows) return false;
    literal().readings = units_.readings("x");
    ++at_;
    if (kind_at(at_, TokenKind::word) && !is_clause_word(tokens_[at_].text)) ++at_;
    return true;
  }

  bool names_an_operand(std::size_t i) const {
    if (!kind_at(i, TokenKind::word)) return false;
    const std::string_view word = tokens_[i].text;
    return symbols_.find(word) || (tokens_[i].glued && word.size() == 1 && is_ascii_letter(word[0]));
  }

  void read_unit() {
    if (multiplies_without_sign(tokens_, at_, limit_, symbols_, units_)) return;
    const bool word = kind_at(at_, TokenKind::word);
    const bool slash = op_at(at_, '/') && kind_at(at_ + 1, TokenKind::word) && !symbols_.find(tokens_[at_ + 1].text);
    if (!word && !slash) return;
    UnitRead unit = read_unit_phrase(tokens_, at_, limit_, units_);
    read_.unknown_unit = std::move(unit.unknown);
    literal().readings = std::move(unit.readings);
    if (unit.next == at_ + 1) add_joined_name(tokens_[at_]);
    at_ = unit.next;
  }

  // "2N" where the text says N = 8: two of those N, or two newtons; whichever the figures bear out.
  void add_joined_name(const Token& word) {
    if (!word.glued || word.text.size() != 1) return;
    const Literal* named = symbols_.find(word.text);
    if (!named) return;
    UnitReading reading = named->readings.empty() ? UnitReading{} : named->readings[0];
    reading.scale *= named->number.value;
    reading.symbol = std::string(word.text);
    reading.decimal_information_prefix = 0;
    literal().readings.push_back(std::move(reading));
  }

  // "$3.5k", "$2/GPU-hr", "$5 per month": dollars, in what the unit says.
  void make_money() {
    engine::UnitReadings& readings = literal().readings;
    if (readings.empty()) {
      readings = units_.readings("USD");
      return;
    }
    readings.change([](UnitReading& reading) {
      const bool only_label = reading.kind == UnitKind::count && reading.symbol.find('/') == std::string::npos;
      reading.dimension = reading.dimension * engine::dimensions::money;
      if (reading.symbol.starts_with("1/"))
        reading.symbol = "USD" + reading.symbol.substr(1);
      else if (reading.symbol.empty() || only_label)
        reading.symbol = "USD";
      else  // "K USD/month"
        reading.symbol.insert(std::min(reading.symbol.find('/'), reading.symbol.size()), " USD");
      reading.kind = UnitKind::physical;
    });
  }

  const Tokens& tokens_;
  std::size_t at_, limit_;
  const SymbolTable& symbols_;
  UnitLookup& units_;
  bool money_ = false;
  FigureRead read_;
};

}  // namespace

std::optional<FigureRead> read_figure(const Tokens& tokens, std::size_t at, std::size_t limit,
                                      const SymbolTable& symbols, UnitLookup& units) {
  return Reader(tokens, at, limit, symbols, units).run();
}

namespace {

// "4h²", "2s·h", "12Ld²", "2N(N-1)": what follows a letter shows that it stands for a figure, not for a unit.
bool multiplies_on(const Tokens& tokens, std::size_t name, std::size_t limit) {
  if (name + 1 >= limit || !tokens[name + 1].glued) return false;
  const Token& next = tokens[name + 1];
  if (next.kind == TokenKind::op)
    return next.op == '^' || (next.op == '*' && name + 2 < limit && tokens[name + 2].glued);
  return (next.kind == TokenKind::open && !next.made) || (next.kind == TokenKind::word && next.text.size() == 1);
}

}  // namespace

bool multiplies_without_sign(const Tokens& tokens, std::size_t at, std::size_t limit, const SymbolTable& symbols,
                             UnitLookup& units) {
  if (at == 0 || at >= limit || !tokens[at].glued) return false;
  const Token& before = tokens[at - 1];
  const bool number = before.kind == TokenKind::number;
  if (tokens[at].kind == TokenKind::open) {
    const bool name = before.kind == TokenKind::word && symbols.find(before.text) && !function_named(before.text);
    return !tokens[at].made && (number || before.kind == TokenKind::close || name);
  }
  if (tokens[at].kind != TokenKind::word) return false;
  const std::string_view word = tokens[at].text;
  const bool defined = word.size() == 1 && symbols.find(word);
  const bool after_name = before.kind == TokenKind::word && before.text.size() == 1 && symbols.find(before.text);
  if (!number) return defined && after_name;
  if (defined && multiplies_on(tokens, at, limit)) return true;
  const engine::UnitReadings& found = units.readings(word);
  if (!found.empty() && found[0].preferred) return false;
  const bool greek = word.size() == 2 && static_cast<unsigned char>(word[0]) >= 0xCE;
  return greek || (word.size() == 1 && is_ascii_letter(word[0]));  // longer words are labels: 64head_dim
}

}  // namespace napkin::validator::read
