#include "cli/input_files.hpp"

#include <algorithm>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "tests/unit/cli/temporary_folder.hpp"

using namespace napkin::cli;
using Names = std::vector<std::string>;

namespace {
InputFiles collect(const TemporaryFolder& folder, const Names& names) {
  Names paths;
  for (const std::string& name : names) paths.push_back(folder.path(name));
  return collect_input_files(paths);
}

Names relative(const TemporaryFolder& folder, Names paths) {
  for (std::string& path : paths) path = path.substr(folder.path().size() + 1);
  return paths;
}

Names relative(const TemporaryFolder& folder, const std::vector<BankPath>& files) {
  Names paths;
  for (const BankPath& file : files) paths.push_back(file.path);
  return relative(folder, std::move(paths));
}

Names questions(const TemporaryFolder& folder, const Names& names) {
  return relative(folder, collect(folder, names).questions);
}
}  // namespace

TEST_CASE("a folder gives its questions by path, without what is hidden or no question", "[input_files]") {
  const TemporaryFolder folder;
  for (const char* name : {"b/z.yaml", "b/a.yml", "a-b/x.yaml", "a/x.yaml", ".git/x.yaml", "a/.x.yaml", "a/README.md",
                           "chains.json", "a/taxonomy.yaml", "napkin.yaml", "x.yaml/y.yaml"})
    folder.write(name);
  const InputFiles files = collect(folder, {""});
  CHECK(relative(folder, files.questions) == Names{"a-b/x.yaml", "a/x.yaml", "b/a.yml", "b/z.yaml", "x.yaml/y.yaml"});
  CHECK(relative(folder, files.chains) == Names{"chains.json"});
  CHECK(relative(folder, files.taxonomies) == Names{"a/taxonomy.yaml"});
  CHECK(files.errors.empty());
}

TEST_CASE("the order of the paths and naming a file twice change nothing", "[input_files]") {
  const TemporaryFolder folder;
  for (const char* name : {"a/1.yaml", "a/2.yaml", "b/1.yaml"}) folder.write(name);
  Names names = {"b", "a", "./a/1.yaml", "a//2.yaml", "a/../b/1.yaml"};
  std::sort(names.begin(), names.end());
  do CHECK(questions(folder, names) == Names{"a/1.yaml", "a/2.yaml", "b/1.yaml"});
  while (std::next_permutation(names.begin(), names.end()));
}

TEST_CASE("a file named is a question whatever its name", "[input_files]") {
  const TemporaryFolder folder;
  for (const char* name : {"note.txt", ".hidden.yaml", "chains.json", "a.yaml"}) folder.write(name);
  const InputFiles files = collect(folder, {"note.txt", ".hidden.yaml", "chains.json"});
  CHECK(relative(folder, files.questions) == Names{".hidden.yaml", "note.txt"});
  CHECK(relative(folder, files.chains) == Names{"chains.json"});
  CHECK(questions(folder, {"", ".hidden.yaml"}) == Names{".hidden.yaml", "a.yaml"});
}

TEST_CASE("a file of chains is found with its folder, or named alone", "[input_files]") {
  const TemporaryFolder folder;
  for (const char* name : {"bank/chains.json", "bank/a.yaml"}) folder.write(name);
  CHECK(collect(folder, {"bank"}).chains.at(0).folder_walked);
  CHECK(collect(folder, {"bank", "bank/chains.json"}).chains.at(0).folder_walked);
  CHECK_FALSE(collect(folder, {"bank/chains.json", "bank/a.yaml"}).chains.at(0).folder_walked);
}

TEST_CASE("a folder that is called like a file of chains is not walked", "[input_files]") {
  const TemporaryFolder folder;
  for (const char* name : {"a.yaml", "chains.json/b.yaml", "taxonomy.yaml/c.yaml"}) folder.write(name);
  const InputFiles files = collect(folder, {""});
  CHECK(relative(folder, files.questions) == Names{"a.yaml"});
  CHECK(relative(folder, files.chains) == Names{"chains.json"});
  CHECK(relative(folder, files.taxonomies) == Names{"taxonomy.yaml"});
}

TEST_CASE("links are followed, once, and circles are refused", "[input_files]") {
  const TemporaryFolder folder;
  folder.write("real/1.yaml");
  folder.write("z/2.yaml");
  std::filesystem::create_directory_symlink(folder.path("z"), folder.path("a-link"));
  std::filesystem::create_symlink(folder.path("real/1.yaml"), folder.path("real/other.yaml"));
  CHECK(questions(folder, {""}) == Names{"real/1.yaml", "real/other.yaml", "z/2.yaml"});
  CHECK(questions(folder, {"a-link"}) == Names{"a-link/2.yaml"});

  std::filesystem::create_directory_symlink(folder.path(), folder.path("real/up"));
  std::filesystem::create_directory_symlink("..", folder.path("z/loop.yaml"));
  const InputFiles files = collect(folder, {""});
  CHECK(files.questions.size() == 3);
  REQUIRE(files.errors.size() == 2);
  CHECK(files.errors[0].path == folder.path("real/up"));
  CHECK(files.errors[0].message.find("circle") != std::string::npos);
}

TEST_CASE("what cannot be read stays in the list, to be refused aloud", "[input_files]") {
  const TemporaryFolder folder;
  folder.write("good.yaml");
  mkfifo(folder.path("pipe.yaml").c_str(), 0600);
  std::filesystem::create_symlink("nowhere", folder.path("dangling.yaml"));
  std::filesystem::create_symlink("self.yaml", folder.path("self.yaml"));
  mkfifo(folder.path("pipe").c_str(), 0600);
  CHECK(questions(folder, {"", "missing.yaml"}) == Names{"dangling.yaml", "good.yaml", "pipe.yaml", "self.yaml"});
}

TEST_CASE("a folder without a question is an error", "[input_files]") {
  const TemporaryFolder folder;
  folder.write("full/a.yaml");
  folder.write("empty/README.md");
  const InputFiles files = collect(folder, {"full", "empty"});
  CHECK(files.questions.size() == 1);
  REQUIRE(files.errors.size() == 1);
  CHECK(files.errors[0].path == folder.path("empty"));
  CHECK(collect(folder, {""}).errors.empty());
}
