#include "schema/text_pattern.hpp"

#include <array>
#include <charconv>

#include <re2/re2.h>

namespace napkin::schema {
namespace {

std::optional<std::size_t> read_count(std::string_view digits) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return count;
}

// "^[\s\S]{1,120}$", "^[\s\S]{30,}$", "^[\s\S]{4}$": any characters, so many of them.
std::optional<LengthBounds> read_length(std::string_view expression) {
  constexpr std::array<std::string_view, 3> openings = {R"(^[\s\S]{)", R"(^[\S\s]{)", R"(^(?s:.){)"};
  for (const std::string_view opening : openings) {
    if (!expression.starts_with(opening) || !expression.ends_with("}$")) continue;
    const std::string_view counts = expression.substr(opening.size(), expression.size() - opening.size() - 2);
    const std::size_t comma = counts.find(',');
    const auto least = read_count(counts.substr(0, comma));
    if (!least) return std::nullopt;
    if (comma == std::string_view::npos) return LengthBounds{*least, *least};
    if (comma + 1 == counts.size()) return LengthBounds{*least, std::nullopt};
    const auto most = read_count(counts.substr(comma + 1));
    if (!most || *most < *least) return std::nullopt;
    return LengthBounds{*least, most};
  }
  return std::nullopt;
}

}  // namespace

std::variant<TextPattern, std::string> TextPattern::compile(std::string_view expression) {
  TextPattern pattern;
  pattern.expression_ = expression;
  pattern.length_ = read_length(expression);
  if (pattern.length_) return pattern;
  RE2::Options options;
  options.set_log_errors(false);
  const auto program = std::make_shared<const RE2>(pattern.expression_, options);
  if (!program->ok()) return program->error();
  pattern.program_ = program;
  return pattern;
}

bool TextPattern::matches(std::string_view text) const {
  if (!length_) return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *program_);
  if (text.size() < length_->minimum) return false;
  if (length_->minimum == 0 && length_->maximum && text.size() <= *length_->maximum) return true;
  const std::size_t length = count_code_points(text);
  return length >= length_->minimum && (!length_->maximum || length <= *length_->maximum);
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

}  // namespace napkin::schema
