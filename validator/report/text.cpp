#include "validator/report/text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "validator/report/paint.hpp"
#include "validator/report/source_excerpt.hpp"

namespace napkin::validator {
namespace {

constexpr int least_width = 40;

void append_head(std::string& out, const Finding& finding, bool color) {
  const Place& place = finding.place;
  append_painted(out, fmt::format("{}:{}:{}:", printable(place.file), place.line, place.column), Ink::bold, color);
  out += ' ';
  append_painted(out, to_string(finding.severity), ink_of(finding.severity), color);
  out += ' ';
  append_painted(out, finding.rule->code, Ink::bold, color);
  out += fmt::format(" {}: {}\n", finding.rule->name, printable(finding.message));
}

void append_excerpt(std::string& out, const Finding& finding, const schema::SourceText& source, std::size_t gutter,
                    TextStyle style) {
  const Place& place = finding.place;
  const std::string_view line = source.line(place.line);
  if (line.empty()) return;
  const int end = place.end_line == place.line ? place.end_column : static_cast<int>(line.size()) + 1;
  const int room = std::max(style.width, least_width) - static_cast<int>(gutter) - 3;
  const Excerpt excerpt = excerpt_of(line, place.column, end, room);
  append_painted(out, fmt::format("{:>{}} |", place.line, gutter), Ink::faint, style.color);
  out += ' ' + excerpt.line + '\n';
  append_painted(out, fmt::format("{:>{}} |", "", gutter), Ink::faint, style.color);
  out += ' ' + excerpt.indent;
  append_painted(out, excerpt.carets, ink_of(finding.severity), style.color);
  out += '\n';
}

void append_remark(std::string& out, std::string_view remark, std::size_t gutter, bool color) {
  append_painted(out, fmt::format("{:>{}} =", "", gutter), Ink::faint, color);
  out += ' ';
  out += printable(remark);
  out += '\n';
}

std::string figures_of(const Finding& finding) {
  std::string text;
  if (!finding.stated.empty()) text = "stated " + finding.stated;
  if (!finding.derived.empty()) text += (text.empty() ? "derived " : ", derived ") + finding.derived;
  if (!text.empty() && finding.ratio) text += fmt::format(" (stated is {:.3g}× of it)", *finding.ratio);
  return text;
}

std::string where(const RelatedPlace& related) {
  const Place& place = related.place;
  const std::string field = place.field.empty() ? "" : fmt::format(" ({})", place.field);
  return fmt::format("{}: {}:{}:{}{}", related.message, place.file, place.line, place.column, field);
}

}  // namespace

void append_text(std::string& out, const Finding& finding, const schema::SourceText* source, TextStyle style) {
  const std::size_t gutter = std::max<std::size_t>(std::to_string(finding.place.line).size(), 2) + 1;
  append_head(out, finding, style.color);
  if (source != nullptr) append_excerpt(out, finding, *source, gutter, style);
  const std::string figures = figures_of(finding);
  if (!figures.empty()) append_remark(out, figures, gutter, style.color);
  if (!finding.cause.empty()) append_remark(out, "likely cause: " + finding.cause, gutter, style.color);
  for (const RelatedPlace& related : finding.related) append_remark(out, where(related), gutter, style.color);
}

void TextReport::add(std::span<const Finding> findings, std::span<const Derivation>, const schema::SourceText* source,
                     std::string& out) {
  for (const Finding& finding : findings) {
    if (!empty_) out += '\n';
    empty_ = false;
    append_text(out, finding, source, style_);
  }
}

// A clean run prints nothing; what was looked at is said on another stream.
void TextReport::finish(const Summary&, std::string&) {}

}  // namespace napkin::validator
