#include "validator/scenario_fingerprint.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "engine/text/ascii.hpp"

namespace napkin::validator {
namespace {

constexpr int telling_weight = 3;

using engine::is_digit;

bool is_word_byte(char c) { return engine::is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

/// "4,096", "3.35", "H100": a point or a comma between two digits belongs to the word.
std::size_t word_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    const bool inside_number = (text[end] == '.' || text[end] == ',') && end > begin && is_digit(text[end - 1]) &&
                               end + 1 < text.size() && is_digit(text[end + 1]);
    if (!is_word_byte(text[end]) && !inside_number) break;
    ++end;
  }
  return end;
}

std::uint32_t hash_of(std::string_view word, bool telling) {
  std::uint32_t hash = 0x811C9DC5U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(engine::lower(c))) * 0x01000193U;
  return (hash & ~1U) | (telling ? 1U : 0U);
}

int weight(std::uint32_t word) { return (word & 1U) != 0 ? telling_weight : 1; }

int total_weight(const ScenarioFingerprint& fingerprint) {
  int total = 0;
  for (const std::uint32_t word : fingerprint.words) total += weight(word);
  return total;
}

std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

}  // namespace

ScenarioFingerprint fingerprint(std::string_view scenario) {
  ScenarioFingerprint result;
  bool sentence_start = true;
  for (std::size_t at = 0; at < scenario.size() && result.words.size() < most_words;) {
    const std::size_t end = word_end(scenario, at);
    if (end == at) {
      if (scenario[at] == '.' || scenario[at] == '?' || scenario[at] == '!') sentence_start = true;
      ++at;
      continue;
    }
    const std::string_view word = scenario.substr(at, end - at);
    const bool has_digit = std::any_of(word.begin(), word.end(), is_digit);
    const bool is_name = !sentence_start && engine::is_upper(word.front());
    result.words.push_back(hash_of(word, has_digit || is_name));
    if (has_digit) result.figures.push_back(result.words.back());
    sentence_start = false;
    at = end;
  }
  std::sort(result.figures.begin(), result.figures.end());
  result.sketch.fill(std::numeric_limits<std::uint32_t>::max());
  for (std::size_t i = 0; i + 1 < result.words.size(); ++i) {
    const std::uint64_t pair = mixed(std::uint64_t{result.words[i]} << 32 | result.words[i + 1]);
    const std::uint64_t step = mixed(pair) | 1U;
    // One hash function for each place, from two hashes: a + k * b.
    for (std::size_t k = 0; k < sketch_size; ++k)
      result.sketch[k] = std::min(result.sketch[k], static_cast<std::uint32_t>((pair + k * step) >> 32));
  }
  return result;
}

double similarity(const ScenarioFingerprint& a, const ScenarioFingerprint& b) {
  const int total = total_weight(a) + total_weight(b);
  if (total == 0) return 0;
  if (a.words == b.words) return 1;
  std::vector<int> row(b.words.size() + 1, 0);
  for (const std::uint32_t word : a.words) {
    int diagonal = 0;
    for (std::size_t j = 0; j < b.words.size(); ++j) {
      const int above = row[j + 1];
      row[j + 1] = word == b.words[j] ? diagonal + weight(word) : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return 2.0 * row.back() / total;
}

double figures_in_common(const ScenarioFingerprint& a, const ScenarioFingerprint& b) {
  const std::size_t total = a.figures.size() + b.figures.size();
  if (total == 0) return 1;
  std::vector<std::uint32_t> both;
  std::set_intersection(a.figures.begin(), a.figures.end(), b.figures.begin(), b.figures.end(),
                        std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(total);
}

}  // namespace napkin::validator
