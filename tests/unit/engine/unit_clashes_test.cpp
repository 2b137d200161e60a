#include "engine/units/embed/unit_clashes.hpp"

#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "engine/units/embed/unit_writer.hpp"

using namespace napkin::engine::embed;

namespace {

const std::string head = R"(
prefixes:
  - {symbol: m, factor: 1e-3, letters: [m], words: [milli]}
  - {symbol: M, factor: 1e6, letters: [M], words: [mega]}
prefix_families:
  both: [m, M]
units:
)";

std::vector<std::string> clashes(const std::string& units, const std::string& tail = "") {
  return find_clashes(read_unit_source(head + units + tail));
}

}  // namespace

TEST_CASE("units written alike fail the build", "[units]") {
  SECTION("one spelling for two units") {
    const auto found = clashes(
        "  - {id: second, symbol: s, name: second}\n"
        "  - {id: siemens, symbol: s, name: siemens}\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0] == "'s' is written for both 'second' and 'siemens'; list it under 'second' of one of them");
  }
  SECTION("a prefix that makes one unit look like another") {
    const auto found = clashes(
        "  - {id: inch, symbol: in, name: inch, prefixes: both}\n"
        "  - {id: minute, symbol: min, name: minute}\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0] == "'min' is written for both 'inch' and 'minute'; list it under 'second' of one of them");
  }
  SECTION("a spelling in any case beside one whose case counts") {
    CHECK(clashes("  - {id: pod, symbol: pod, name: pod}\n"
                  "  - {id: probe, symbol: POD, name: probe}\n")
              .size() == 1);
  }
  SECTION("case tells units apart where it counts") {
    CHECK(clashes("  - {id: watt, symbol: W, name: watt, prefixes: both}\n"
                  "  - {id: wavelet, symbol: w, name: wavelet, prefixes: both}\n")
              .empty());
  }
  SECTION("a declared second reading") {
    CHECK(clashes("  - {id: flop, symbol: FLOP, name: FLOP, plural: FLOPs, case: exact}\n"
                  "  - {id: rate, symbol: FLOP/s, name: rate, second: [FLOPs]}\n")
              .empty());
  }
  SECTION("a second reading of a symbol that napkin prints") {
    CHECK(clashes("  - {id: byte, symbol: B, name: byte}\n"
                  "  - {id: billion, symbol: billion, name: billion, second: [B]}\n")
              .size() == 1);
  }
  SECTION("a forbidden text that is a unit") {
    CHECK(clashes("  - {id: byte, symbol: B, name: byte, prefixes: both}\n",
                  "forbidden:\n  - {text: mB, why: no such thing}\n")
              .size() == 1);
  }
  SECTION("an id twice") {
    CHECK(clashes("  - {id: byte, symbol: B, name: byte}\n"
                  "  - {id: byte, symbol: o, name: octet}\n")
              .size() == 1);
  }
}

TEST_CASE("mistakes in the table are named with their line", "[units]") {
  const auto [units, expected] = GENERATE(table<std::string, std::string>({
      {"  - {id: byte, symbol: B, name: byte, scalee: 1}\n", "line 8: unknown key 'scalee'"},
      {"  - {id: byte, name: byte}\n", "line 8: 'symbol' is missing"},
      {"  - {id: byte, symbol: B, name: byte, prefixes: all}\n", "line 8: unknown prefix family 'all'"},
      {"  - {id: byte, symbol: B, name: byte, prefixes: [k]}\n", "line 8: unknown prefix 'k'"},
      {"  - {id: byte, symbol: B, name: byte, scale: -1}\n", "line 8: the scale of 'byte' is not positive"},
      {"  - {id: byte, symbol: B, name: byte, dimension: luck}\n", "line 8: unknown base quantity 'luck'"},
  }));
  CHECK_THROWS_WITH(read_unit_source(head + units), expected);
}

TEST_CASE("the table of the project is clean", "[units]") {
  std::ifstream file(NAPKIN_SOURCE_DIR "/engine/units/units.yaml");
  std::ostringstream yaml;
  yaml << file.rdbuf();
  const UnitTableSource table = read_unit_source(yaml.str());
  CHECK(table.units.size() > 150);
  for (const std::string& clash : find_clashes(table)) FAIL_CHECK(clash);
  CHECK(write_unit_data(table).find("constinit") != std::string::npos);
}
