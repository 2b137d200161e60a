// Decoding the scalars of YAML from the bytes of the file, keeping where each decoded byte stands. One
// function a style; each takes the bytes and the place of the scalar, gives the place after it, and knows
// nothing of documents.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/mapped_text.hpp"
#include "schema/source_text.hpp"

namespace napkin::schema {

/// Receives decoded text in order. Runs are kept where asked for: a parser wants the text alone.
class ScalarSink {
 public:
  explicit ScalarSink(std::string& text, std::vector<TextRun>* runs = nullptr) : text_(text), runs_(runs) {}

  /// Text that stands in the file as it is decoded.
  void copy(std::string_view bytes, ByteRange range);
  /// Text that stands for a whole range of the file: an escape, a doubled quote, a folded line break.
  void insert(std::string_view decoded, ByteRange range);

 private:
  std::string& text_;
  std::vector<TextRun>* runs_;
};

/// A quoted scalar from its opening quote. Gives the place after the closing quote; nothing where the quote
/// stays open or an escape has no meaning.
std::optional<std::size_t> scan_single_quoted(std::string_view bytes, std::size_t begin, ScalarSink& sink);
std::optional<std::size_t> scan_double_quoted(std::string_view bytes, std::size_t begin, ScalarSink& sink);

/// A plain scalar whose extent is known, its lines folded.
void scan_plain(std::string_view bytes, ByteRange range, ScalarSink& sink);
/// The extent of the plain scalar that starts there and decodes to that value; nothing where it does not.
std::optional<ByteRange> find_plain(std::string_view bytes, std::size_t begin, std::string_view value);

enum class Chomping { strip, clip, keep };

/// What stands on the line of a block scalar's indicator, as in ">2-  # note".
struct BlockHeader {
  bool folded = false;
  Chomping chomping = Chomping::clip;
  std::size_t indent_digit = 0;  // relative to the parent's indentation; 0: found from the first line of text
  std::size_t body = 0;          // start of the line after it
};
std::optional<BlockHeader> scan_block_header(std::string_view bytes, std::size_t begin);

/// The columns that belong to no line's text: the parent's indentation (-1 for none) and the digit, or what
/// the first line with text is indented by. Nothing where an empty line before the text is indented deeper,
/// which is an error.
std::optional<std::size_t> find_block_indent(std::string_view bytes, const BlockHeader& header, int parent_indent);

struct BlockBody {
  std::size_t text_end = 0;   // after the last byte that the decoded text stands for
  std::size_t next_line = 0;  // the first line that does not belong to the scalar
};

/// The lines of a block scalar, each stripped of `indent` columns (1 or more), as far as they are indented
/// that deep.
BlockBody scan_block_body(std::string_view bytes, const BlockHeader& header, std::size_t indent, ScalarSink& sink);

}  // namespace napkin::schema
