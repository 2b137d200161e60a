#include "validator/read/denial_reader.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/validator/prose.hpp"

using namespace napkin::validator;

TEST_CASE("what the text denies, asks or blames is unread where it does not hold", "[denial]") {
  const char* const denied[] = {
      "140 GB < 80 GB? No, so we shard.",
      "120 ms < 100 ms is violated",
      "Since 140 GB < 80 GB does not hold",
      "140 GB < 80 GB is not met",
      "45 ms ≤ 33 ms (fail)",
      "45 ms <= 33 ms: FAIL",
      "45 ms <= 33 ms → no",
      "140 GB < 80 GB ✗",
      "200 QPS >= 300 QPS (insufficient)",
      "Requires 140 GB ≤ 80 GB — impossible on one GPU.",
      "whether 140 GB ≤ 80 GB",
      "20 ms is less than 16 ms? No.",
      "naive: 10 ms + 20 ms = 25 ms is wrong; it is more",
      "It is NOT 8 × 80 GB = 600 GB",
      "Wrong: 7B × 2 bytes = 7 GB.",
      "Pitfall: assuming 8 × 10 GB = 100 GB",
      "8 × 10 GB = 100 GB (wrong)",
      "Is 8 × 10 GB = 100 GB?",
  };
  for (const char* text : denied) {
    CAPTURE(text);
    const ArithmeticReport report = check_prose(text);
    CHECK(findings(report).empty());
    REQUIRE(report.derivations.size() == 1);
    CHECK(report.derivations[0].unread == UnreadReason::denied);
  }
}

TEST_CASE("what the text stands by is judged", "[denial]") {
  struct Case {
    const char* text;
    Lines findings;
  };
  const Case cases[] = {
      {"140 GB < 80 GB, so it fits.", {"A203 error"}},
      {"140 GB < 80 GB, so the naive plan fails.", {"A203 error"}},
      {"45 ms ≤ 33 ms (pass)", {"A203 error"}},
      {"10 ms + 20 ms = 25 ms on the wrong device", {"A201 error"}},
      {"10 ms + 20 ms = 25 ms, so the other plan is wrong", {"A201 error"}},
      {"Wrong: 7B × 2 bytes = 7 GB. Right: 7B × 2 bytes = 16 GB", {"A201 error"}},
      {"The mistake is to forget it, because 8 × 10 GB = 100 GB", {"A201 error"}},
      {"~~3 + 4 = 8~~ 3 + 4 = 9", {"A201 error"}},
      // denied, and true all the same
      {"8 × 10 GB = 80 GB (wrong)", {}},
      {"~~3 + 4 = 8~~ 3 + 4 = 7", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(findings(check_prose(c.text)) == c.findings);
  }
}
