#include "cli/output.hpp"

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

mode_t permissions_of_new_files() {
  static const mode_t permissions = [] {
    const mode_t mask = umask(0);
    umask(mask);
    return static_cast<mode_t>(0666 & ~mask);
  }();
  return permissions;
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
    open_temporary();
    fchmod(descriptor_, exists ? facts.st_mode & 07777 : permissions_of_new_files());
  } else {
    descriptor_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail("open", errno);
  }
}

void Output::open_temporary() {
  temporary_ = path_ + ".XXXXXX";
  descriptor_ = mkostemp(temporary_.data(), O_CLOEXEC);
  if (descriptor_ >= 0) return;
  temporary_.clear();
  fail("write", errno);
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
