#include "cli/version.hpp"

namespace napkin::cli {

std::string version_line() { return "napkin " NAPKIN_VERSION; }

}  // namespace napkin::cli
