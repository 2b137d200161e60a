// Aligned columns for people.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace napkin::cli {

/// Characters, as wide as they are on a terminal.
std::size_t columns_of(std::string_view text);

/// Filled up with spaces, behind the text or before it.
std::string padded(std::string_view text, std::size_t columns);
std::string right_aligned(std::string_view text, std::size_t columns);

/// Broken between words into lines of at most `width` columns, the second and further ones indented.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

enum class Align { left, right };

struct Column {
  std::string title;
  Align align = Align::left;
  int priority = 0;  // where a table is too wide for the terminal, the column of the highest goes first; 0 never
};

using Row = std::vector<std::string>;  // a text for each column

/// A line of titles and one for each row, without spaces at the ends. No wider than `width` where leaving columns out
/// achieves that; a last line then names them. 0: as wide as it gets. A column that is empty everywhere is left out.
std::string table(const std::vector<Column>& columns, const std::vector<Row>& rows, std::size_t width = 0);

/// What a table on standard output may take: the terminal's width, 0 where there is no terminal.
std::size_t table_width();

}  // namespace napkin::cli
