// Lines from whoever types them.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/formula/complete.hpp"

namespace napkin::cli {

/// Without its line break; nothing at the end of the file. A line that is longer than any expression is cut where it
/// is seen to be.
std::optional<std::string> read_line(std::FILE* file);

/// Asks on the terminal: arrow keys, a history of this session, Tab. Where the program was built without libedit, and
/// on a dumb terminal, only the prompt is left of it.
class LineEditor {
 public:
  using Complete = std::function<engine::Completions(std::string_view before_cursor)>;

  LineEditor(std::string prompt, Complete complete);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  /// The next line; nothing when the user has no more.
  std::optional<std::string> read();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace napkin::cli
