#include "validator/read/share_reader.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/validator/prose.hpp"

using namespace napkin::validator;

namespace {

struct Case {
  const char* text;
  Lines findings;
};

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const ArithmeticReport report = check_prose(c.text);
    CHECK(findings(report) == c.findings);
    if (c.findings.empty()) CHECK(report.coverage.consistent == report.coverage.statements);
  }
}

}  // namespace

TEST_CASE("a share in a bracket is one of the whole that the text names", "[share]") {
  check({{"144 KB + 36 KB = 180 KB of 256 KB (70%)", {}},
         {"144 KB + 36 KB = 180 KB of 256 KB (60%)", {"A204 error"}},
         {"80 GB - 57.5 GB = 22.5 GB (28% of 80 GB)", {}},
         {"80 GB - 57.5 GB = 22.5 GB (38% of 80 GB)", {"A204 error"}},
         {"Savings: $1.2M − $0.9M = $300K (25%)", {}},
         {"Savings: $1.2M − $0.9M = $300K (35%)", {"A204 error"}},
         // what is left, or of what is left
         {"saves 100 - 60 = 40 ms (60%)", {}},
         {"100 - 60 = 40 ms (67%)", {}}});
}

TEST_CASE("a finding on a figure that the reader put together quotes the figure alone", "[share]") {
  const auto message = [](const char* text) {
    const ArithmeticReport report = check_prose(text);
    REQUIRE(report.findings.size() == 1);
    return report.findings.front().message;
  };
  CHECK(message("Savings: $1.2M − $0.9M = $300K (35%)") == "35%, should be 25% (300 thousand USD / 1.2 million USD)");
  CHECK(message("40 ms exceeds 33.3 ms by 16.7 ms") == "16.7 ms, should be 6.7 ms (40 ms - 33.3 ms)");
}

TEST_CASE("a word or a sign says which way a change goes", "[change]") {
  check({{"100 MB → 25 MB (75% smaller)", {}},
         {"100 MB → 25 MB (25% smaller)", {"A204 error"}},
         {"Spot: $3.00/h × 0.3 = $0.90/h (70% discount)", {}},
         {"Spot: $3.00/h × 0.3 = $0.90/h (30% discount)", {"A204 error"}},
         {"Memory went from 10 GB to 14 GB (+40%)", {}},
         {"Memory went from 10 GB to 14 GB (+29%)", {"A204 error"}}});
}

TEST_CASE("what may be meant otherwise is no slip", "[change]") {
  for (const char* text :
       {"2 TB × 0.3 = 0.6 TB (30% growth)", "10 GB × 0.3 = 3 GB (30% saved)", "$100 × 0.2 = $20 (20% discount)",
        "from 80% to 90%, a 10% increase", "Utilization rises from 30% to 45%, a 15% gain", "110 GB of 200 GB (45%)",
        "12 + 8 = 20 ms → 30 FPS", "4 × 5 ms = 20 ms → 60 FPS budget missed",
        "4 × 5 ms = 20 ms → 60 FPS needs 16.7 ms"}) {
    CAPTURE(text);
    CHECK(findings(check_prose(text)) == Lines{});
  }
}

TEST_CASE("an amount at a rate is multiplied or divided, as the units say", "[rate]") {
  check({{"5,000 GB at $0.09/GB = $450", {}},
         {"5,000 GB at $0.09/GB = $550", {"A201 error"}},
         {"5,000 GB × 2 = 10,000 GB at $0.09/GB = $450", {"A201 error"}},
         {"1 GB @ 1.25 GB/s = 0.8 s", {}},
         {"1 GB at 1.25 GB/s = 8 s", {"A201 error"}},
         {"1 TB at 80% = 800 GB", {}}});
  for (const char* text : {"32 images at 20 ms = 50 images/s", "60 FPS at 1080p = 124 MP/s"}) {
    CAPTURE(text);
    CHECK(findings(check_prose(text)) == Lines{});
  }
}

TEST_CASE("what is saved is said before the change", "[change]") {
  check({{"INT4 saves 75% (14 GB → 3.5 GB)", {}}, {"INT4 saves 50% (14 GB → 3.5 GB)", {"A204 error"}}});
}

TEST_CASE("from range to range, both ends come out", "[share]") {
  check({{"3–5 GB × 4 = 12–20 GB", {}}, {"3–5 GB × 4 = 30–50 GB", {"A201 error"}}});
  CHECK(verdicts(check_prose("3–5 GB × 4 = 12–25 GB")) == Lines{"= 12–25 GB: undecided"});
}

TEST_CASE("what follows a result is checked too", "[share]") {
  check({{"12 GB / 80 GB = 0.15 = 15%", {}},
         {"12 GB / 80 GB = 0.15 = 1.5%", {"A204 error"}},
         {"max(12, 8, 20) = 20 ms → 50 FPS", {}},
         {"max(12, 8, 20) = 20 ms → 60 FPS", {"U302 error"}},
         {"40 ms exceeds 33.3 ms by 6.7 ms", {}},
         {"40 ms exceeds 33.3 ms by 16.7 ms", {"A201 error"}},
         {"1024 × 768 = 786,432 bytes (0.786 MB)", {}},
         {"1024 × 768 = 786,432 bytes (7.68 MB)", {"U302 error"}}});
}

TEST_CASE("half of a phrase is not read as the whole", "[share]") {
  const Lines unread{"= 5 failures/s: unread (prose operand)"};
  CHECK(verdicts(check_prose("1 in 1000 requests × 5,000 QPS = 5 failures/s")) == unread);
  CHECK(findings(check_prose("PCIe 4.0 ×16 ≈ 32 GB/s")) == Lines{});
  CHECK(findings(check_prose("10 ± 2 ms × 3 = 30 ± 6 ms")) == Lines{});
}
