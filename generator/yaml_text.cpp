#include "generator/yaml_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/text/ascii.hpp"

namespace napkin::generator {
namespace {

constexpr std::size_t line_width = 118;

bool is_plain(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (!engine::is_letter(text.front())) return false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i], before = text[i - 1];
    if (c == '\n' || c == '\t' || (c == ' ' && before == ':') || (c == '#' && before == ' ')) return false;
  }
  // Words that YAML 1.1 takes for something else.
  constexpr std::size_t longest_word = 5;
  if (text.size() > longest_word) return true;
  for (const std::string_view word : {"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
    if (engine::same_letters(text, word)) return false;
  return true;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out + "\"";
}

}  // namespace

std::string yaml_scalar(std::string_view text) { return is_plain(text) ? std::string(text) : quoted(text); }

void YamlText::begin_line(std::string_view key) {
  const std::size_t indent = depth_ * 2;
  if (at_item_) {
    out_.append(indent - 2, ' ').append("- ");
    at_item_ = false;
  } else {
    out_.append(indent, ' ');
  }
  out_ += key;
  out_ += ':';
}

void YamlText::scalar(std::string_view key, std::string_view text) {
  begin_line(key);
  out_ += ' ';
  append_scalar(text);
  out_ += '\n';
}

void YamlText::append_scalar(std::string_view text) {
  if (is_plain(text))
    out_ += text;
  else
    out_ += quoted(text);
}

void YamlText::number(std::string_view key, long long value) {
  begin_line(key);
  out_ += fmt::format(" {}\n", value);
}

void YamlText::folded(std::string_view key, std::string_view text) {
  if (depth_ * 2 + key.size() + 2 + text.size() <= line_width || text.find("  ") != std::string_view::npos ||
      text.starts_with(' '))
    return scalar(key, text);
  begin_line(key);
  out_ += " >-\n";
  const std::size_t indent = depth_ * 2 + 2;
  while (!text.empty()) {
    std::size_t end = text.size();
    if (indent + end > line_width) {
      end = text.rfind(' ', line_width - indent);
      if (end == std::string_view::npos || end == 0) end = std::min(text.find(' '), text.size());
    }
    out_.append(indent, ' ').append(text.substr(0, end)).append(1, '\n');
    text.remove_prefix(std::min(text.size(), end + 1));
  }
}

void YamlText::literal(std::string_view key, std::string_view text) {
  begin_line(key);
  out_ += " |\n";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) out_.append(depth_ * 2 + 2, ' ').append(text.substr(0, end));
    out_ += '\n';
    text.remove_prefix(std::min(text.size(), end + 1));
  }
}

void YamlText::list(std::string_view key, const std::vector<std::string>& texts) {
  begin_line(key);
  out_ += '\n';
  for (const std::string& text : texts) {
    out_.append(depth_ * 2 + 2, ' ').append("- ");
    append_scalar(text);
    out_ += '\n';
  }
}

void YamlText::open(std::string_view key) {
  begin_line(key);
  out_ += '\n';
  ++depth_;
}

void YamlText::open_item() {
  ++depth_;
  at_item_ = true;
}

void YamlText::close() { --depth_; }

}  // namespace napkin::generator
