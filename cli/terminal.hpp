// What the program asks of the terminal and the environment; nothing else does.
#pragma once

#include <string_view>

namespace napkin::cli {

bool is_terminal(int descriptor);

/// Columns of the terminal behind the descriptor; `otherwise` where there is none.
int terminal_width(int descriptor, int otherwise);

/// "always", "never", or "auto": a terminal that is not dumb, and NO_COLOR not set (https://no-color.org).
bool wants_color(std::string_view choice, int descriptor);

/// Whether the terminal can move its cursor, so that a line may be drawn over.
bool can_redraw(int descriptor);

}  // namespace napkin::cli
