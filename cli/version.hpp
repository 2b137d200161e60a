// What `napkin --version` prints.
#pragma once

#include <string>

namespace napkin::cli {

/// "napkin 0.1.0"
std::string version_line();

}  // namespace napkin::cli
