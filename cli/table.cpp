#include "cli/table.hpp"

#include <algorithm>
#include <numeric>

#include <unistd.h>

#include "cli/terminal.hpp"
#include "engine/text/code_point.hpp"

namespace napkin::cli {
namespace {

constexpr std::size_t gap = 2;

/// Which columns of a table are shown, and how wide each of them is.
struct Layout {
  std::vector<std::size_t> shown;
  std::vector<std::size_t> widths;  // of all columns

  std::size_t total() const {
    return std::accumulate(shown.begin(), shown.end(), std::size_t{0},
                           [&](std::size_t sum, std::size_t i) { return sum + widths[i] + gap; });
  }
};

Layout layout_of(const std::vector<Column>& columns, const std::vector<Row>& rows) {
  Layout layout;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::size_t widest = 0;
    for (const Row& row : rows) widest = std::max(widest, columns_of(row[i]));
    layout.widths.push_back(std::max(widest, columns_of(columns[i].title)));
    if (widest > 0) layout.shown.push_back(i);
  }
  return layout;
}

/// Takes columns out until the rest fits; gives their titles.
std::vector<std::string> shrink(Layout& layout, const std::vector<Column>& columns, std::size_t width) {
  std::vector<std::string> left_out;
  while (width > 0 && layout.total() > width + gap) {
    const auto last = std::max_element(layout.shown.begin(), layout.shown.end(), [&](std::size_t a, std::size_t b) {
      return columns[a].priority < columns[b].priority;
    });
    if (last == layout.shown.end() || columns[*last].priority == 0) break;
    left_out.push_back(columns[*last].title);
    layout.shown.erase(last);
  }
  return left_out;
}

std::string line_of(const Row& row, const std::vector<Column>& columns, const Layout& layout) {
  std::string line;
  for (const std::size_t i : layout.shown) {
    if (!line.empty()) line += std::string(gap, ' ');
    line +=
        columns[i].align == Align::right ? right_aligned(row[i], layout.widths[i]) : padded(row[i], layout.widths[i]);
  }
  const std::size_t end = line.find_last_not_of(' ');
  return line.substr(0, end == std::string::npos ? 0 : end + 1) + "\n";
}

}  // namespace

std::size_t columns_of(std::string_view text) { return engine::code_points(text); }

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t used = columns_of(text);
  return std::string(text) + std::string(columns > used ? columns - used : 0, ' ');
}

std::string right_aligned(std::string_view text, std::size_t columns) {
  const std::size_t used = columns_of(text);
  return std::string(columns > used ? columns - used : 0, ' ') + std::string(text);
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t size = columns_of(word);
    if (out.empty()) {
      column = size;
    } else if (column + 1 + size > width) {
      out += "\n" + std::string(indent, ' ');
      column = indent + size;
    } else {
      out += ' ';
      column += 1 + size;
    }
    out += word;
  }
  return out;
}

std::string table(const std::vector<Column>& columns, const std::vector<Row>& rows, std::size_t width) {
  Layout layout = layout_of(columns, rows);
  const std::vector<std::string> left_out = shrink(layout, columns, width);
  Row titles;
  for (const Column& column : columns) titles.push_back(column.title);
  std::string out = line_of(titles, columns, layout);
  for (const Row& row : rows) out += line_of(row, columns, layout);
  std::string names;
  for (const std::string& title : left_out) names += (names.empty() ? "" : ", ") + title;
  return names.empty() ? out : out + "(a wider terminal shows also: " + names + ")\n";
}

std::size_t table_width() { return static_cast<std::size_t>(terminal_width(STDOUT_FILENO, 0)); }

}  // namespace napkin::cli
