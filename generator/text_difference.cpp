#include "generator/text_difference.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace napkin::generator {
namespace {

constexpr std::size_t context = 3;

/// With their line breaks; the last one may have none.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

void print(std::string& out, char mark, std::string_view line) {
  out += mark;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

/// "28,6"; a range of nothing counts from the line before it.
std::string span(std::size_t begin, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
}

}  // namespace

std::string unified_difference(std::string_view before, std::string_view after, std::string_view name) {
  if (before == after) return {};
  const std::vector<std::string_view> old_lines = lines_of(before), new_lines = lines_of(after);
  const std::size_t shorter = std::min(old_lines.size(), new_lines.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && old_lines[head] == new_lines[head]) ++head;
  while (tail < shorter - head && old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail])
    ++tail;
  const std::size_t begin = head - std::min(head, context);
  const std::size_t behind = std::min(tail, context);
  const std::size_t old_end = old_lines.size() - tail, new_end = new_lines.size() - tail;
  std::string out = fmt::format("--- {0}\n+++ {0}\n@@ -{1} +{2} @@\n", name, span(begin, old_end + behind - begin),
                                span(begin, new_end + behind - begin));
  for (std::size_t i = begin; i < head; ++i) print(out, ' ', old_lines[i]);
  for (std::size_t i = head; i < old_end; ++i) print(out, '-', old_lines[i]);
  for (std::size_t i = head; i < new_end; ++i) print(out, '+', new_lines[i]);
  for (std::size_t i = old_end; i < old_end + behind; ++i) print(out, ' ', old_lines[i]);
  return out;
}

}  // namespace napkin::generator
