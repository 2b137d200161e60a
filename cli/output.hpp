// Where a report goes: standard output, or a file that appears whole or not at all.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace napkin::cli {

/// The reader of a pipe went away; the program ends without a word.
class ClosedPipe : public std::runtime_error {
 public:
  ClosedPipe() : std::runtime_error("closed pipe") {}
};

/// Buffered. Every call may throw ClosedPipe, or UsageError where the disk is full or the folder is not writable.
class Output {
 public:
  /// Standard output for an empty path. Else a temporary file beside the path, which takes its place (and keeps its
  /// permissions) on finish(); a device or a pipe is written to directly.
  explicit Output(std::string path = {});
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// Without finish(): drops the temporary file; what standard output was given stays.
  ~Output();

  int descriptor() const { return descriptor_; }
  void write(std::string_view text);
  void flush();
  void finish();

 private:
  void open_temporary(unsigned permissions);
  [[noreturn]] void fail(std::string_view what, int code) const;

  std::string path_;
  std::string temporary_;  // empty where the output is written to directly
  int descriptor_ = -1;
  std::string buffer_;
};

/// Writes a file whole, or leaves what was there.
void write_file(const std::string& path, std::string_view text);

/// Writes the text to standard output, at once.
void print(std::string_view text);

}  // namespace napkin::cli
