#include "cli/output.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "cli/usage_error.hpp"
#include "tests/unit/cli/temporary_folder.hpp"

using namespace napkin::cli;

namespace {
std::size_t entries(const TemporaryFolder& folder) {
  const std::filesystem::directory_iterator begin(folder.path());
  return static_cast<std::size_t>(std::distance(begin, std::filesystem::directory_iterator()));
}
}  // namespace

TEST_CASE("a file appears whole on finish, and not before", "[output]") {
  const TemporaryFolder folder;
  folder.write("report", "old");
  const std::string text(200'000, 'x');
  Output output(folder.path("report"));
  output.write(text);
  output.flush();
  CHECK(folder.read("report") == "old");
  output.finish();
  CHECK(folder.read("report") == text);
  CHECK(entries(folder) == 1);
}

TEST_CASE("an output that is given up leaves nothing behind", "[output]") {
  const TemporaryFolder folder;
  { Output(folder.path("report")).write("half"); }
  CHECK(entries(folder) == 0);
}

TEST_CASE("permissions and links of an existing file stay", "[output]") {
  const TemporaryFolder folder;
  folder.write("real", "old");
  chmod(folder.path("real").c_str(), 0640);
  std::filesystem::create_symlink("real", folder.path("link"));
  Output output(folder.path("link"));
  output.write("new");
  output.finish();
  CHECK(std::filesystem::is_symlink(folder.path("link")));
  CHECK(folder.read("real") == "new");
  struct stat facts {};
  stat(folder.path("real").c_str(), &facts);
  CHECK((facts.st_mode & 0777) == 0640);
}

TEST_CASE("a device is written to, not replaced", "[output]") {
  Output output("/dev/null");
  output.write("nothing");
  output.finish();
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("a place that cannot be written to is a usage error", "[output]") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(Output(folder.path("missing/report")), UsageError);
  CHECK_THROWS_AS(Output(folder.path()), UsageError);
  Output full("/dev/full");
  full.write("x");
  CHECK_THROWS_WITH(full.finish(), Catch::Contains("/dev/full"));
}
