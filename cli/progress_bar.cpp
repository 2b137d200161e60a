#include "cli/progress_bar.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/terminal.hpp"

namespace napkin::cli {
namespace {
constexpr auto patience = std::chrono::seconds(1);
constexpr auto interval = std::chrono::milliseconds(100);
constexpr int widest_bar = 40;
constexpr int narrowest_bar = 10;

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}
}  // namespace

std::string progress_line(std::size_t done, std::size_t total, int width, std::string_view verb,
                          std::string_view noun) {
  done = std::min(done, total);
  const std::size_t percent = total == 0 ? 100 : done * 100 / total;
  const std::string count = fmt::format("{} {} of {} {}", verb, grouped(done), grouped(total), noun);
  const std::string share = fmt::format("{:>3} %", percent);
  const int bar = std::min(widest_bar, width - static_cast<int>(count.size() + share.size()) - 5);
  if (bar < narrowest_bar) return share;
  const auto filled = static_cast<std::size_t>(bar) * percent / 100;
  return fmt::format("{} [{}{}] {}", count, std::string(filled, '#'),
                     std::string(static_cast<std::size_t>(bar) - filled, ' '), share);
}

ProgressBar::ProgressBar(std::size_t total, std::string_view verb, std::string_view noun)
    : total_(total), verb_(verb), noun_(noun), enabled_(can_redraw(STDERR_FILENO)), next_(Clock::now() + patience) {}

void ProgressBar::advance_to(std::size_t done) {
  if (!enabled_ || Clock::now() < next_) return;
  next_ = Clock::now() + interval;
  drawn_ = true;
  std::fprintf(stderr, "\r\x1b[K%s",
               progress_line(done, total_, terminal_width(STDERR_FILENO, 80), verb_, noun_).c_str());
  std::fflush(stderr);
}

void ProgressBar::erase() {
  if (!drawn_) return;
  drawn_ = false;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
}

}  // namespace napkin::cli
