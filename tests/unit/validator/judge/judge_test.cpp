#include "validator/judge/judge.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/validator/prose.hpp"

using namespace napkin::validator;
using judge::Distance;
using judge::Judgement;

namespace {

Judgement judgement_of(std::string_view text, const Tolerance& tolerance = {}) {
  const std::vector<Statement> statements = statements_of(text);
  CAPTURE(std::string(text));
  REQUIRE_FALSE(statements.empty());
  REQUIRE_FALSE(statements.front().unread);
  return judge::judge(statements.front(), derive::derive(statements.front(), {}), tolerance);
}

struct Case {
  const char* text;
  Verdict verdict;
  Distance distance = Distance::none;
};

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Judgement judgement = judgement_of(c.text);
    CHECK(to_string(judgement.verdict) == to_string(c.verdict));
    CHECK(static_cast<int>(judgement.distance) == static_cast<int>(c.distance));
  }
}

constexpr Verdict good = Verdict::consistent, bad = Verdict::inconsistent;

}  // namespace

TEST_CASE("a printed figure stands for what its last digit leaves open", "[judge]") {
  check({{"18 ops / 19 bytes = 0.95 ops/byte", good},
         {"18 ops / 19 bytes = 0.947 ops/byte", good},
         {"18 ops / 19 bytes = 0.9 ops/byte", good},
         {"18 ops / 19 bytes = 0.90 ops/byte", bad, Distance::loose},
         {"10 GB / 3 GB/s = 3 s", good},
         {"10 GB / 3 GB/s = 3.0 s", bad, Distance::wrong},
         {"10 GB / 3 GB/s = 3.3 s", good},
         {"10 GB / 3 GB/s = 3.33 s", good},
         {"2 * 3.14 = 6.28", good},
         {"16.7 ms + 3 ms = 20 ms", good}});
}

TEST_CASE("after a plain sign 1 % is rounding, 5 % is loose, more is wrong", "[judge]") {
  check({{"100 ms * 10 = 1.009 s", good},
         {"100 ms * 10 = 1.02 s", bad, Distance::loose},
         {"100 ms * 10 = 1.04 s", bad, Distance::loose},
         {"100 ms * 10 = 1.06 s", bad, Distance::wrong},
         {"100 ms * 10 = 0.98 s", bad, Distance::loose},
         {"100 ms * 10 = 0.9 s", bad, Distance::wrong},
         {"100 ms * 10 = 0.94 s", bad, Distance::wrong}});
}

TEST_CASE("after an approximation 5 % is close enough", "[judge]") {
  check({{"100 ms * 10 ≈ 1.04 s", good},
         {"100 ms * 10 = ~1.04 s", good},
         {"100 ms * 10 = about 1.04 s", good},
         {"100 ms * 10 is roughly 1.04 s", good},
         {"~100 ms * 10 = 1.04 s", good},
         {"100 ms * 10 ≈ 1.06 s", bad, Distance::wrong},
         {"100 ms * 10 = about 1.2 s", bad, Distance::wrong}});
}

TEST_CASE("cut off instead of rounded is told from loose", "[judge]") {
  check({{"19 ms / 6 = 3.1 ms", bad, Distance::truncated},
         {"22 ms / 6 = 3.6 ms", bad, Distance::truncated},
         {"19 ms / 6 = 3.16 ms", good},
         {"19 ms / 6 = 3.3 ms", bad, Distance::loose}});
}

TEST_CASE("things that come whole may be rounded up or down", "[judge]") {
  check({{"140 GB / 80 GB = 2 GPUs", good},
         {"100 GB / 80 GB = 2 GPUs", good},
         {"1000 requests / 24 = 42 requests", good},
         {"1000 requests / 24 = 41 requests", good},
         {"1000 requests / 24 = 40 requests", bad, Distance::loose},
         {"17 GB / 4 = 5 GB", bad, Distance::wrong}});
}

TEST_CASE("ranges agree with what lies in them", "[judge]") {
  check({{"2 * 2 GB = 3–5 GB", good}, {"2 * (1.5–2.5 GB) = 4 GB", good}, {"2 * 4 GB = 3–5 GB", bad, Distance::wrong}});
}

TEST_CASE("binary prefixes make a figure consistent and are told", "[judge]") {
  const Judgement binary = judgement_of("80 layers * 128 MB = 10.0 GB");
  CHECK(binary.verdict == Verdict::consistent);
  CHECK(binary.binary_units);
  const Judgement decimal = judgement_of("80 layers * 125 MB = 10 GB");
  CHECK(decimal.verdict == Verdict::consistent);
  CHECK_FALSE(decimal.binary_units);
  CHECK_FALSE(judgement_of("512 * 512 * 2 bytes = 512 KB").binary_units);  // KB: nobody takes it for 1,000 for sure
  CHECK(judgement_of("512 * 512 * 2 bytes = 512 KB").verdict == Verdict::consistent);
  CHECK(judgement_of("80 layers * 128 MiB = 10 GiB").verdict == Verdict::consistent);
  CHECK(judgement_of("80 layers * 128 MiB = 10 GB").verdict == Verdict::inconsistent);
}

TEST_CASE("a MAC taken for one operation is consistent and told", "[judge]") {
  const Judgement one = judgement_of("7 GMAC * 20 /s = 140 GOPS");
  CHECK(one.verdict == Verdict::consistent);
  CHECK(one.mac_as_operation);
  CHECK_FALSE(judgement_of("7 GMAC * 20 /s = 280 GOPS").mac_as_operation);
  CHECK(judgement_of("7 GMAC * 20 /s = 70 GOPS").verdict == Verdict::inconsistent);
}

TEST_CASE("a chain may carry its unrounded figure on", "[judge]") {
  // 3.33 s is carried on as 3.333 s; the second link's left side is the rounded figure.
  CHECK(check_prose("10 GB / 3 GB/s = 3.3 s. Twelve of them: 3.3 s * 12 = 40 s").coverage.inconsistent == 0);
  CHECK(check_prose("10 GB / 3 GB/s = 3.3 s. Twelve of them: 3.3 s * 12 = 44 s").coverage.inconsistent == 1);
}

TEST_CASE("comparisons hold or do not", "[judge]") {
  check({{"500 FLOP/byte < 1,342.7 FLOP/byte", good},
         {"500 FLOP/byte > 1,342.7 FLOP/byte", bad, Distance::wrong},
         {"20 ms ≤ 20 ms", good},
         {"20 ms ≥ 20 ms", good},
         {"20 ms < 20 ms", bad, Distance::wrong},
         {"21 ms ≤ 20 ms", bad, Distance::wrong},
         {"19 ms ≥ 20 ms", bad, Distance::wrong},
         {"1500 ms > 1 s", good},
         {"900 ms > 1 s", bad, Distance::wrong},
         {"2 * 40 GB > 64 GB", good},
         {"2 * 30 GB > 64 GB", bad, Distance::wrong}});
}

TEST_CASE("a difference is explained where a hypothesis has its factor", "[judge]") {
  const auto cause = [](std::string_view text) {
    const Judgement judgement = judgement_of(text);
    return judgement.hypothesis ? std::string(judgement.hypothesis->id) : std::string();
  };
  CHECK(cause("10 GB / 400 Gbps = 25 ms") == "bytes_for_bits");
  CHECK(cause("400 Gbps * 2 s = 800 GB") == "bits_for_bytes");
  CHECK(cause("7B params * 2 bytes = 14 MB") == "slipped_milli");
  CHECK(cause("7B params * 2 bytes = 140 GB") == "power_of_ten_up");
  CHECK(cause("2 hours * 3 = 6 minutes") == "seconds_for_minutes");
  CHECK(cause("2 * 7B * 100 FLOP = 700 GFLOP") == "mac_for_flop");
  CHECK(cause("80 layers * 3 MB = 480 MB") == "both_directions");
  CHECK(cause("80 layers * 3 MB = 170 MB") == "");
}

TEST_CASE("the tolerance is the caller's", "[judge]") {
  Tolerance strict;
  strict.rounding = 0.001;
  strict.approximation = 0.002;
  strict.wrong = 0.01;
  CHECK(judgement_of("100 ms * 10 = 1.009 s", strict).verdict == Verdict::inconsistent);
  CHECK(judgement_of("100 ms * 10 = 1.02 s", strict).distance == Distance::wrong);
  Tolerance lax;
  lax.rounding = lax.approximation = 0.2;
  CHECK(judgement_of("100 ms * 10 = 1.15 s", lax).verdict == Verdict::consistent);
}

TEST_CASE("where the units are not written out, a factor that a unit could hide decides nothing", "[judge]") {
  CHECK(judgement_of("84 / 100 = 840 ms").verdict == Verdict::consistent);
  CHECK(judgement_of("306.25 / 900 = 0.34 s").verdict == Verdict::consistent);
  CHECK(judgement_of("306.25 / 900 = 0.39 s").verdict == Verdict::inconsistent);
  for (const char* text : {"200 / 100 GB/s = 2,000 s", "140 / 3.35 TB/s = 41.8 µs", "64 / 1.6 TB/s = 40 ms"}) {
    CAPTURE(text);
    CHECK(judgement_of(text).verdict == Verdict::undecided);
    CHECK(findings(check_prose(text)) == Lines{});
  }
  const auto with_unit = [](const char* text) {
    return verdicts(check_prose(text, "The weights take 140 GB.")) == Lines{"= 41.8 ms: consistent"};
  };
  CHECK(with_unit("140 / 3.35 TB/s = 41.8 ms"));
  CHECK(findings(check_prose("140 / 3.35 TB/s = 48.1 ms", "The weights take 140 GB.")) == Lines{"A201 note"});
  // far off, and the unit is only a guess: 70 °C stand further back
  CHECK(findings(check_prose("but add the CPU: +12 W × 0.3 = 73.6 °C", "Coupling: 0.3 °C/W.")) == Lines{"U301 note"});
}
