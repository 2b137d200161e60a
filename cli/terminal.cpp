#include "cli/terminal.hpp"

#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

namespace napkin::cli {
namespace {
std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}
}  // namespace

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

int terminal_width(int descriptor, int otherwise) {
  winsize size{};
  const bool known = is_terminal(descriptor) && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : otherwise;
}

bool can_redraw(int descriptor) { return is_terminal(descriptor) && environment("TERM") != "dumb"; }

bool wants_color(std::string_view choice, int descriptor) {
  if (choice != "auto") return choice == "always";
  return environment("NO_COLOR").empty() && can_redraw(descriptor);
}

}  // namespace napkin::cli
