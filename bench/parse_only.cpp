// The yardstick of the throughput: parses the YAML files under a folder with yaml-cpp, on so many threads, and does
// nothing else with them. parse_only JOBS FOLDER
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <yaml-cpp/yaml.h>

namespace {

std::vector<std::string> yaml_files(const char* folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == ".yaml") files.push_back(entry.path().string());
  return files;
}

bool parse(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  try {
    return YAML::Load(bytes).IsMap();
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: parse_only JOBS FOLDER\n", stderr);
    return 2;
  }
  const int jobs = std::atoi(argv[1]);
  const std::vector<std::string> files = yaml_files(argv[2]);
  std::atomic<std::size_t> next = 0, parsed = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < jobs; ++i) {
    threads.emplace_back([&] {
      for (std::size_t file = next++; file < files.size(); file = next++) parsed += parse(files[file]);
    });
  }
  threads.clear();
  std::printf("%zu of %zu files parsed\n", parsed.load(), files.size());
  return parsed == files.size() ? 0 : 1;
}
