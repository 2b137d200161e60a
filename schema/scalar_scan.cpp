#include "schema/scalar_scan.hpp"

namespace napkin::schema {

void ScalarSink::copy(std::string_view bytes, ByteRange range) {
  const std::size_t length = range.end - range.begin;
  if (length == 0) return;
  const std::size_t decoded = text_.size();
  text_.append(bytes.substr(range.begin, length));
  if (runs_ == nullptr) return;
  if (!runs_->empty()) {
    TextRun& last = runs_->back();
    const bool copied = last.decoded_length == last.source.end - last.source.begin;
    if (copied && last.source.end == range.begin) {
      last.decoded_length += length;
      last.source.end = range.end;
      return;
    }
  }
  runs_->push_back({decoded, length, range});
}

void ScalarSink::insert(std::string_view decoded, ByteRange range) {
  if (decoded.empty()) return;
  if (runs_ != nullptr) runs_->push_back({text_.size(), decoded.size(), range});
  text_.append(decoded);
}

}  // namespace napkin::schema
