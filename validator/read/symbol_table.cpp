#include "validator/read/symbol_table.hpp"

#include <algorithm>
#include <cmath>

#include "validator/read/characters.hpp"

namespace napkin::validator::read {
namespace {

// 0.95 and 0.948 are one figure, printed twice.
bool same_figure(const engine::Literal& a, const engine::Literal& b) {
  const auto base = [](const engine::Literal& l) {
    return l.readings.empty() ? l.number.value : l.number.value * l.readings[0].scale;
  };
  return std::abs(base(a) - base(b)) <= 0.01 * std::abs(base(a));
}

}  // namespace

void SymbolTable::define(std::string_view name, engine::Literal value) {
  const auto known = exact_.find(std::string(name));
  if (known != exact_.end() && !same_figure(known->second, value)) two_values_.insert(std::string(name));
  lower_.insert_or_assign(engine::lowered(name), std::string(name));
  exact_.insert_or_assign(std::string(name), std::move(value));
}

const engine::Literal* SymbolTable::find(std::string_view name) const {
  const auto exact = exact_.find(std::string(name));
  if (exact != exact_.end()) return &exact->second;
  if (name.size() < 2) return nullptr;  // n and N are two names
  const auto lower = lower_.find(engine::lowered(name));
  return lower == lower_.end() ? nullptr : &exact_.find(lower->second)->second;
}

bool looks_like_symbol(std::string_view word) {
  if (word.empty() || word == "%" || static_cast<unsigned char>(word[0]) == 0xC2) return false;  // °, µ
  const bool greek = static_cast<unsigned char>(word[0]) >= 0xCE && static_cast<unsigned char>(word[0]) <= 0xCF;
  if (greek || word.find('_') != word.npos) return true;
  if (word.size() == 1) return true;
  const bool short_name = word.size() == 2 && is_upper(word[0]);
  return short_name && (is_digit(word[1]) || is_upper(word[1]) || word[1] != 's');
}

}  // namespace napkin::validator::read
