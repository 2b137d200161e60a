// The YAML of a generated question: always the same bytes for the same content.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace napkin::generator {

class YamlText {
 public:
  /// "key: value", quoted where YAML asks for it.
  void scalar(std::string_view key, std::string_view text);
  void number(std::string_view key, long long value);
  /// A long text on folded lines; text without line breaks only.
  void folded(std::string_view key, std::string_view text);
  /// Lines as they are.
  void literal(std::string_view key, std::string_view text);
  void list(std::string_view key, const std::vector<std::string>& texts);
  void open(std::string_view key);  // a mapping; close() ends it
  void open_item();                 // a mapping in a list, behind open()
  void close();

  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  void begin_line(std::string_view key);
  void append_scalar(std::string_view text);

  std::string out_;
  std::size_t depth_ = 0;
  bool at_item_ = false;  // the next key stands behind "- "
};

/// A scalar for a line of its own: plain where that is safe, else in double quotes.
std::string yaml_scalar(std::string_view text);

}  // namespace napkin::generator
