// A file's bytes with a line index: the ground truth for every position that napkin reports.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace napkin::schema {

/// 1-based; columns count Unicode code points. Where the text is not valid UTF-8, every byte counts as one that does
/// not look like the continuation of a sequence.
struct Position {
  int line = 1;
  int column = 1;
  friend constexpr auto operator<=>(Position, Position) = default;
};

/// Half-open range of bytes of the file.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend constexpr bool operator==(ByteRange, ByteRange) = default;
};

class SourceText {
 public:
  SourceText(std::string name, std::string bytes);

  const std::string& name() const { return name_; }
  std::string_view bytes() const { return bytes_; }
  /// Lines end at \n, \r\n or a lone \r. A byte-order mark has no column.
  Position position(std::size_t byte) const;
  /// The text of a 1-based line without its line break; empty beyond the end.
  std::string_view line(int number) const;
  int line_count() const { return static_cast<int>(line_starts_.size()); }
  std::size_t line_start(int number) const;

 private:
  std::size_t code_points_before(std::size_t byte) const;

  std::string name_;
  std::string bytes_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> code_points_;  // up to the end of every full stretch of some thousand bytes
};

}  // namespace napkin::schema
