#include "validator/judge/hypotheses.hpp"

#include <cctype>
#include <set>
#include <string>

#include <catch2/catch.hpp>

using namespace napkin::validator::judge;
namespace dimensions = napkin::engine::dimensions;
using napkin::engine::Dimension;

namespace {

struct Case {
  const char* id;
  double printed_over_right;
  Dimension dimension;
};

const Case cases[] = {
    {"bits_for_bytes", 8, dimensions::information},
    {"bits_for_bytes", 8, dimensions::bandwidth},
    {"bytes_for_bits", 0.125, dimensions::bandwidth},
    {"slipped_kilo", 1e3, dimensions::time},
    {"slipped_milli", 1e-3, dimensions::none},
    {"slipped_mega", 1e6, dimensions::energy},
    {"slipped_micro", 1e-6, dimensions::information},
    {"slipped_giga", 1e9, dimensions::operation},
    {"slipped_nano", 1e-9, dimensions::money},
    {"power_of_ten_up", 10, dimensions::none},
    {"power_of_ten_down", 0.1, dimensions::time},
    {"two_powers_of_ten_up", 100, dimensions::none},
    {"two_powers_of_ten_down", 0.01, dimensions::none},
    {"minutes_for_seconds", 60, dimensions::time},
    {"seconds_for_minutes", 1.0 / 60, dimensions::frequency},
    {"hours_for_seconds", 3600, dimensions::time},
    {"seconds_for_hours", 1.0 / 3600, dimensions::time},
    {"mac_counted_twice", 2, dimensions::operation_rate},
    {"mac_for_flop", 0.5, dimensions::operation},
    {"both_directions", 2, dimensions::bandwidth},
    {"factor_two_forgotten", 0.5, dimensions::information},
    {"factor_four_too_many", 4, dimensions::information},
    {"factor_four_forgotten", 0.25, dimensions::information},
    {"gib_for_gb", 1 / 1.073741824, dimensions::information},
    {"gb_for_gib", 1.073741824, dimensions::bandwidth},
};

}  // namespace

TEST_CASE("each hypothesis explains the factor it names", "[hypotheses]") {
  for (const Case& c : cases) {
    CAPTURE(c.id, c.printed_over_right);
    const Hypothesis* found = explain(42 * c.printed_over_right, 42, c.dimension, 0.01);
    REQUIRE(found != nullptr);
    CHECK(found->id == c.id);
    CHECK(found->factor == Approx(c.printed_over_right));
  }
}

TEST_CASE("a hypothesis explains nothing where its dimension does not occur", "[hypotheses]") {
  struct Elsewhere {
    double ratio;
    Dimension dimension;
  };
  const Elsewhere cases_elsewhere[] = {
      {8, dimensions::time}, {8, dimensions::none},      {60, dimensions::information},  {3600, dimensions::none},
      {4, dimensions::time}, {4, dimensions::bandwidth}, {1.073741824, dimensions::time}};
  for (const Elsewhere& c : cases_elsewhere) {
    CAPTURE(c.ratio);
    CHECK(explain(c.ratio, 1, c.dimension, 0.01) == nullptr);
  }
}

TEST_CASE("a factor that no hypothesis has is not explained", "[hypotheses]") {
  for (const double ratio : {1.0, 1.03, 1.5, 3.0, 5.0, 7.0, 0.7, 12.0, 250.0}) {
    CAPTURE(ratio);
    CHECK(explain(ratio, 1, dimensions::none, 0.01) == nullptr);
  }
  CHECK(explain(8.2, 1, dimensions::information, 0.01) == nullptr);
  CHECK(explain(8.07, 1, dimensions::information, 0.01) != nullptr);
}

TEST_CASE("nothing is explained at zero", "[hypotheses]") {
  CHECK(explain(0, 5, dimensions::time, 0.01) == nullptr);
  CHECK(explain(5, 0, dimensions::time, 0.01) == nullptr);
}

TEST_CASE("the table names its rows apart, and the cases above hold every one", "[hypotheses]") {
  std::set<std::string_view> tested;
  for (const Case& c : cases) tested.insert(c.id);
  std::set<std::string_view> ids, names;
  for (const Hypothesis& hypothesis : napkin::engine::misconceptions()) {
    CAPTURE(hypothesis.id);
    CHECK(ids.insert(hypothesis.id).second);
    CHECK(names.insert(hypothesis.name).second);
    CHECK_FALSE(hypothesis.learner.empty());
    if (hypothesis.applies == napkin::engine::Applies::formula) {
      ids.erase(hypothesis.id);  // no factor to explain anything with
      continue;
    }
    CHECK(hypothesis.factor > 0);
    CHECK(hypothesis.factor != 1);
    CHECK(tested.count(hypothesis.id) == 1);
    for (const char c : hypothesis.id) CHECK((std::islower(static_cast<unsigned char>(c)) || c == '_'));
  }
  CHECK(ids.size() == tested.size());
}
