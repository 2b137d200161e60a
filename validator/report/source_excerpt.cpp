#include "validator/report/source_excerpt.hpp"

#include <algorithm>
#include <vector>

#include "engine/text/code_point.hpp"

namespace napkin::validator {
namespace {

using engine::code_point_at;
using engine::CodePoint;
using engine::display_width;
using engine::is_control;
using engine::replacement_character;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view ellipsis = "…";

struct Cell {
  std::string_view shown;
  int width = 1;
};

Cell cell_of(std::string_view text, const CodePoint& point, std::size_t at) {
  if (!point.valid) return {replacement_character, 1};
  if (point.value == '\t' || point.value == '\n' || point.value == '\r') return {" ", 1};
  if (is_control(point.value)) return {replacement_character, 1};
  return {text.substr(at, point.length), display_width(point.value)};
}

std::vector<Cell> cells_of(std::string_view line) {
  if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  std::vector<Cell> cells;
  cells.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    cells.push_back(cell_of(line, point, at));
    at += point.length;
  }
  return cells;
}

struct Window {
  std::size_t begin, end;  // of the cells
};

// Grows from the run to both sides, a step each in turn, until the width is spent.
Window window_around(const std::vector<Cell>& cells, std::size_t run_begin, std::size_t run_end, int width) {
  constexpr std::size_t margin = 8;  // a run this near the line's start shows how the line begins
  Window window{run_begin, run_begin};
  if (run_begin <= margin) window.begin = window.end = 0;
  int spent = 0;
  const auto take = [&](std::size_t cell) {
    if (spent + cells[cell].width > width) return false;
    spent += cells[cell].width;
    return true;
  };
  while (window.end < run_end && take(window.end)) ++window.end;
  bool left = window.end == run_end, right = left;
  while (left || right) {
    left = left && window.begin > 0 && take(window.begin - 1);
    if (left) --window.begin;
    right = right && window.end < cells.size() && take(window.end);
    if (right) ++window.end;
  }
  return window;
}

int width_of(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  int width = 0;
  for (std::size_t i = begin; i < end; ++i) width += cells[i].width;
  return width;
}

}  // namespace

Excerpt excerpt_of(std::string_view line, int column, int end_column, int width) {
  const std::vector<Cell> cells = cells_of(line);
  const auto index = [&](int c) { return std::min(static_cast<std::size_t>(std::max(c, 1) - 1), cells.size()); };
  const std::size_t run_begin = index(column), run_end = std::max(run_begin, index(end_column));
  Window window{0, cells.size()};
  const bool cut = width_of(cells, 0, cells.size()) > width;
  if (cut) window = window_around(cells, run_begin, run_end, std::max(width - 2, 1));

  Excerpt excerpt;
  if (window.begin > 0) excerpt.line += ellipsis;
  for (std::size_t i = window.begin; i < window.end; ++i) excerpt.line += cells[i].shown;
  if (window.end < cells.size()) excerpt.line += ellipsis;
  const int before = width_of(cells, window.begin, run_begin) + (window.begin > 0 ? 1 : 0);
  const int under = width_of(cells, run_begin, std::min(run_end, window.end));
  excerpt.indent.assign(static_cast<std::size_t>(before), ' ');
  excerpt.carets.assign(static_cast<std::size_t>(std::max(under, 1)), '^');
  return excerpt;
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    shown += cell_of(text, point, at).shown;
    at += point.length;
  }
  return shown;
}

}  // namespace napkin::validator
