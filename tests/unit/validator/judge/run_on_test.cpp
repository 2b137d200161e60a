#include "validator/judge/run_on.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/validator/prose.hpp"

using namespace napkin::validator;

TEST_CASE("the right side may state its first figure and go on from it", "[judge]") {
  struct Case {
    const char* text;
    Lines verdicts;
  };
  const Case cases[] = {
      {"1920 × 1080 × 3 B = 6.22 MB/frame × 30 fps = 187 MB/s",
       {"= 6.22 MB/frame: consistent", "= 187 MB/s: consistent"}},
      {"1920 × 1080 × 3 B = 7.22 MB/frame × 30 fps = 217 MB/s",
       {"= 7.22 MB/frame: inconsistent", "= 217 MB/s: consistent"}},
      {"640 × 480 × 1.5 B = 460.8 KB × 30 FPS = 13.8 MB/s", {"= 460.8 KB: consistent", "= 13.8 MB/s: consistent"}},
      {"640 × 480 × 1.5 B = 460.8 KB × 30 FPS = 15.8 MB/s", {"= 460.8 KB: consistent", "= 15.8 MB/s: inconsistent"}},
      {"5 replicas × 2 AZs = 10 replicas × $1.20/h = $12/h", {"= 10 replicas: consistent", "= $12/h: consistent"}},
      {"15 ms + 50 ms = 65 ms + overhead (15 ms) = 80 ms", {"= 65 ms: consistent", "= 80 ms: consistent"}},
      {"15 ms + 50 ms = 75 ms + overhead (15 ms) = 90 ms",
       {"= 75 ms + overhead (15 ms): inconsistent", "= 90 ms: consistent"}},
      {"2 × 3 × 4 = 6 × 4 = 24", {"= 6 × 4: consistent", "= 24: consistent"}},
      {"2 × 3 × 4 = 7 × 4 = 28", {"= 7 × 4: inconsistent", "= 28: consistent"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(verdicts(check_prose(c.text)) == c.verdicts);
  }
}

TEST_CASE("a right side that is one figure goes on to nothing", "[judge]") {
  CHECK_FALSE(judge::stating_first_figure(statements_of("3 + 4 = 7").at(0)));
  CHECK_FALSE(judge::stating_first_figure(statements_of("3 GB < 4 GB").at(0)));
}
