// unit_phrase := magnitude* adjective{0,2} unit power? denominator*
//              | magnitude* label{0,2} denominator*
//              | magnitude*
// magnitude   := K | M | B | T | thousand | million | billion | trillion     "7B", "2 trillion"
// adjective   := a word the table does not know                              "9 *input* bytes", "5 *effective* TOPS/W"
// power       := ^2 | ^3                                                     "mm²"
// denominator := ("/" | "per") number? word                                  "/s", "per parameter", "per 1000 tokens"
// label       := a word that is no clause word                               "50 *concurrent requests*"
#include "validator/read/unit_reader.hpp"

#include <algorithm>

#include "validator/read/characters.hpp"
#include "validator/read/vocabulary.hpp"
#include "validator/read/word_set.hpp"

namespace napkin::validator::read {

using engine::UnitKind;
using engine::UnitReading;
using engine::UnitReadings;

namespace {

constexpr std::size_t max_readings = 8;
constexpr std::size_t longest_remembered = 64;  // bytes of a word or of a unit's symbol

bool physical(const UnitReading& reading) { return reading.kind == UnitKind::physical; }

UnitReading label_reading(std::string_view word) {
  UnitReading reading;
  reading.labels = {{std::string(word), 1}};
  reading.symbol = std::string(word);
  reading.kind = UnitKind::count;
  return reading;
}

UnitReading combined(const UnitReading& a, const UnitReading& b, bool divide) {
  UnitReading result = a;
  const int sign = divide ? -1 : 1;
  result.scale = divide ? a.scale / b.scale : a.scale * b.scale;
  result.dimension = divide ? a.dimension / b.dimension : a.dimension * b.dimension;
  result.labels = engine::multiply(a.labels, engine::power(b.labels, sign));
  if (divide)
    result.symbol = (a.symbol.empty() ? "1" : a.symbol) + "/" + b.symbol;
  else if (a.kind == UnitKind::magnitude && b.symbol.empty())
    result.symbol = a.symbol;
  else
    result.symbol = a.symbol.empty() ? b.symbol : a.symbol + (a.kind == UnitKind::magnitude ? " " : "*") + b.symbol;
  if (a.kind == UnitKind::magnitude) result.kind = b.kind;
  result.preferred = a.preferred && b.preferred;
  result.decimal_information_prefix = a.decimal_information_prefix + sign * b.decimal_information_prefix;
  return result;
}

UnitReadings multiplied(const UnitReadings& a, const UnitReadings& b, bool divide) {
  std::vector<UnitReading> result;
  const UnitReadings one{UnitReading{}};
  for (const UnitReading& left : a.empty() ? one : a)
    for (const UnitReading& right : b)
      if (result.size() < max_readings) result.push_back(combined(left, right, divide));
  std::stable_sort(result.begin(), result.end(),
                   [](const UnitReading& x, const UnitReading& y) { return x.preferred && !y.preferred; });
  return result;
}

bool only(const UnitReadings& readings, UnitKind kind) {
  return !readings.empty() &&
         std::all_of(readings.begin(), readings.end(), [&](const UnitReading& r) { return r.kind == kind; });
}

class Reader {
 public:
  Reader(const Tokens& tokens, std::size_t at, std::size_t limit, UnitLookup& units)
      : tokens_(tokens), begin_(at), at_(at), limit_(limit), units_(units) {}

  UnitRead run() {
    read_magnitudes();
    if (!read_unit()) read_labels();
    if (!is_factor()) read_denominators();
    UnitRead result;
    result.readings = std::move(readings_);
    result.next = at_;
    result.unknown = std::move(unknown_);
    return result;
  }

 private:
  UnitReadings product(const UnitReadings& a, const UnitReadings& b, bool divide) {
    return units_.product(a, b, divide);
  }

  // 3.1× is a pure factor: what follows it ("24x higher W/FPS") is no unit of it.
  bool is_factor() const { return !readings_.empty() && readings_[0].symbol == "×"; }

  bool word_at(std::size_t i) const { return i < limit_ && tokens_[i].kind == TokenKind::word; }
  bool op_at(std::size_t i, char op) const {
    return i < limit_ && tokens_[i].kind == TokenKind::op && tokens_[i].op == op;
  }
  // A function or a word that calls ("f(x)") is no unit.
  bool calls(std::size_t i) const {
    return i + 1 < limit_ && tokens_[i + 1].kind == TokenKind::open && tokens_[i + 1].glued && !tokens_[i + 1].made;
  }
  // "2 GB plus 3 GB", "6 divided by 3": an operator, no label. "3 times faster" has a factor.
  bool operates(std::size_t i) const {
    if (!word_at(i) || !is_operator_word(tokens_[i].text) || i + 1 >= limit_) return false;
    const TokenKind next = tokens_[i + 1].kind;
    return next == TokenKind::number || next == TokenKind::open || next == TokenKind::money ||
           next == TokenKind::approx || (word_at(i + 1) && same_word(tokens_[i + 1].text, "by"));
  }
  bool may_be_unit(std::size_t i) const {
    if (!word_at(i) || is_clause_word(tokens_[i].text) || operates(i)) return false;
    if (function_named(tokens_[i].text) && calls(i)) return false;
    return tokens_[i].glued || !is_english_before_unit(tokens_[i].text);
  }

  // 7B, 2 trillion, 100M. A B that names bytes is left to read_unit; where a label follows, it is a billion.
  void read_magnitudes() {
    for (int count = 0; count < 2 && word_at(at_); ++count) {
      const UnitReadings& found = units_.readings(tokens_[at_].text);
      if (is_kelvin(at_)) return;
      const bool magnitude = only(found, UnitKind::magnitude);
      const bool ambiguous = !magnitude && units_.is_magnitude(tokens_[at_].text);
      const bool noun_follows = word_at(at_ + 1) && !is_clause_word(tokens_[at_ + 1].text) &&
                                !units_.is_physical(tokens_[at_ + 1].text) && names_a_count(tokens_[at_ + 1].text);
      if (!magnitude && !(ambiguous && noun_follows)) return;
      UnitReadings chosen = found.where([](const UnitReading& r) { return r.kind == UnitKind::magnitude; });
      if (std::any_of(chosen.begin(), chosen.end(), [](const UnitReading& r) { return !r.preferred; }))
        chosen.change([](UnitReading& reading) { reading.preferred = true; });
      readings_ = product(readings_, chosen, false);
      ++at_;
    }
  }

  // "12 K" spaced off and nothing counted after it: kelvin or thousand, as the dimensions will have it.
  bool is_kelvin(std::size_t i) const {
    return tokens_[i].text == "K" && !tokens_[i].glued && !(word_at(i + 1) && !is_clause_word(tokens_[i + 1].text));
  }

  // After "7B", a word that tells people, tokens or parameters, not bytes: "7B params", "70B model", "20B tokens".
  bool names_a_count(std::string_view word) {
    static constexpr std::string_view nouns[] = {"model",       "LLM",   "dense",  "MoE",
                                                 "transformer", "draft", "active", "total"};
    static constexpr WordSet set(nouns);
    return set.contains(word) || only(units_.readings(word), UnitKind::count);
  }

  bool read_unit() {
    for (std::size_t skip = 0; skip <= 2; ++skip) {
      const std::size_t i = at_ + skip;
      if (!may_be_unit(i)) return false;
      if (skip > 0 && tokens_[i].text.size() == 1 && !tokens_[i].glued) return false;  // "3 tiny s": no second
      UnitReadings found = units_.readings(tokens_[i].text);
      if (found.empty()) found = hyphenated(tokens_[i].text);
      if (same_word(tokens_[i].text, "times") &&
          (op_at(i + 1, '/') || (word_at(i + 1) && same_word(tokens_[i + 1].text, "per"))))
        found = units_.label("time");  // 288 times/day
      if (skip == 0 && is_kelvin(i)) {
        for (const UnitReading& kelvin : units_.readings("kelvin")) found.push_back(kelvin);
      }
      if ((same_word(tokens_[i].text, "percentage") || same_word(tokens_[i].text, "percent")) && word_at(i + 1) &&
          (same_word(tokens_[i + 1].text, "points") || same_word(tokens_[i + 1].text, "point")))
        found = units_.readings("%");
      if (!found.empty() && (skip == 0 || std::any_of(found.begin(), found.end(), physical))) {
        if (skip > 0 && only(found, UnitKind::magnitude)) return false;
        readings_ = product(readings_, found, false);
        at_ = i + 1;
        read_power();
        if (only(found, UnitKind::count)) read_unit_after_count();
        read_labels();
        return true;
      }
      if (skip == 0 && looks_like_a_unit(tokens_[i])) unknown_ = std::string(tokens_[i].text);
    }
    return false;
  }

  // "9 input bytes" has an unknown word before its unit; "2 weight bytes" one that the table counts.
  void read_unit_after_count() {
    if (!may_be_unit(at_) || tokens_[at_].text.size() == 1) return;
    const UnitReadings& found = units_.readings(tokens_[at_].text);
    if (found.empty() || !std::all_of(found.begin(), found.end(), physical)) return;
    readings_ = product(readings_, found, false);
    ++at_;
  }

  // GPU-hours, byte-seconds: a product of two known words.
  UnitReadings hyphenated(std::string_view word) {
    const std::size_t hyphen = word.find('-');
    if (hyphen == word.npos || hyphen == 0 || hyphen + 1 == word.size()) return {};
    const UnitReadings& second = units_.readings(word.substr(hyphen + 1));
    if (second.empty() || !std::any_of(second.begin(), second.end(), physical)) return {};
    const UnitReadings& first = units_.readings(word.substr(0, hyphen));
    return product(first.empty() ? units_.label(word.substr(0, hyphen)) : first, second, false);
  }

  // Glued to its number, two to five letters of which the last are capitals after a prefix: a unit we do not know.
  static bool looks_like_a_unit(const Token& token) {
    return token.glued && token.text.size() >= 2 && token.text.size() <= 5 && is_upper(token.text.back()) &&
           !is_digit(token.text.back());
  }

  void read_power() {
    const bool power =
        op_at(at_, '^') && tokens_[at_].glued && at_ + 1 < limit_ && tokens_[at_ + 1].kind == TokenKind::number;
    if (!power) return;
    const double exponent = tokens_[at_ + 1].number.value;
    if (exponent != 2 && exponent != 3) return;
    if (!readings_.empty() && readings_[0].symbol == "%") return;  // "82%^3" is the cube of 82 %
    readings_.change([&](UnitReading& reading) {
      const UnitReading base = reading;
      for (int k = 1; k < static_cast<int>(exponent); ++k) reading = combined(reading, base, false);
      reading.symbol = base.symbol + (exponent == 2 ? "^2" : "^3");
    });
    at_ += 2;
  }

  void read_labels() {
    for (int count = 0; count < 2 && word_at(at_) && !is_clause_word(tokens_[at_].text) && !operates(at_); ++count) {
      const Token& token = tokens_[at_];
      if (is_preposition(token.text) || (function_named(token.text) && calls(at_)) || calls(at_)) return;
      if (readings_.empty() || only(readings_, UnitKind::magnitude)) {
        const UnitReadings label =
            units_.readings(token.text).where([](const UnitReading& r) { return r.kind == UnitKind::count; });
        readings_ = product(readings_, label.empty() ? units_.label(token.text) : label, false);
      }
      ++at_;
    }
  }

  static bool is_preposition(std::string_view word) {
    static constexpr std::string_view words[] = {"of",     "for",  "in",    "on",      "at",
                                                 "across", "over", "under", "between", "within"};
    static constexpr WordSet set(words);
    return set.contains(word);
  }

  void read_denominators() {
    for (int count = 0; count < 3; ++count) {
      const bool slash = op_at(at_, '/') && word_at(at_ + 1) && !calls(at_ + 1);
      const bool per = word_at(at_) && same_word(tokens_[at_].text, "per");
      if (!slash && !per) return;
      if (slash && (divides_by_function(at_ + 1) || is_lone_symbol(tokens_[at_ + 1]))) return;
      if (!read_denominator(at_ + 1)) return;
    }
  }

  // "100 / min (4, 5)" calls; "600 req/min" and "5 GB/min (83 MB/s)" are per minute.
  bool divides_by_function(std::size_t i) {
    if (!function_named(tokens_[i].text)) return false;
    if (!units_.is_physical(tokens_[i].text)) return true;
    return i + 1 < limit_ && tokens_[i + 1].kind == TokenKind::open && !tokens_[i].glued;
  }

  // A single letter that is no unit of time or count stands for a variable: "100 / N".
  bool is_lone_symbol(const Token& token) { return token.text.size() == 1 && units_.readings(token.text).empty(); }

  // "$0.50/M", of a million of what it is multiplied by
  bool is_price_of_many(std::size_t i) {
    const bool price = begin_ >= 2 && tokens_[begin_ - 2].kind == TokenKind::money;
    return price && (tokens_[i].text == "K" || only(units_.readings(tokens_[i].text), UnitKind::magnitude));
  }

  bool read_denominator(std::size_t i) {
    double number = 1;
    const bool counted = i + 1 < limit_ && tokens_[i].kind == TokenKind::number && word_at(i + 1);
    if (counted) number = tokens_[i++].number.value;
    if (word_at(i) && (same_word(tokens_[i].text, "a") || same_word(tokens_[i].text, "the"))) ++i;
    UnitReadings magnitude;
    if (word_at(i) && word_at(i + 1) && !is_clause_word(tokens_[i + 1].text) &&
        only(units_.readings(tokens_[i].text), UnitKind::magnitude))
      magnitude = units_.readings(tokens_[i++].text);
    if (!word_at(i) || is_clause_word(tokens_[i].text) || number == 0) return false;
    if (magnitude.empty() && is_price_of_many(i)) {
      readings_ = product(readings_, units_.readings(tokens_[i].text == "K" ? "thousand" : tokens_[i].text), true);
      at_ = i + 1;
      return true;
    }
    UnitReadings found = units_.readings(tokens_[i].text == "K" ? "kelvin" : tokens_[i].text);
    if (found.empty()) found = hyphenated(tokens_[i].text);  // $1.75/GPU-hr
    found = found.where([](const UnitReading& r) { return r.kind != UnitKind::magnitude; });
    if (found.empty()) {
      const bool adjective =
          word_at(i + 1) && units_.is_physical(tokens_[i + 1].text) && tokens_[i + 1].text.size() > 1;
      if (adjective)
        found = units_.readings(tokens_[++i].text);
      else
        found = units_.label(tokens_[i].text);
    }
    at_ = i + 1;
    UnitReadings whole = product(magnitude, found, false);
    if (number != 1) whole.change([&](UnitReading& reading) { reading.scale *= number; });
    readings_ = product(readings_, whole, true);
    if (op_at(at_, '^') && tokens_[at_].glued && at_ + 1 < limit_ && tokens_[at_ + 1].kind == TokenKind::number &&
        tokens_[at_ + 1].number.value == 2) {  // W/mm²
      readings_ = product(readings_, whole, true);
      at_ += 2;
    }
    return true;
  }

  const Tokens& tokens_;
  std::size_t begin_;  // behind the number
  std::size_t at_;
  std::size_t limit_;
  UnitLookup& units_;
  UnitReadings readings_;
  std::string unknown_;
};

}  // namespace

const UnitReadings& UnitLookup::readings(std::string_view word) {
  static const UnitReadings none;
  if (word.size() > longest_remembered) return none;  // the table has no such word
  if (last_ != nullptr && last_->first == word) return last_->second;
  auto found = words_.find(word);
  if (found == words_.end()) found = words_.emplace(word, engine::read_unit_word(word)).first;
  last_ = &*found;
  return found->second;
}

UnitReadings UnitLookup::label(std::string_view word) {
  if (word.size() > longest_remembered) return {label_reading(word)};
  if (const auto found = labels_.find(word); found != labels_.end()) return found->second;
  return labels_.emplace(word, UnitReadings{label_reading(word)}).first->second;
}

UnitReadings UnitLookup::product(const UnitReadings& a, const UnitReadings& b, bool divide) {
  if (a.empty() && !divide) return b;
  if (b.empty()) return a;
  if (a.begin() != a.end() && a.front().symbol.size() > longest_remembered) return multiplied(a, b, divide);
  if (b.front().symbol.size() > longest_remembered) return multiplied(a, b, divide);
  const std::hash<const void*> hash;
  Product& known = products_[hash(a.identity()) * 31 + hash(b.identity()) * 2 + (divide ? 1 : 0)];
  const bool same = known.a.shares_with(a) && known.b.shares_with(b) && known.divide == divide && !known.b.empty();
  if (!same) known = {a, b, divide, multiplied(a, b, divide)};
  return known.result;
}

void UnitLookup::trim() {
  constexpr std::size_t most_words = 5'000;
  if (words_.size() + labels_.size() + products_.size() < most_words) return;
  last_ = nullptr;
  words_.clear();
  labels_.clear();
  products_.clear();
}

bool UnitLookup::is_physical(std::string_view word) {
  const UnitReadings& found = readings(word);
  return std::any_of(found.begin(), found.end(), physical);
}

bool UnitLookup::is_magnitude(std::string_view word) {
  const UnitReadings& found = readings(word);
  return std::any_of(found.begin(), found.end(), [](const UnitReading& r) { return r.kind == UnitKind::magnitude; });
}

UnitRead read_unit_phrase(const Tokens& tokens, std::size_t at, std::size_t limit, UnitLookup& units) {
  return Reader(tokens, at, limit, units).run();
}

}  // namespace napkin::validator::read
