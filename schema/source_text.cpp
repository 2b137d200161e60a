#include "schema/source_text.hpp"

#include <algorithm>

#include "schema/yaml_characters.hpp"

namespace napkin::schema {
namespace {

// A line longer than this is looked into from a checkpoint: many look-ups in one line of megabytes stay cheap.
constexpr std::size_t checkpoint_distance = 4096;

// Bytes that start a code point: all but those that continue a UTF-8 sequence.
std::size_t count_code_points(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

SourceText::SourceText(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {
  const std::string_view text = bytes_;
  const bool has_returns = text.find('\r') != std::string_view::npos;
  line_starts_.push_back(0);
  for (std::size_t at = 0;;) {
    at = has_returns ? find_line_end(text, at) : std::min(text.find('\n', at), text.size());
    if (at == text.size()) break;
    at += line_break_length(text, at);
    line_starts_.push_back(at);
  }
  for (std::size_t at = 0; at + checkpoint_distance <= text.size(); at += checkpoint_distance) {
    const std::size_t before = code_points_.empty() ? 0 : code_points_.back();
    code_points_.push_back(before + count_code_points(text.substr(at, checkpoint_distance)));
  }
}

std::size_t SourceText::code_points_before(std::size_t byte) const {
  const std::size_t checkpoint = byte / checkpoint_distance;
  const std::size_t before = checkpoint == 0 ? 0 : code_points_[checkpoint - 1];
  const std::size_t begin = checkpoint * checkpoint_distance;
  return before + count_code_points(bytes().substr(begin, byte - begin));
}

std::size_t SourceText::line_start(int number) const {
  return number >= 1 && number <= line_count() ? line_starts_[static_cast<std::size_t>(number - 1)] : bytes_.size();
}

std::string_view SourceText::line(int number) const {
  if (number < 1 || number > line_count()) return {};
  const std::size_t begin = line_start(number);
  return bytes().substr(begin, find_line_end(bytes_, begin) - begin);
}

Position SourceText::position(std::size_t byte) const {
  byte = std::min(byte, bytes_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
  const auto index = static_cast<std::size_t>(next - line_starts_.begin() - 1);
  std::size_t begin = line_starts_[index];
  if (begin == 0 && bytes().starts_with(byte_order_mark)) begin = std::min(byte, byte_order_mark.size());
  const bool is_near = byte - begin < checkpoint_distance;
  const std::size_t before = is_near ? count_code_points(bytes().substr(begin, byte - begin))
                                     : code_points_before(byte) - code_points_before(begin);
  return {static_cast<int>(index + 1), static_cast<int>(before + 1)};
}

}  // namespace napkin::schema
