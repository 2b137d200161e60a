// Reading a file whole, without ever waiting on a pipe or a device.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

namespace napkin::cli {

/// Why a path could not be read: "is a pipe, not a regular file", "no permission to read it".
struct ReadError {
  std::string message;
};

/// No question comes near it; what is larger is refused unread.
inline constexpr std::size_t max_file_bytes = std::size_t{64} << 20;

/// The bytes of a regular file (links are followed). Never blocks: pipes, sockets and devices are errors.
std::variant<std::string, ReadError> read_regular_file(const std::string& path);

/// The bytes of standard input up to its end.
std::variant<std::string, ReadError> read_standard_input();

/// What a system error means to a person who named the path.
std::string explain_errno(int code);

}  // namespace napkin::cli
