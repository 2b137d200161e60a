#include "validator/read/vocabulary.hpp"

#include <utility>

#include "engine/text/ascii.hpp"
#include "validator/read/word_set.hpp"

namespace napkin::validator::read {

bool same_word(std::string_view a, std::string_view b) { return a.size() == b.size() && engine::same_letters(a, b); }

namespace {

template <class Value, std::size_t N>
std::optional<Value> found(const WordTable<Value, N>& table, std::string_view word) {
  const Value* value = table.find(word);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

}  // namespace

std::optional<engine::Function> function_named(std::string_view word) {
  using engine::Function;
  static constexpr std::pair<std::string_view, Function> words[] = {
      {"max", Function::max},      {"min", Function::min},     {"floor", Function::floor}, {"ceil", Function::ceil},
      {"ceiling", Function::ceil}, {"round", Function::round}, {"sqrt", Function::sqrt},   {"log2", Function::log2},
      {"log10", Function::log10},  {"log₂", Function::log2},   {"log₁₀", Function::log10}, {"ln", Function::ln},
      {"exp", Function::exp},      {"abs", Function::abs},     {"sum", Function::sum}};
  static constexpr WordTable table(words);
  return found(table, word);
}

bool is_clause_word(std::string_view word) {
  static constexpr std::string_view words[] = {
      "and",          "or",     "but",       "so",    "because", "while",  "if",    "when",      "then",
      "than",         "which",  "that",      "is",    "are",     "was",    "were",  "be",        "been",
      "has",          "have",   "had",       "gives", "yields",  "equals", "needs", "takes",     "requires",
      "require",      "take",   "need",      "the",   "a",       "an",     "to",    "by",        "vs",
      "versus",       "per",    "as",        "from",  "until",   "since",  "where", "with",      "whereas",
      "not",          "can",    "will",      "would", "must",    "should", "may",   "leaves",    "leaving",
      "exceeds",      "exceed", "exceeding", "means", "meaning", "thus",   "hence", "therefore", "about",
      "roughly",      "using",  "becomes",   "costs", "saves",   "uses",   "fits",  "runs",      "reaches",
      "drops",        "grows",  "it",        "they",  "we",      "you",    "i.e",   "e.g",       "only",
      "approximately"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool is_english_before_unit(std::string_view word) {
  static constexpr std::string_view words[] = {"in", "a", "as", "at", "am", "pm", "to", "or", "an", "do", "no", "so"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

std::optional<double> factor_word(std::string_view word) {
  static constexpr std::pair<std::string_view, double> words[] = {{"half", 0.5}, {"third", 1.0 / 3}, {"quarter", 0.25},
                                                                  {"twice", 2},  {"double", 2},      {"triple", 3}};
  static constexpr WordTable table(words);
  return found(table, word);
}

std::optional<int> number_word(std::string_view word) {
  static constexpr std::pair<std::string_view, int> words[] = {{"two", 2},  {"three", 3},   {"four", 4},   {"five", 5},
                                                               {"six", 6},  {"seven", 7},   {"eight", 8},  {"nine", 9},
                                                               {"ten", 10}, {"eleven", 11}, {"twelve", 12}};
  static constexpr WordTable table(words);
  return found(table, word);
}

std::optional<double> bytes_of_format(std::string_view word) {
  static constexpr std::pair<std::string_view, double> formats[] = {
      {"fp64", 8},    {"fp32", 4},     {"tf32", 4},  {"float32", 4}, {"fp16", 2},  {"bf16", 2},
      {"float16", 2}, {"bfloat16", 2}, {"fp8", 1},   {"int8", 1},    {"uint8", 1}, {"int4", 0.5},
      {"fp4", 0.5},   {"nf4", 0.5},    {"int16", 2}, {"int32", 4}};
  static constexpr WordTable table(formats);
  return found(table, word);
}

bool is_operator_word(std::string_view word) {
  static constexpr std::string_view words[] = {"plus", "minus", "times", "divided", "multiplied"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool is_approximation_word(std::string_view word) {
  static constexpr std::string_view words[] = {
      "about", "approximately", "approx", "roughly", "around", "nearly", "almost", "ca", "circa", "some", "close"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool is_filler_before_figure(std::string_view word) {
  static constexpr std::string_view words[] = {"only", "just",  "exactly", "at",   "least",    "most",  "up",
                                               "to",   "over",  "under",   "a",    "the",      "total", "of",
                                               "well", "still", "now",     "only", "precisely"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool tells_a_decrease(std::string_view word) {
  static constexpr std::string_view words[] = {"less",    "fewer",  "lower",    "smaller", "reduction", "decrease",
                                               "drop",    "saving", "savings",  "cut",     "cheaper",   "shorter",
                                               "decline", "saved",  "discount", "off"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool tells_an_increase(std::string_view word) {
  static constexpr std::string_view words[] = {"more", "increase", "higher", "larger", "gain",
                                               "rise", "growth",   "jump",   "extra",  "bigger"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool is_result_verb(std::string_view word) {
  static constexpr std::string_view words[] = {"is",    "are",    "equals", "gives", "yields",
                                               "makes", "totals", "equal",  "be"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

}  // namespace napkin::validator::read
