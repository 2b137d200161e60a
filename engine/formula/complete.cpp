#include "engine/formula/complete.hpp"

#include <algorithm>
#include <optional>

#include "engine/expression/functions.hpp"
#include "engine/text/ascii.hpp"
#include "engine/units/unit_table.hpp"

namespace napkin::engine {
namespace {

bool starts_name(char c) { return is_letter(c) || c == '_'; }
bool is_name_character(char c) { return starts_name(c) || is_digit(c) || c == '.' || c == '-'; }

std::string_view without_spaces_at_end(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// The name at the end of the text, empty where there is none.
std::string_view last_name(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_name_character(text[begin - 1])) --begin;
  while (begin < text.size() && !starts_name(text[begin])) ++begin;
  return text.substr(begin);
}

/// The formula whose parentheses are open at the end of the text, and which of its arguments stands there.
struct OpenCall {
  const Formula* formula = nullptr;
  std::size_t place = 0;
};

OpenCall open_call(std::string_view text, const Library& library) {
  int closed = 0;
  std::size_t place = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    if (text[i] == ')') ++closed;
    if (text[i] == ',' && closed == 0) ++place;
    if (text[i] != '(' || closed-- > 0) continue;
    return {library.formula(last_name(text.substr(0, i))), place};
  }
  return {};
}

class Completer {
 public:
  Completer(std::string_view text, const Library& library, std::span<const std::string> own_names)
      : text_(text), library_(library), own_names_(own_names) {
    std::string_view word = last_name(text);
    complete_word(word);
    // In "a-b" the hyphen is a minus, unless it is part of a name.
    const std::size_t hyphen = word.rfind('-');
    if (result_.words.empty() && hyphen != std::string_view::npos) complete_word(word.substr(hyphen + 1));
    std::sort(result_.words.begin(), result_.words.end());
    result_.words.erase(std::unique(result_.words.begin(), result_.words.end()), result_.words.end());
  }

  Completions result() && { return std::move(result_); }

 private:
  void complete_word(std::string_view word) {
    result_.begin = text_.size() - word.size();
    word_ = word;
    folded_ = folded_name(word);
    const std::string_view before = without_spaces_at_end(text_.substr(0, result_.begin));
    if (takes_unit(before)) return units();
    const std::size_t dot = word.find('.');
    if (dot != std::string_view::npos) {
      if (const auto kind = kind_of_prefix(word.substr(0, dot))) reference(*kind, dot);
      return;
    }
    if (!argument(before)) anything();
  }

  /// Behind "80", "80 GB" has its slash, "to".
  bool takes_unit(std::string_view before) const {
    const bool is_apart = before.size() < result_.begin;
    if (before.ends_with("to") || before.ends_with("in"))
      return is_apart && before.size() > 2 && !is_name_character(before[before.size() - 3]);
    std::size_t begin = before.size();
    while (begin > 0 && (is_digit(before[begin - 1]) || before[begin - 1] == '.')) --begin;
    return begin < before.size() && (begin == 0 || !is_name_character(before[begin - 1]));
  }

  void offer(std::string word) {
    if (std::string_view(word).starts_with(word_) || (!folded_.empty() && folded_name(word).starts_with(folded_)))
      result_.words.push_back(std::move(word));
  }

  /// Case tells units apart, so that they are compared as they are.
  void offer_unit(std::string symbol) {
    if (!symbol.empty() && std::string_view(symbol).starts_with(word_)) result_.words.push_back(std::move(symbol));
  }

  void units() {
    for (const Unit& unit : all_units()) {
      offer_unit(std::string(unit.symbol));
      for (const UnitPrefix& prefix : unit.prefixes)
        offer_unit(std::string(prefix.symbol) + std::string(unit.prefixed_symbol));
    }
  }

  /// "hw.h100_sxm", or once that is complete, "hw.h100_sxm.memory.bandwidth".
  void reference(EntryKind kind, std::size_t dot) {
    const Registry& registry = library_.registry();
    for (std::size_t end = word_.rfind('.'); end != dot && end != std::string_view::npos;
         end = word_.rfind('.', end - 1))
      if (const Entry* entry = registry.find(kind, word_.substr(dot + 1, end - dot - 1)))
        return fields(*entry, word_.substr(0, end + 1));
    for (const Entry& entry : registry.entries(kind)) offer(full_name(entry));
  }

  void fields(const Entry& entry, std::string_view start) {
    for (const Value& value : entry.values) offer(std::string(start) + std::string(value.field));
    for (const Part& part : entry.parts) offer(std::string(start) + std::string(part.role) + ".");
  }

  /// True where only the entries of one kind make sense.
  bool argument(std::string_view before) {
    const bool is_named = before.ends_with('=');
    const OpenCall call = open_call(text_.substr(0, result_.begin), library_);
    if (call.formula == nullptr) return false;
    const bool is_first_word = is_named || before.ends_with('(') || before.ends_with(',');
    if (!is_first_word) return false;
    const std::string_view name = is_named ? last_name(without_spaces_at_end(before.substr(0, before.size() - 1))) : "";
    const auto& arguments = call.formula->arguments;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (!is_named) offer(std::string(arguments[i].name) + "=");
      const bool is_meant = is_named ? arguments[i].name == name : i == call.place;
      if (!is_meant || !arguments[i].entity) continue;
      for (const Entry& entry : library_.registry().entries(*arguments[i].entity)) offer(std::string(entry.id));
      if (is_named) return true;
    }
    return false;
  }

  void anything() {
    if (word_.empty() && !result_.words.empty()) return;
    for (const FunctionInfo& function : all_functions()) offer(std::string(function.name) + "(");
    for (const Formula& formula : library_.formulas()) offer(std::string(formula.id) + "(");
    for (std::size_t i = 0; i < entry_kind_count; ++i) offer(std::string(kind_prefix(static_cast<EntryKind>(i))) + ".");
    for (const std::string& name : own_names_) offer(name);
  }

  std::string_view text_;
  const Library& library_;
  std::span<const std::string> own_names_;
  std::string_view word_;
  std::string folded_;
  Completions result_;
};

}  // namespace

Completions complete(std::string_view text, const Library& library, std::span<const std::string> own_names) {
  return Completer(text, library, own_names).result();
}

std::string common_start(std::span<const std::string> words) {
  if (words.empty()) return {};
  std::string start = words.front();
  for (const std::string& word : words) {
    const auto [end, ignored] = std::mismatch(start.begin(), start.end(), word.begin(), word.end());
    start.erase(end, start.end());
  }
  return start;
}

}  // namespace napkin::engine
