#include "validator/report/derivation_text.hpp"

#include <cmath>

#include <fmt/format.h>

#include "engine/quantity/format.hpp"
#include "validator/report/paint.hpp"
#include "validator/report/source_excerpt.hpp"

namespace napkin::validator {
namespace {

struct Mark {
  std::string_view sign;
  Ink ink;
};

Mark mark_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::consistent: return {"✓", Ink::green};
    case Verdict::inconsistent: return {"✗", Ink::red};
    case Verdict::undecided: return {"?", Ink::yellow};
    case Verdict::unread: return {"·", Ink::faint};
  }
  return {"·", Ink::faint};
}

// One number where the ends agree as printed, else both ends.
std::string value_of(const engine::Interval& interval, const std::string& unit) {
  const std::string lo = engine::format_number(interval.lo), hi = engine::format_number(interval.hi);
  const std::string figure = lo == hi ? lo : lo + "…" + hi;
  return unit.empty() ? figure : figure + " " + unit;
}

void append_row(std::string& out, std::string_view name, std::string_view text, bool color) {
  append_painted(out, fmt::format("         {:<8} ", name), Ink::faint, color);
  out += printable(text);
  out += '\n';
}

void append_statement(std::string& out, const Derivation& derivation, bool color) {
  const Mark mark = mark_of(derivation.verdict);
  append_painted(out, fmt::format("{:>6} ", derivation.place.line), Ink::faint, color);
  append_painted(out, mark.sign, mark.ink, color);
  out += ' ' + printable(derivation.text) + '\n';
  if (!derivation.expression.empty()) append_row(out, "is", derivation.expression, color);
  if (derivation.derived) append_row(out, "gives", value_of(*derivation.derived, derivation.unit), color);
  if (derivation.unread) {
    const std::string reason(to_string(*derivation.unread));
    append_row(out, "unread", derivation.explanation.empty() ? reason : reason + ": " + derivation.explanation, color);
  } else if (derivation.verdict != Verdict::consistent || !derivation.explanation.empty()) {
    const std::string verdict(to_string(derivation.verdict));
    append_row(out, "so", derivation.explanation.empty() ? verdict : verdict + ": " + derivation.explanation, color);
  }
}

}  // namespace

std::string derivation_text(std::span<const Derivation> derivations, bool color) {
  std::string out;
  const std::string* field = nullptr;
  for (const Derivation& derivation : derivations) {
    if (field == nullptr || *field != derivation.place.field) {
      if (field != nullptr) out += '\n';
      field = &derivation.place.field;
      append_painted(out, *field, Ink::bold, color);
      out += '\n';
    }
    append_statement(out, derivation, color);
  }
  return out;
}

}  // namespace napkin::validator
