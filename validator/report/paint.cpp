#include "validator/report/paint.hpp"

namespace napkin::validator {
namespace {

std::string_view begin_of(Ink ink) {
  switch (ink) {
    case Ink::plain: return "";
    case Ink::bold: return "\x1b[1m";
    case Ink::faint: return "\x1b[2m";
    case Ink::red: return "\x1b[1;31m";
    case Ink::green: return "\x1b[32m";
    case Ink::yellow: return "\x1b[1;33m";
    case Ink::cyan: return "\x1b[36m";
  }
  return "";
}

}  // namespace

Ink ink_of(Severity severity) {
  return severity == Severity::error ? Ink::red : severity == Severity::warning ? Ink::yellow : Ink::cyan;
}

void append_painted(std::string& out, std::string_view text, Ink ink, bool color) {
  const bool painted = color && ink != Ink::plain;
  if (painted) out += begin_of(ink);
  out += text;
  if (painted) out += "\x1b[0m";
}

}  // namespace napkin::validator
