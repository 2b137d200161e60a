// version := versioned number                         "NVLink 4", where no unit follows: "NVLink 50 GB/s" is a figure
// pixels  := (4 | 8) "K" (video | display | …)        also before "× 60 fps"
// model   := Name number "x" number "B", all glued    "Mixtral 8x7B": no factor, since experts share layers
// joined  := two to four letters, each of which the text defines, glued to what they multiply
#include "validator/read/names.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "validator/read/characters.hpp"
#include "validator/read/vocabulary.hpp"
#include "validator/read/word_set.hpp"

namespace napkin::validator::read {
namespace {

bool kind_at(const Tokens& tokens, std::size_t i, TokenKind kind) {
  return i < tokens.size() && tokens[i].kind == kind;
}

// What comes in numbered versions. A lone number after it tells which one.
bool has_versions(std::string_view word) {
  static constexpr std::string_view names[] = {
      "PCIe", "PCI-Express", "Gen",     "NVLink",    "NVSwitch",    "CXL",     "USB",   "Wi-Fi", "WiFi",
      "SATA", "SAS",         "UFS",     "DDR",       "LPDDR",       "GDDR",    "HBM",   "HDMI",  "DisplayPort",
      "CUDA", "ROCm",        "PyTorch", "Bluetooth", "Thunderbolt", "UCIe",    "Llama", "Gemma", "Qwen",
      "GPT",  "Phi",         "Claude",  "Gemini",    "DeepSeek",    "Whisper", "BLE",   "HTTP",  "TLS",
      "MIPI", "CSI",         "version", "release",   "revision",    "NVDLA",   "IPv",   "RAID",  "ZeRO"};
  static constexpr WordSet set(names);
  return set.contains(word);
}

// What a text numbers in its own order: "Stage 3: 525 GB / 16".
bool is_numbered(std::string_view word) {
  static constexpr std::string_view names[] = {"stage", "phase", "tier", "option", "scenario"};
  static constexpr WordSet set(names);
  return set.contains(word);
}

bool is_version(const Tokens& tokens, std::size_t i, UnitLookup& units) {
  if (i == 0 || tokens[i].kind != TokenKind::number || !kind_at(tokens, i - 1, TokenKind::word)) return false;
  const bool numbered = is_numbered(tokens[i - 1].text);
  if ((!numbered && !has_versions(tokens[i - 1].text)) || tokens[i].number.value >= 20) return false;
  if (!kind_at(tokens, i + 1, TokenKind::word)) return true;
  const std::string_view next = tokens[i + 1].text;
  return !tokens[i + 1].glued && units.readings(next).empty() &&
         (numbered || tokens[i].number.has_point || is_clause_word(next));
}

bool is_model(const Tokens& tokens, std::size_t i, UnitLookup& units) {
  if (i == 0 || i + 3 >= tokens.size() || tokens[i].kind != TokenKind::number) return false;
  const Token &x = tokens[i + 1], &size = tokens[i + 2], &billions = tokens[i + 3];
  const bool times = x.kind == TokenKind::op && x.glued && (x.text == "x" || x.text == "X");
  if (!times || size.kind != TokenKind::number || !size.glued || !billions.glued || billions.text != "B") return false;
  const Token& name = tokens[i - 1];
  return name.kind == TokenKind::word && is_upper(name.text[0]) && !is_clause_word(name.text) &&
         units.readings(name.text).empty();
}

// "4K × 60 fps", "8K video": pixels, whatever their number.
bool is_resolution(const Tokens& tokens, std::size_t i) {
  if (i + 2 >= tokens.size() || tokens[i].kind != TokenKind::number || tokens[i].number.has_point) return false;
  const double number = tokens[i].number.value;
  if ((number != 4 && number != 8) || tokens[i + 1].text != "K" || !tokens[i + 1].glued) return false;
  const auto is = [&](std::size_t k, std::initializer_list<std::string_view> words) {
    return kind_at(tokens, k, TokenKind::word) &&
           std::any_of(words.begin(), words.end(), [&](std::string_view w) { return same_word(w, tokens[k].text); });
  };
  if (is(i + 2, {"video", "resolution", "UHD", "display", "camera", "stream"})) return true;
  return tokens[i + 2].kind == TokenKind::op && kind_at(tokens, i + 3, TokenKind::number) && is(i + 4, {"fps"});
}

// Letters that stand before a relation or a colon and a figure: "L = 12", "Layers (L): 80".
std::string defined_letters(const Tokens& tokens) {
  std::string letters;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::word || tokens[i].text.size() != 1) continue;
    const std::size_t relation = kind_at(tokens, i + 1, TokenKind::close) ? i + 2 : i + 1;
    const bool assigns = kind_at(tokens, relation, TokenKind::relation) || kind_at(tokens, relation, TokenKind::colon);
    if (assigns && !(i > 0 && tokens[i - 1].kind == TokenKind::number)) letters += tokens[i].text;
  }
  return letters;
}

}  // namespace

void leave_names_alone(Tokens& tokens, UnitLookup& units) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::number) continue;
    if (is_version(tokens, i, units)) tokens[i].kind = TokenKind::other;
    if (is_resolution(tokens, i)) tokens[i].kind = tokens[i + 1].kind = TokenKind::other;
    if (!is_model(tokens, i, units)) continue;
    for (std::size_t k = i; k < i + 4; ++k) tokens[k].kind = TokenKind::other;
  }
}

void split_joined_names(Tokens& tokens, UnitLookup& units) {
  const std::string letters = defined_letters(tokens);
  if (letters.size() < 2) return;
  const auto joins = [&](std::size_t i) {
    const Token& word = tokens[i];
    if (i == 0 || word.kind != TokenKind::word || !word.glued || word.text.size() < 2 || word.text.size() > 4)
      return false;
    const TokenKind before = tokens[i - 1].kind;
    const bool factor = before == TokenKind::number || before == TokenKind::op || before == TokenKind::close;
    return factor && units.readings(word.text).empty() && word.text.find_first_not_of(letters) == word.text.npos;
  };
  std::size_t first = 0;
  while (first < tokens.size() && !joins(first)) ++first;
  if (first == tokens.size()) return;
  Tokens split;
  split.reserve(tokens.size() + letters.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!joins(i)) {
      split.push_back(tokens[i]);
      continue;
    }
    for (std::size_t k = 0; k < tokens[i].text.size(); ++k) {
      Token letter = tokens[i];
      letter.text = tokens[i].text.substr(k, 1);
      letter.range = {tokens[i].range.begin + k, tokens[i].range.begin + k + 1};
      split.push_back(letter);
    }
  }
  tokens = std::move(split);
}

}  // namespace napkin::validator::read
