#include "validator/read/characters.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace napkin::validator::read {

CodePoint wide_code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return {0xFFFD, 1};
  char32_t value = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {0xFFFD, 1};
    value = (value << 6) | (byte(i) & 0x3Fu);
  }
  return {value, length};
}

bool is_wide_space(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_wide_letter(char32_t c) {
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x52F) || c == 0xB5 ||
         (c >= 0x2080 && c <= 0x2089) || c == 0xB0 || c == 0x2126 || c == 0x2030 || c == 0x2113;
}

int superscript_digit(char32_t c) {
  switch (c) {
    case 0x2070: return 0;
    case 0xB9: return 1;
    case 0xB2: return 2;
    case 0xB3: return 3;
    default: return c >= 0x2074 && c <= 0x2079 ? static_cast<int>(c - 0x2070) : -1;
  }
}

std::string_view greek_letter(std::string_view latex_name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> letters{{
      {"alpha", "α"}, {"beta", "β"},  {"gamma", "γ"}, {"delta", "δ"},  {"Delta", "Δ"}, {"epsilon", "ε"},
      {"eta", "η"},   {"theta", "θ"}, {"kappa", "κ"}, {"lambda", "λ"}, {"mu", "μ"},    {"nu", "ν"},
      {"pi", "π"},    {"rho", "ρ"},   {"sigma", "σ"}, {"tau", "τ"},    {"phi", "φ"},   {"chi", "χ"},
      {"psi", "ψ"},   {"omega", "ω"}, {"Omega", "Ω"}, {"ell", "ℓ"},
  }};
  const auto* found =
      std::find_if(letters.begin(), letters.end(), [&](const auto& l) { return l.first == latex_name; });
  return found == letters.end() ? std::string_view{} : found->second;
}

}  // namespace napkin::validator::read
