#include "schema/text_encoding.hpp"

#include <cstdint>
#include <cstring>

#include <fmt/format.h>

namespace napkin::schema {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view encoding;
};

// UTF-32 before UTF-16: its little-endian mark starts with that of UTF-16. Without a mark, the zero bytes
// beside the first character (ASCII in any YAML file that anybody wrote) tell.
std::string_view find_other_encoding(std::string_view bytes) {
  static constexpr Signature marks[] = {{{"\xFF\xFE\0\0", 4}, "UTF-32 (little-endian)"},
                                        {{"\0\0\xFE\xFF", 4}, "UTF-32 (big-endian)"},
                                        {{"\xFF\xFE", 2}, "UTF-16 (little-endian)"},
                                        {{"\xFE\xFF", 2}, "UTF-16 (big-endian)"}};
  for (const Signature& mark : marks)
    if (bytes.starts_with(mark.bytes)) return mark.encoding;
  const auto zero = [&](std::size_t i) { return i < bytes.size() && bytes[i] == '\0'; };
  if (bytes.size() < 2 || bytes.size() % 2 != 0) return {};
  if (bytes.size() % 4 == 0 && zero(0) && zero(1) && zero(2) && !zero(3)) return "UTF-32 (big-endian)";
  if (bytes.size() % 4 == 0 && !zero(0) && zero(1) && zero(2) && zero(3)) return "UTF-32 (little-endian)";
  if (zero(0) && !zero(1)) return "UTF-16 (big-endian)";
  if (!zero(0) && zero(1) && (bytes.size() == 2 || zero(3))) return "UTF-16 (little-endian)";
  return {};
}

// Length of the well-formed UTF-8 sequence there, 0 where there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : static_cast<unsigned char>(0);
  };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(0);
  const unsigned second = byte(1);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && second < 0xA0;
    const bool surrogate = lead == 0xED && second > 0x9F;
    return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool out_of_range = (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return continues(1) && continues(2) && continues(3) && !out_of_range ? 4 : 0;
  }
  return 0;
}

// The code point of a control character that YAML refuses (YAML 1.2.2, section 5.1); nothing for all other
// text.
std::optional<unsigned> find_control(std::string_view bytes, std::size_t at) {
  const auto c = static_cast<unsigned char>(bytes[at]);
  if (c == '\t' || c == '\n' || c == '\r') return std::nullopt;
  if (c < 0x20 || c == 0x7F) return c;
  const bool second_set = c == 0xC2 && static_cast<unsigned char>(bytes[at + 1]) < 0xA0;
  return second_set && bytes[at + 1] != '\x85' ? std::optional<unsigned>(static_cast<unsigned char>(bytes[at + 1]))
                                               : std::nullopt;
}

YamlError encoding_error(std::size_t offset, std::string message) {
  return {YamlError::Kind::encoding, std::move(message), offset};
}

// True where eight bytes are all printable ASCII or admitted controls; false negatives cost only time.
bool is_plain_block(const char* bytes) {
  std::uint64_t block = 0;
  std::memcpy(&block, bytes, sizeof block);
  constexpr std::uint64_t high = 0x8080808080808080;
  constexpr std::uint64_t ones = 0x0101010101010101;
  const std::uint64_t below_space = (block - ones * 0x20) & ~block;
  const std::uint64_t is_delete = (block ^ (ones * 0x7F)) - ones;
  return ((block | below_space | is_delete) & high) == 0;
}

}  // namespace

std::optional<YamlError> check_encoding(std::string_view bytes) {
  if (const std::string_view other = find_other_encoding(bytes); !other.empty())
    return encoding_error(0, fmt::format("the file is {}; save it as UTF-8", other));
  for (std::size_t at = 0; at < bytes.size();) {
    if (at + 8 <= bytes.size() && is_plain_block(bytes.data() + at)) {
      at += 8;
      continue;
    }
    const auto c = static_cast<unsigned char>(bytes[at]);
    if (c == 0) return encoding_error(at, "a NUL byte: this is no text file, or a damaged one; remove the byte");
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0)
      return encoding_error(at, fmt::format("byte 0x{:02X} is not valid UTF-8; save the file as UTF-8", c));
    if (const auto code = find_control(bytes, at))
      return encoding_error(at, fmt::format("control character U+{:04X}, which YAML does not admit; remove it", *code));
    at += length;
  }
  return std::nullopt;
}

}  // namespace napkin::schema
