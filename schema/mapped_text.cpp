#include "schema/mapped_text.hpp"

#include <algorithm>

namespace napkin::schema {
namespace {

// The run that holds the decoded byte; the last one for bytes beyond the end. There must be a run.
const TextRun& run_at(const std::vector<TextRun>& runs, std::size_t decoded) {
  const auto after = std::upper_bound(runs.begin(), runs.end(), decoded,
                                      [](std::size_t at, const TextRun& run) { return at < run.decoded_begin; });
  return after == runs.begin() ? *after : *(after - 1);
}

bool is_copied(const TextRun& run) { return run.source.end - run.source.begin == run.decoded_length; }

}  // namespace

std::size_t MappedText::source_offset(std::size_t decoded) const {
  if (runs.empty()) return 0;
  const TextRun& run = run_at(runs, decoded);
  if (decoded >= run.decoded_begin + run.decoded_length) return run.source.end;
  return is_copied(run) ? run.source.begin + (decoded - run.decoded_begin) : run.source.begin;
}

ByteRange MappedText::source_range(std::size_t decoded_begin, std::size_t decoded_end) const {
  const std::size_t begin = source_offset(decoded_begin);
  if (decoded_end <= decoded_begin || runs.empty()) return {begin, begin};
  const TextRun& last = run_at(runs, decoded_end - 1);
  if (is_copied(last) && decoded_end <= last.decoded_begin + last.decoded_length)
    return {begin, last.source.begin + (decoded_end - last.decoded_begin)};
  return {begin, last.source.end};
}

}  // namespace napkin::schema
