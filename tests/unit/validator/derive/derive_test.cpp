#include "validator/derive/derive.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/unit/validator/prose.hpp"

using namespace napkin::validator;
using derive::Basis;
using derive::Candidate;
using derive::Derived;

namespace {

Derived derived_from(std::string_view text, const std::vector<derive::RoundedFigure>& earlier = {}) {
  const std::vector<Statement> statements = statements_of(text);
  CAPTURE(std::string(text));
  REQUIRE_FALSE(statements.empty());
  REQUIRE_FALSE(statements.front().unread);
  return derive::derive(statements.front(), earlier);
}

bool has(const Derived& derived, Basis basis, double value) {
  return std::any_of(derived.candidates.begin(), derived.candidates.end(),
                     [&](const Candidate& c) { return c.basis == basis && c.derived == Approx(value).epsilon(1e-6); });
}

}  // namespace

TEST_CASE("the first candidate is the one that assumes least", "[derive]") {
  struct Case {
    const char* text;
    Basis basis;
    double derived;
    double stated;
    const char* unit;
  };
  const Case cases[] = {
      {"12 GB / 3 GB/s = 4 s", Basis::dimensions_agree, 4, 4, "s"},
      {"18 ops / 19 bytes = 0.95 ops/byte", Basis::dimensions_agree, 18.0 / 19, 0.95, "op/byte"},
      {"7B params * 2 bytes = 14 GB", Basis::dimensions_agree, 14, 14, "GB"},
      {"312 TFLOPs / 2 TB/s = 156 FLOP/byte", Basis::dimensions_agree, 156, 156, "FLOP/byte"},
      {"60 / 80 = 75%", Basis::dimensions_agree, 75, 75, "%"},
      {"2 * 3 = 6", Basis::dimensions_agree, 6, 6, ""},
      {"306.25 / 900 = 0.34 s", Basis::left_in_stated_unit, 306.25 / 900, 0.34, "s"},
      {"204.8 GB / 2 = 102.4", Basis::stated_without_unit, 102.4, 102.4, "GB"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Derived derived = derived_from(c.text);
    REQUIRE_FALSE(derived.candidates.empty());
    const Candidate& first = derived.candidates.front();
    CHECK(static_cast<int>(first.basis) == static_cast<int>(c.basis));
    CHECK(first.derived == Approx(c.derived).epsilon(1e-6));
    CHECK(first.stated == Approx(c.stated));
    CHECK(first.unit == c.unit);
  }
}

TEST_CASE("each way to bring both sides to one dimension is tried", "[derive]") {
  CHECK(has(derived_from("12 GB / 3 GB/s = 4 s"), Basis::dimensions_agree, 4));
  CHECK(has(derived_from("306.25 / 900 = 0.34 s"), Basis::left_in_stated_unit, 306.25 / 900));
  CHECK(has(derived_from("84 / 100 = 840 ms"), Basis::left_in_base_unit, 840));
  CHECK(has(derived_from("204.8 GB / 2 = 102.4"), Basis::stated_without_unit, 102.4));
  CHECK(has(derived_from("175 GOP * 60 = 10.5 TOP/s"), Basis::units_left_out, 10.5));
  CHECK(has(derived_from("400,000,000 bits / 8 = 50 MB"), Basis::factor_converts, 50));
  CHECK(has(derived_from("8,760 h/year * 0.5 = 4,380 h"), Basis::period_left_out, 4380));
  CHECK(has(derived_from("20 * 7,300 h / 24 = 304 days"), Basis::factor_converts, 20 * 7300.0 / 24));
  CHECK(has(derived_from("128 GPUs * 2 hours * $2 = $512"), Basis::unit_dropped, 512));
  CHECK(has(derived_from("50 °C + (25 W × 0.8) = 70 °C"), Basis::numerals, 70));
}

TEST_CASE("candidates stand in the order of what they assume", "[derive]") {
  for (const char* text : {"400,000,000 bits / 8 = 50 MB", "84 / 100 = 840 ms",
                           "20M users × 6 requests = 120M requests/day", "7B * 2 = 14 GB", "12 K / 3 = 4 K"}) {
    CAPTURE(text);
    const Derived derived = derived_from(text);
    CHECK(std::is_sorted(derived.candidates.begin(), derived.candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.basis < b.basis; }));
  }
}

TEST_CASE("sides whose units do not agree clash, and both dimensions are named", "[derive]") {
  const Derived clash = derived_from("80 GB / 2 TB/s = 40 GB");
  CHECK(clash.dimension_clash);
  CHECK(clash.left_dimension == napkin::engine::dimensions::time);
  CHECK(clash.stated_dimension == napkin::engine::dimensions::information);
  CHECK_FALSE(derived_from("80 GB / 2 TB/s = 40 ms").dimension_clash);
}

TEST_CASE("a sum of dimensions that have nothing in common is unread", "[derive]") {
  const Derived derived = derived_from("3 GB + 4 ms = 7 W");
  CHECK(derived.dimension_clash);
  const Derived mixed = derived_from("3 GB + 4 ms = 7 W + 1 s");
  CHECK(mixed.unread == UnreadReason::mixed_units);
}

TEST_CASE("bare numbers in a sum borrow the unit beside them", "[derive]") {
  CHECK(has(derived_from("15 + 40 ms = 55 ms"), Basis::dimensions_agree, 55));
  CHECK(has(derived_from("15 ms + 40 = 55 ms"), Basis::dimensions_agree, 55));
}

TEST_CASE("a percentage added to a quantity is one of it", "[derive]") {
  CHECK(has(derived_from("200 W + 40% = 280 W"), Basis::dimensions_agree, 280));
  CHECK(has(derived_from("200 W - 40% = 120 W"), Basis::dimensions_agree, 120));
}

TEST_CASE("bounds are as wide as what is printed leaves open", "[derive]") {
  const auto first = [](const Derived& derived) { return derived.candidates.front(); };
  const Candidate stated = first(derived_from("18 ops / 19 bytes = 0.95 ops/byte"));
  CHECK(stated.stated_bounds.lo == Approx(0.945));
  CHECK(stated.stated_bounds.hi == Approx(0.955));
  CHECK(stated.derived_bounds.width() == Approx(0).margin(1e-12));  // counts are exact

  const Candidate rounded = first(derived_from("3.5 GB * 2 = 7 GB"));
  CHECK(rounded.derived_bounds.lo == Approx(6.9));
  CHECK(rounded.derived_bounds.hi == Approx(7.1));

  const Candidate range = first(derived_from("2 * 3–5 GB = 8 GB"));
  CHECK(range.derived_bounds.lo == Approx(6));
  CHECK(range.derived_bounds.hi == Approx(10));
}

TEST_CASE("an earlier rounded figure brings back what it was", "[derive]") {
  const derive::RoundedFigure earlier{3.3, napkin::engine::dimensions::time, 1, 10.0 / 3};
  const Candidate c = derived_from("3.3 s * 300 = 1000 s", {earlier}).candidates.front();
  CHECK(c.derived == Approx(990));
  CHECK(c.derived_bounds.contains(1000));
  const derive::RoundedFigure other{3.3, napkin::engine::dimensions::information, 1, 3.5};
  CHECK_FALSE(derived_from("3.3 s * 300 = 1050 s", {other}).candidates.front().derived_bounds.contains(1050));
}

TEST_CASE("powers of 1,024 are a candidate of their own, with the power involved", "[derive]") {
  const auto binary = [](std::string_view text) {
    int step = 0;
    for (const Candidate& c : derived_from(text).candidates) step = std::max(step, c.binary_step);
    return step;
  };
  CHECK(binary("80 * 128 MB = 10 GB") == 3);
  CHECK(binary("4 * 128 KB = 512 KB") == 1);
  CHECK(binary("80 * 128 ms = 10 s") == 0);
  CHECK(binary("80 * 128 MiB = 10 GB") == 0);
}

TEST_CASE("things that come whole are known by what they count", "[derive]") {
  const auto whole = [](std::string_view text) { return derived_from(text).candidates.front().counts_whole_things; };
  CHECK(whole("140 GB / 80 GB = 2 GPUs"));
  CHECK(whole("1000 / 24 = 41 requests"));
  CHECK_FALSE(whole("140 GB / 80 GB = 1.75 GPUs"));
  CHECK_FALSE(whole("14 GB / 4 = 3 GB"));
  CHECK_FALSE(whole("14 GB / 4 GB = 3×"));
}

TEST_CASE("a MAC counts two operations or, as a candidate of its own, one", "[derive]") {
  const Derived derived = derived_from("7 GMAC * 20 /s = 140 GOPS");
  CHECK(has(derived, Basis::dimensions_agree, 280));
  const auto one = std::find_if(derived.candidates.begin(), derived.candidates.end(),
                                [](const Candidate& c) { return c.mac_as_operation; });
  REQUIRE(one != derived.candidates.end());
  CHECK(one->derived == Approx(140));
}
