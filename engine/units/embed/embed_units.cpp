// embed_units INPUT.yaml OUTPUT.cpp: checks the unit table and writes it as C++ source. Runs on the build machine.
#include <fstream>
#include <iostream>
#include <sstream>

#include "engine/units/embed/unit_clashes.hpp"
#include "engine/units/embed/unit_writer.hpp"

int main(int argument_count, char** arguments) {
  using namespace napkin::engine::embed;
  if (argument_count != 3) {
    std::cerr << "usage: embed_units INPUT.yaml OUTPUT.cpp\n";
    return 2;
  }
  std::ifstream input(arguments[1]);
  std::ostringstream yaml;
  yaml << input.rdbuf();
  if (!input) {
    std::cerr << arguments[1] << ": cannot be read\n";
    return 2;
  }
  try {
    const UnitTableSource table = read_unit_source(yaml.str());
    const auto clashes = find_clashes(table);
    for (const std::string& clash : clashes) std::cerr << arguments[1] << ": " << clash << '\n';
    if (!clashes.empty()) return 1;
    std::ofstream output(arguments[2]);
    output << write_unit_data(table);
    output.close();
    if (output) return 0;
    std::cerr << arguments[2] << ": cannot be written\n";
    return 2;
  } catch (const SourceError& error) {
    std::cerr << arguments[1] << ": " << error.what() << '\n';
    return 1;
  }
}
