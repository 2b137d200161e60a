// Plain scalars over one or more lines: YAML 1.2.2, section 7.3.3.
#include "schema/scalar_scan.hpp"
#include "schema/yaml_characters.hpp"

namespace napkin::schema {
namespace {

struct Fold {
  std::size_t end = 0;
  std::size_t breaks = 0;
};

// Blanks and line breaks from there on, up to the next text.
Fold find_fold(std::string_view bytes, std::size_t at) {
  Fold fold{at, 0};
  while (fold.end < bytes.size()) {
    const std::size_t length = line_break_length(bytes, fold.end);
    if (length == 0 && bytes[fold.end] != ' ' && bytes[fold.end] != '\t') break;
    fold.breaks += length != 0 ? 1 : 0;
    fold.end += length != 0 ? length : 1;
  }
  return fold;
}

}  // namespace

void scan_plain(std::string_view bytes, ByteRange range, ScalarSink& sink) {
  const std::string_view text = bytes.substr(0, range.end);
  std::size_t segment = range.begin;
  while (segment < range.end) {
    const std::size_t line_end = std::min(text.find_first_of("\n\r", segment), range.end);
    std::size_t text_end = line_end;
    while (text_end > segment && (bytes[text_end - 1] == ' ' || bytes[text_end - 1] == '\t')) --text_end;
    sink.copy(bytes, {segment, text_end});
    if (line_end == range.end) return;
    const Fold fold = find_fold(text, text_end);
    const std::string decoded = fold.breaks == 1 ? " " : std::string(fold.breaks - 1, '\n');
    sink.insert(decoded, {text_end, fold.end});
    segment = fold.end;
  }
}

std::optional<ByteRange> find_plain(std::string_view bytes, std::size_t begin, std::string_view value) {
  std::size_t at = begin;
  for (std::size_t i = 0; i < value.size();) {
    if (at >= bytes.size()) return std::nullopt;
    const char c = bytes[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      const Fold fold = find_fold(bytes, at);
      if (fold.breaks > 0) {
        const std::string_view expected = fold.breaks == 1 ? std::string_view(" ") : value.substr(i, fold.breaks - 1);
        if (value.substr(i, expected.size()) != expected) return std::nullopt;
        if (fold.breaks > 1 &&
            (expected.size() != fold.breaks - 1 || expected.find_first_not_of('\n') != expected.npos))
          return std::nullopt;
        i += expected.size();
        at = fold.end;
        continue;
      }
    }
    if (c != value[i]) return std::nullopt;
    ++at;
    ++i;
  }
  return ByteRange{begin, at};
}

}  // namespace napkin::schema
