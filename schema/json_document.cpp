// text     = value
// value    = object | array | string | number | "true" | "false" | "null"
// object   = "{" [ string ":" value { "," string ":" value } ] "}"      {"id": "a", "n": 1}
// array    = "[" [ value { "," value } ] "]"                            [1, "b", null]
// string   = '"' { character | escape } '"'                             "3\u00d7"
#include "schema/json_document.hpp"

#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "engine/text/ascii.hpp"

namespace napkin::schema {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

void append_utf8(std::string& out, std::uint32_t point) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  const auto tail = [&](std::uint32_t shift) { put(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x80) return put(point);
  if (point < 0x800) {
    put(0xC0 | point >> 6);
  } else if (point < 0x10000) {
    put(0xE0 | point >> 12);
    tail(6);
  } else {
    put(0xF0 | point >> 18);
    tail(12);
    tail(6);
  }
  tail(0);
}

class JsonReader {
 public:
  explicit JsonReader(std::string_view text) : text_(text) {
    if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  }

  YamlResult read() {
    YamlNode root;
    skip_space();
    if (at_ == text_.size()) return YamlError{YamlError::Kind::empty, "the file is empty; expected JSON", at_};
    if (!read_value(root, 0)) return error_;
    skip_space();
    if (at_ != text_.size()) {
      fail("more text behind the end of the JSON value");
      return error_;
    }
    return root;
  }

 private:
  bool fail(std::string message, YamlError::Kind kind = YamlError::Kind::syntax) {
    error_ = {kind, std::move(message), at_};
    return false;
  }
  bool fail_expecting(std::string_view expected) {
    if (at_ >= text_.size()) return fail(fmt::format("the file ends where {} is expected", expected));
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c < 0x20 || c >= 0x7F) return fail(fmt::format("found the byte 0x{:02x} where {} is expected", c, expected));
    return fail(fmt::format("found '{}' where {} is expected", text_[at_], expected));
  }

  void skip_space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  bool take(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool read_value(YamlNode& node, int depth) {
    skip_space();
    node.source.begin = at_;
    if (depth > max_yaml_depth)
      return fail(fmt::format("the JSON nests deeper than {} levels", max_yaml_depth), YamlError::Kind::too_deep);
    const char c = at_ < text_.size() ? text_[at_] : '\0';
    const bool read = c == '{'   ? read_object(node, depth)
                      : c == '[' ? read_array(node, depth)
                      : c == '"' ? read_string(node)
                                 : read_word(node);
    node.source.end = at_;
    return read;
  }

  bool read_object(YamlNode& node, int depth) {
    node.kind = NodeKind::mapping;
    node.is_flow = true;
    ++at_;
    if (take('}')) return true;
    do {
      skip_space();
      YamlMember& member = node.members.emplace_back();
      member.key.source.begin = at_;
      if (at_ >= text_.size() || text_[at_] != '"') return fail_expecting("a quoted key");
      if (!read_string(member.key)) return false;
      member.key.source.end = at_;
      if (!take(':')) return fail_expecting("':'");
      if (!read_value(member.value, depth + 1)) return false;
    } while (take(','));
    return take('}') || fail_expecting("',' or '}'");
  }

  bool read_array(YamlNode& node, int depth) {
    node.kind = NodeKind::sequence;
    node.is_flow = true;
    ++at_;
    if (take(']')) return true;
    do {
      if (!read_value(node.items.emplace_back(), depth + 1)) return false;
    } while (take(','));
    return take(']') || fail_expecting("',' or ']'");
  }

  bool read_string(YamlNode& node) {
    node.style = ScalarStyle::double_quoted;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') return ++at_, true;
      if (static_cast<unsigned char>(c) < 0x20) return fail_expecting("'\"' before the end of the line");
      if (c != '\\')
        node.value += c;
      else if (!read_escape(node.value))
        return false;
    }
    return fail_expecting("'\"'");
  }

  // Stands on the backslash, ends on the last byte of the escape.
  bool read_escape(std::string& out) {
    constexpr std::string_view names = "\"\\/bfnrt", values = "\"\\/\b\f\n\r\t";
    ++at_;
    if (at_ >= text_.size()) return fail_expecting("an escape");
    if (const std::size_t name = names.find(text_[at_]); name != std::string_view::npos) {
      out += values[name];
      return true;
    }
    std::uint32_t point = 0;
    if (text_[at_] != 'u' || !read_hex(point)) return fail_expecting("an escape such as \\n or \\u00d7");
    const bool leads = point >= 0xD800 && point < 0xDC00;
    if (leads && text_.substr(at_ + 1).starts_with("\\u")) {
      at_ += 2;
      std::uint32_t second = 0;
      if (!read_hex(second)) return fail_expecting("four hexadecimal digits");
      const bool pair = second >= 0xDC00 && second < 0xE000;
      point = pair ? 0x10000 + ((point - 0xD800) << 10) + (second - 0xDC00) : 0xFFFD;
    } else if (point >= 0xD800 && point < 0xE000) {
      point = 0xFFFD;
    }
    append_utf8(out, point);
    return true;
  }

  // Stands on the "u", ends on the fourth digit.
  bool read_hex(std::uint32_t& value) {
    value = 0;
    for (int i = 0; i < 4; ++i) {
      ++at_;
      const char c = at_ < text_.size() ? text_[at_] : '\0';
      const int digit = engine::hexadecimal_digit(c);
      if (digit < 0) return false;
      value = value << 4 | static_cast<std::uint32_t>(digit);
    }
    return true;
  }

  bool read_word(YamlNode& node) {
    const std::size_t begin = at_;
    const auto is_part = [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 'E' || c == '+' || c == '-' || c == '.';
    };
    while (at_ < text_.size() && is_part(text_[at_])) ++at_;
    node.value = text_.substr(begin, at_ - begin);
    const bool literal = node.value == "true" || node.value == "false" || node.value == "null";
    const bool number = !node.value.empty() && node.value.find_first_not_of("0123456789eE+-.") == std::string::npos &&
                        node.value.find_first_of("0123456789") != std::string::npos;
    if (literal || number) return true;
    at_ = begin;
    return fail_expecting("a value");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  YamlError error_;
};

}  // namespace

YamlResult parse_json(const SourceText& source) {
  if (source.bytes().size() > max_yaml_bytes)
    return YamlError{YamlError::Kind::too_large, fmt::format("the file has more than {} bytes", max_yaml_bytes), 0};
  return JsonReader(source.bytes()).read();
}

}  // namespace napkin::schema
