// embed_library OUTPUT.cpp FILE…: checks registry and formula files and writes them as C++ source. Runs on the build
// machine. With "-" for OUTPUT, it only checks. @LIST stands for the files named in LIST, one a line.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/load/library_loader.hpp"
#include "engine/load/library_writer.hpp"

namespace {

std::vector<std::string> input_paths(char** begin, char** end) {
  std::vector<std::string> paths;
  for (; begin != end; ++begin) {
    const std::string argument = *begin;
    if (argument.front() != '@') {
      paths.push_back(argument);
      continue;
    }
    std::ifstream list(argument.substr(1));
    for (std::string line; std::getline(list, line);)
      if (!line.empty()) paths.push_back(line);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

int main(int argument_count, char** arguments) {
  using namespace napkin::engine::load;
  if (argument_count < 3) {
    std::cerr << "usage: embed_library OUTPUT.cpp FILE…\n";
    return 2;
  }
  const std::string output_path = arguments[1];
  std::vector<LibraryFile> files;
  for (const std::string& path : input_paths(arguments + 2, arguments + argument_count)) {
    std::ifstream input(path, std::ios::binary);
    std::ostringstream text;
    text << input.rdbuf();
    if (!input) {
      std::cerr << path << ": cannot be read\n";
      return 2;
    }
    files.push_back({path, text.str()});
  }
  const LoadedLibrary loaded = load_library(files);
  for (const LoadError& error : loaded.errors) std::cerr << to_string(error) << '\n';
  if (!loaded.errors.empty()) return 1;
  if (output_path == "-") return 0;
  std::ofstream output(output_path, std::ios::binary);
  output << write_library(loaded);
  output.close();
  if (output) return 0;
  std::cerr << output_path << ": cannot be written\n";
  return 2;
}
