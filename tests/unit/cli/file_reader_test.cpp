#include "cli/file_reader.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "tests/unit/cli/temporary_folder.hpp"

using namespace napkin::cli;

namespace {
std::string refusal(const std::string& path) {
  const auto result = read_regular_file(path);
  REQUIRE(std::holds_alternative<ReadError>(result));
  return std::get<ReadError>(result).message;
}
}  // namespace

TEST_CASE("a regular file is read whole", "[file_reader]") {
  const TemporaryFolder folder;
  for (const std::string& text : {std::string(), std::string("a\0b\r\n", 5), std::string(300'000, 'x')}) {
    folder.write("file", text);
    CHECK(std::get<std::string>(read_regular_file(folder.path("file"))) == text);
  }
}

TEST_CASE("what is no regular file is refused without waiting", "[file_reader]") {
  const TemporaryFolder folder;
  mkfifo(folder.path("pipe").c_str(), 0600);
  std::filesystem::create_symlink("nowhere", folder.path("dangling"));
  std::filesystem::create_symlink("circle", folder.path("circle"));
  CHECK(refusal(folder.path("pipe")) == "is a pipe, not a regular file");
  CHECK(refusal(folder.path()) == "is a folder, not a regular file");
  CHECK(refusal("/dev/null") == "is a device, not a regular file");
  CHECK(refusal(folder.path("missing")) == "does not exist");
  CHECK(refusal(folder.path("dangling")) == "is a link to something that does not exist");
  CHECK(refusal(folder.path("circle")) == "is a link in a circle");
  CHECK(refusal(folder.path(std::string(300, 'n'))) == "the name is too long for this system");
}

TEST_CASE("a file beyond the limit is refused unread", "[file_reader]") {
  const TemporaryFolder folder;
  folder.write("large", "");
  std::filesystem::resize_file(folder.path("large"), max_file_bytes + 1);
  CHECK(refusal(folder.path("large")).find("larger than 64 MB") == 0);
}
