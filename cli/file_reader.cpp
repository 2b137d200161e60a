#include "cli/file_reader.hpp"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace napkin::cli {
namespace {
constexpr const char* too_large = "larger than 64 MB, refused unread: no question comes near that size";

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

const char* kind_name(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

// Up to the end of the file, whose size may be unknown or change while we read.
std::variant<std::string, ReadError> read_to_end(int descriptor, std::size_t expected) {
  std::string bytes(expected + 1, '\0');
  std::size_t filled = 0;
  for (;;) {
    const ssize_t count = read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return ReadError{explain_errno(errno)};
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > max_file_bytes) return ReadError{too_large};
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(filled);
  return bytes;
}
}  // namespace

std::string explain_errno(int code) {
  switch (code) {
    case ENOENT: return "does not exist";
    case EACCES:
    case EPERM: return "no permission to read it";
    case ELOOP: return "is a link in a circle";
    case ENXIO: return "is a pipe or a socket, not a regular file";
    case ENAMETOOLONG: return "the name is too long for this system";
    default: return "cannot be read: " + std::generic_category().message(code);
  }
}

std::variant<std::string, ReadError> read_regular_file(const std::string& path) {
  // Without O_NONBLOCK, opening a pipe waits for its writer.
  const Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  struct stat facts {};
  if (file.number() < 0) {
    const int code = errno;
    const bool dangling = code == ENOENT && lstat(path.c_str(), &facts) == 0 && S_ISLNK(facts.st_mode);
    return ReadError{dangling ? "is a link to something that does not exist" : explain_errno(code)};
  }
  if (fstat(file.number(), &facts) != 0) return ReadError{explain_errno(errno)};
  if (!S_ISREG(facts.st_mode)) return ReadError{std::string("is ") + kind_name(facts.st_mode) + ", not a regular file"};
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (size > max_file_bytes) return ReadError{too_large};
  return read_to_end(file.number(), size);
}

std::variant<std::string, ReadError> read_standard_input() { return read_to_end(STDIN_FILENO, std::size_t{1} << 16); }

}  // namespace napkin::cli
