#include "validator/read/unit_reader.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/unit/validator/prose.hpp"
#include "validator/read/tokenizer.hpp"

using namespace napkin::validator;
using napkin::engine::UnitReading;

namespace {

struct Phrase {
  napkin::engine::UnitReadings readings;
  std::string rest;  // the tokens behind the unit and its labels
  std::string unknown;
};

/// The unit behind the number that the text starts with.
Phrase read_phrase(std::string_view text) {
  const read::Tokens tokens = read::tokenize(text);
  read::UnitLookup units;
  const read::UnitRead unit = read::read_unit_phrase(tokens, 1, tokens.size(), units);
  return {unit.readings, show({tokens.begin() + static_cast<std::ptrdiff_t>(unit.next), tokens.end()}), unit.unknown};
}

std::string dimension_of(const Phrase& phrase) {
  return phrase.readings.empty() ? "none" : napkin::engine::to_string(phrase.readings[0].dimension);
}

bool has_reading(const Phrase& phrase, double scale, std::string_view dimension) {
  return std::any_of(phrase.readings.begin(), phrase.readings.end(), [&](const UnitReading& r) {
    return r.scale == Approx(scale) && napkin::engine::to_string(r.dimension) == dimension;
  });
}

}  // namespace

TEST_CASE("the first reading of a unit in prose", "[units]") {
  struct Case {
    const char* text;
    double scale;
    const char* dimension;
    const char* rest;
  };
  const Case cases[] = {
      // plain, prefixed, glued
      {"80 GB", 1e9, "byte", ""},
      {"80GB", 1e9, "byte", ""},
      {"80 GiB", 1073741824, "byte", ""},
      {"400 Gbps", 1.25e8, "byte/s", ""},
      {"5 µs", 1e-6, "s", ""},
      {"5 us", 1e-6, "s", ""},
      {"90 %", 0.01, "1", ""},
      {"300 mAh", 3.6, "coulomb", ""},
      // compounds
      {"3.35 TB/s", 1e12, "byte/s", ""},
      {"2 pJ/bit", 8e-12, "J/byte", ""},
      {"0.5 W/mm²", 1e6, "J/s/m^2", ""},
      {"814 mm²", 1e-6, "m^2", ""},
      {"10 GB per second", 1e9, "byte/s", ""},
      {"100 bytes per token", 1, "byte", ""},
      {"4 KB per token per layer", 1e3, "byte", ""},
      {"30 joules per million tokens", 1e-6, "J", ""},
      {"5 requests per 10 seconds", 0.1, "1/s", ""},
      {"128 GPU-hours", 3600, "s", ""},
      // magnitudes
      {"7B params", 1e9, "1", ""},
      {"70B model", 1e9, "1", ""},
      {"2 trillion ops", 1e12, "op", ""},
      {"128K tokens", 1e3, "1", ""},
      {"20 million users", 1e6, "1", ""},
      {"5 thousand requests/s", 1e3, "1/s", ""},
      // words before and after
      {"9 input bytes", 1, "byte", ""},
      {"2 weight bytes", 1, "byte", ""},
      {"5.0 effective TOPS/W", 1e12, "op/J", ""},
      {"50 concurrent requests", 1, "1", ""},
      {"16 GB of weights", 1e9, "byte", "of weights"},
      {"3 GPUs and 4 TPUs", 1, "1", "and 4 TPUs"},
      {"40 ms is late", 1e-3, "s", "is late"},
      {"3 in all", 1, "none", "in all"},
      {"5 at once", 1, "none", "at once"},
      {"3 max(4, 5)", 1, "none", "max ( 4 , 5 )"},
      // factors
      {"24x higher W/FPS", 1, "1", "/ FPS"},
  };
  for (const Case& c : cases) {
    const Phrase phrase = read_phrase(c.text);
    CAPTURE(c.text);
    CHECK(dimension_of(phrase) == c.dimension);
    CHECK(phrase.rest == c.rest);
    CHECK((phrase.readings.empty() ? 1 : phrase.readings[0].scale) == Approx(c.scale));
    CHECK(phrase.unknown.empty());
  }
}

TEST_CASE("an ambiguous unit keeps every reading that a text may mean", "[units]") {
  const Phrase bytes_or_billions = read_phrase("7 B");
  CHECK(has_reading(bytes_or_billions, 1, "byte"));
  CHECK(has_reading(bytes_or_billions, 1e9, "1"));

  const Phrase count_or_rate = read_phrase("312 TFLOPs");
  REQUIRE(count_or_rate.readings.size() >= 2);
  CHECK(count_or_rate.readings[0].dimension == napkin::engine::dimensions::operation);
  CHECK(has_reading(count_or_rate, 1e12, "op/s"));

  const Phrase kelvin_or_thousand = read_phrase("12 K");
  CHECK(has_reading(kelvin_or_thousand, 1e3, "1"));
  CHECK(has_reading(kelvin_or_thousand, 1, "kelvin"));

  CHECK_FALSE(has_reading(read_phrase("12K"), 1, "kelvin"));
  CHECK_FALSE(has_reading(read_phrase("12 K tokens"), 1, "kelvin"));
}

TEST_CASE("what is counted becomes a label, known word or not", "[units]") {
  const auto label = [](std::string_view text) {
    const Phrase phrase = read_phrase(text);
    return phrase.readings.empty() || phrase.readings[0].labels.empty() ? std::string()
                                                                        : phrase.readings[0].labels[0].name;
  };
  CHECK(label("8 GPUs") == "GPU");
  CHECK(label("4096 tokens") == "token");
  CHECK(label("50 concurrent requests") != "");
  CHECK(label("3 widgets") == "widgets");
  CHECK(label("80 GB") == "");
}

TEST_CASE("a decimal prefix of bytes remembers that some mean 1,024", "[units]") {
  CHECK(read_phrase("80 GB").readings[0].decimal_information_prefix == 3);
  CHECK(read_phrase("80 KB").readings[0].decimal_information_prefix == 1);
  CHECK(read_phrase("80 GiB").readings[0].decimal_information_prefix == 0);
  CHECK(read_phrase("80 ms").readings[0].decimal_information_prefix == 0);
}

TEST_CASE("a word that looks like a unit and is none is named, not guessed", "[units]") {
  CHECK(read_phrase("64GZ").unknown == "GZ");
  CHECK(read_phrase("64QB").unknown == "QB");
  CHECK(read_phrase("64 widgets").unknown.empty());
  CHECK(read_phrase("64GB").unknown.empty());
}

TEST_CASE("a look-up is remembered and tells physical units from magnitudes", "[units]") {
  read::UnitLookup units;
  CHECK(units.is_physical("GB"));
  CHECK(units.is_physical("%"));
  CHECK_FALSE(units.is_physical("tokens"));
  CHECK(units.is_magnitude("million"));
  CHECK(units.is_magnitude("B"));
  CHECK_FALSE(units.is_magnitude("GB"));
  CHECK(&units.readings("GB") == &units.readings("GB"));
  CHECK(units.readings("frobs").empty());
}
