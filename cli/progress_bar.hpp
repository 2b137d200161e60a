// A line on the terminal that says how far a long run has come, and is gone when it ends.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace napkin::cli {

/// "checking 3,214 of 10,711 files [#####           ] 30 %" in at most `width` columns.
std::string progress_line(std::size_t done, std::size_t total, int width, std::string_view verb = "checking",
                          std::string_view noun = "files");

/// Draws on standard error, only if that is a terminal, and only once a second has gone by.
class ProgressBar {
 public:
  /// The words are texts that outlive it.
  explicit ProgressBar(std::size_t total, std::string_view verb = "checking", std::string_view noun = "files");
  ~ProgressBar() { erase(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void advance_to(std::size_t done);
  /// Clears the line, so that something else may be written to the terminal.
  void erase();

 private:
  using Clock = std::chrono::steady_clock;
  std::size_t total_;
  std::string_view verb_, noun_;
  bool enabled_;
  bool drawn_ = false;
  Clock::time_point next_;
};

}  // namespace napkin::cli
