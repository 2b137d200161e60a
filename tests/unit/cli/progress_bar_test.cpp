#include "cli/progress_bar.hpp"

#include <catch2/catch.hpp>

using namespace napkin::cli;

TEST_CASE("the progress line fits the terminal", "[progress_bar]") {
  CHECK(progress_line(5000, 10'000, 60) == "checking 5,000 of 10,000 files [##########          ]  50 %");
  CHECK(progress_line(0, 10, 80).find("[                    ") != std::string::npos);
  CHECK(progress_line(10, 10, 80).find("#] 100 %") != std::string::npos);
  CHECK(progress_line(0, 0, 80).find("100 %") != std::string::npos);
  CHECK(progress_line(11, 10, 80) == progress_line(10, 10, 80));
  CHECK(progress_line(1, 2, 20) == " 50 %");
  for (int width = 5; width < 200; ++width) CHECK(static_cast<int>(progress_line(3214, 10'711, width).size()) <= width);
}
