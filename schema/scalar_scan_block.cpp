// Literal "|" and folded ">" block scalars: YAML 1.2.2, section 8.1.
#include <algorithm>

#include "schema/scalar_scan.hpp"
#include "schema/yaml_characters.hpp"

namespace napkin::schema {
namespace {

// The lines of the body, one at a time.
struct BlockLine {
  enum class Kind { empty, text, end } kind = Kind::end;
  ByteRange content;  // without indentation and line break
  ByteRange line_break;
};

BlockLine read_line(std::string_view bytes, std::size_t at, std::size_t indent) {
  if (at >= bytes.size()) return {};
  const std::size_t line_end = find_line_end(bytes, at);
  const std::size_t content = skip_spaces(bytes.substr(0, std::min(line_end, at + indent)), at);
  const ByteRange line_break{line_end, line_end + line_break_length(bytes, line_end)};
  if (content == line_end) return {BlockLine::Kind::empty, {content, content}, line_break};
  if (content - at < indent) return {};
  return {BlockLine::Kind::text, {content, line_end}, line_break};
}

// The first `limit` line breaks of a range that holds nothing else but blanks, each a line feed at its own
// place. Gives the end of the last.
std::size_t keep_breaks(std::string_view bytes, ByteRange range, std::size_t limit, ScalarSink& sink) {
  std::size_t end = range.begin;
  for (std::size_t at = range.begin; limit > 0; --limit) {
    at = find_line_end(bytes.substr(0, range.end), at);
    const std::size_t length = line_break_length(bytes, at);
    if (at >= range.end || length == 0) break;
    end = at + length;
    if (bytes[at] == '\n')
      sink.copy(bytes, {at, end});
    else
      sink.insert("\n", {at, end});
    at = end;
  }
  return end;
}

}  // namespace

std::optional<BlockHeader> scan_block_header(std::string_view bytes, std::size_t begin) {
  if (begin >= bytes.size() || (bytes[begin] != '|' && bytes[begin] != '>')) return std::nullopt;
  BlockHeader header;
  header.folded = bytes[begin] == '>';
  std::size_t at = begin + 1;
  bool chomped = false;
  for (; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if ((c == '+' || c == '-') && !chomped) {
      header.chomping = c == '+' ? Chomping::keep : Chomping::strip;
      chomped = true;
    } else if (c >= '1' && c <= '9' && header.indent_digit == 0) {
      header.indent_digit = static_cast<std::size_t>(c - '0');
    } else {
      break;
    }
  }
  while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t')) ++at;
  if (at < bytes.size() && bytes[at] == '#') at = find_line_end(bytes, at);
  const std::size_t length = line_break_length(bytes, at);
  if (length == 0 && at < bytes.size()) return std::nullopt;
  header.body = at + length;
  return header;
}

std::optional<std::size_t> find_block_indent(std::string_view bytes, const BlockHeader& header, int parent_indent) {
  if (header.indent_digit != 0) return static_cast<std::size_t>(std::max(parent_indent, 0)) + header.indent_digit;
  const auto least = static_cast<std::size_t>(std::max(parent_indent + 1, 1));
  std::size_t longest_empty = 0;
  for (std::size_t at = header.body; at < bytes.size();) {
    const std::size_t content = skip_spaces(bytes, at);
    const std::size_t length = line_break_length(bytes, content);
    if (length == 0 && content < bytes.size()) {
      const std::size_t columns = content - at;
      if (columns < least) break;
      return longest_empty <= columns ? std::optional(columns) : std::nullopt;
    }
    longest_empty = std::max(longest_empty, content - at);
    at = content + length;
  }
  return std::max(least, longest_empty);
}

BlockBody scan_block_body(std::string_view bytes, const BlockHeader& header, std::size_t indent, ScalarSink& sink) {
  constexpr std::size_t all = std::string_view::npos;
  std::size_t breaks_begin = header.body;  // line breaks that wait for what follows: it says how they count
  std::size_t breaks = 0;
  bool any_text = false;
  bool previous_spaced = false;  // a more-indented line, whose breaks are never folded
  std::size_t at = header.body;
  while (at < bytes.size()) {
    const BlockLine line = read_line(bytes, at, indent);
    if (line.kind == BlockLine::Kind::end) break;
    if (line.kind == BlockLine::Kind::text) {
      const bool spaced = bytes[line.content.begin] == ' ' || bytes[line.content.begin] == '\t';
      if (header.folded && any_text && !spaced && !previous_spaced)
        sink.insert(breaks == 1 ? " " : std::string(breaks - 1, '\n'), {breaks_begin, line.content.begin});
      else
        keep_breaks(bytes, {breaks_begin, at}, all, sink);
      sink.copy(bytes, line.content);
      any_text = true;
      previous_spaced = spaced;
      breaks_begin = line.content.end;
      breaks = 0;
    }
    breaks += line.line_break.end > line.line_break.begin ? 1 : 0;
    at = line.line_break.end;
  }
  const std::size_t limit = header.chomping == Chomping::keep               ? all
                            : header.chomping == Chomping::clip && any_text ? 1
                                                                            : 0;
  return {keep_breaks(bytes, {breaks_begin, at}, limit, sink), at};
}

}  // namespace napkin::schema
