#include "cli/output.hpp"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/usage_error.hpp"

namespace napkin::cli {
namespace {
constexpr std::size_t buffer_bytes = std::size_t{1} << 16;

// A link is written through, not replaced.
std::string without_links(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr), &std::free);
  return real ? real.get() : path;
}
}  // namespace

Output::Output(std::string path) : path_(std::move(path)) {
  if (path_.empty()) {
    descriptor_ = STDOUT_FILENO;
    return;
  }
  struct stat facts {};
  bool exists = lstat(path_.c_str(), &facts) == 0;
  if (exists && S_ISLNK(facts.st_mode)) {
    path_ = without_links(path_);
    exists = stat(path_.c_str(), &facts) == 0;
  }
  if (!exists || S_ISREG(facts.st_mode)) {
    open_temporary(exists ? 0600 : 0666);
    if (exists) fchmod(descriptor_, facts.st_mode & 07777);
  } else {
    descriptor_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail("open", errno);
  }
}

void Output::open_temporary(unsigned permissions) {
  // Not mkstemp(): a new file shall have the permissions that the user's mask leaves, and only the kernel knows that
  // mask without changing it for a moment.
  static std::atomic<unsigned> made = static_cast<unsigned>(getpid()) * 7919;
  do {
    temporary_ = fmt::format("{}.{:06}", path_, made++ % 1'000'000);
    descriptor_ = open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions);
  } while (descriptor_ < 0 && errno == EEXIST);
  if (descriptor_ >= 0) return;
  const int code = errno;
  temporary_.clear();
  fail("write", code);
}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

void Output::fail(std::string_view what, int code) const {
  throw UsageError(fmt::format("napkin: cannot {} {}: {}", what, path_.empty() ? "standard output" : path_,
                               std::generic_category().message(code)));
}

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= buffer_bytes) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
    if (count >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      const int code = errno;
      buffer_.clear();
      if (code == EPIPE) throw ClosedPipe();
      fail("write to", code);
    }
  }
  buffer_.clear();
}

void Output::finish() {
  flush();
  if (temporary_.empty()) return;
  const int closed = close(descriptor_);
  descriptor_ = -1;
  if (closed != 0) fail("write to", errno);
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail("write", errno);
  temporary_.clear();
}

void write_file(const std::string& path, std::string_view text) {
  Output output(path);
  output.write(text);
  output.finish();
}

void print(std::string_view text) {
  Output output;
  output.write(text);
  output.finish();
}

}  // namespace napkin::cli
