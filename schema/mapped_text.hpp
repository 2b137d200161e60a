// Decoded text that knows where each of its bytes stands in the file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schema/source_text.hpp"

namespace napkin::schema {

/// A run of decoded bytes. Copied runs have equal lengths on both sides; a folded line break, an escape or a
/// doubled quote is a run of its own, all of whose decoded bytes stand at the source range's begin.
struct TextRun {
  std::size_t decoded_begin = 0;
  std::size_t decoded_length = 0;
  ByteRange source;
};

struct MappedText {
  std::string text;
  std::vector<TextRun> runs;  // in order, covering the text

  /// Byte of the file at which the decoded byte stands; for text.size() the end of the last run.
  std::size_t source_offset(std::size_t decoded) const;
  ByteRange source_range(std::size_t decoded_begin, std::size_t decoded_end) const;
};

}  // namespace napkin::schema
