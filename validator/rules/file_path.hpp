// The parts of a file's name that tell where in the bank it stands.
#pragma once

#include <string_view>

namespace napkin::validator {

struct FilePath {
  std::string_view stem;         // "cloud-0001" of "bank/cloud/compute/cloud-0001.yaml"; empty where it is no YAML file
  std::string_view folder;       // "compute"; empty where the name has none
  std::string_view grandparent;  // "cloud"
};

/// Takes / and \ as separators.
FilePath split_path(std::string_view path);

}  // namespace napkin::validator
