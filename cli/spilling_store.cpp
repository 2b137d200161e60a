#include "cli/spilling_store.hpp"

#include <cerrno>
#include <filesystem>
#include <limits>
#include <system_error>

#include <stdlib.h>
#include <unistd.h>

#include "cli/usage_error.hpp"

namespace napkin::cli {
namespace {
constexpr std::size_t piece = std::size_t{1} << 16;

std::FILE* open_nameless_file() {
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "napkin-XXXXXX").string();
  const int descriptor = error ? -1 : mkstemp(name.data());
  if (descriptor < 0) return nullptr;
  unlink(name.c_str());
  return fdopen(descriptor, "w+b");
}

[[noreturn]] void fail(int code) {
  throw UsageError("napkin: cannot keep the report in a temporary file: " + std::generic_category().message(code));
}
}  // namespace

void SpillingStore::append(std::string_view text) {
  text_ += text;
  if (text_.size() >= memory_) spill();
}

void SpillingStore::spill() {
  if (!file_) file_.reset(open_nameless_file());
  if (!file_) {
    memory_ = std::numeric_limits<std::size_t>::max();
    return;
  }
  if (std::fwrite(text_.data(), 1, text_.size(), file_.get()) != text_.size()) fail(errno);
  text_.clear();
}

void SpillingStore::pour(const validator::TextSink& sink) {
  if (file_) {
    if (std::fflush(file_.get()) != 0) fail(errno);
    std::rewind(file_.get());
    std::string buffer(piece, '\0');
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file_.get()))
      sink(std::string_view(buffer).substr(0, count));
    if (std::ferror(file_.get()) != 0) fail(errno);
  }
  sink(text_);
}

}  // namespace napkin::cli
