// What the loader refuses, each with the line on which it stands: somebody wrote the file by hand and has to find it.
#include "engine/load/library_loader.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/formula/calculator.hpp"

using namespace napkin::engine;
using namespace napkin::engine::load;

namespace {

LoadedLibrary loaded(const std::string& text) {
  const LibraryFile file{"added.yaml", text};
  return load_library(std::span(&file, 1), built_in_library());
}

/// Every error of a file, "line: message", one a line.
std::string refusal(const std::string& text) {
  std::string all;
  for (const LoadError& error : loaded(text).errors) {
    CHECK(error.path == "added.yaml");
    all += (all.empty() ? "" : "\n") + std::to_string(error.line) + ": " + error.message;
  }
  return all;
}

// Eight lines; what a test adds starts on line 9.
const std::string entry_head = R"(id: test_chip
kind: device
name: Test Chip
class: gpu
year: 2024
sources:
  sheet: {title: Data sheet, publisher: Nobody, read: 2026-11-21}
values:
)";

// Nine lines; a formula's expression stands on line 10.
const std::string family_head = R"(family: test_family
doc: Formulas of this test.
formulas:
  - id: test_formula
    name: test formula
    doc: Nothing of use.
    source: definition
    arguments: [{name: x, unit: GB, default: 1 GB, doc: a size}]
    result: {unit: GB}
)";

std::string family(const std::string& expression, const std::string& more = "", const std::string& result = "1 GB") {
  return family_head + "    expression: \"" + expression +
         "\"\n    examples: [{call: \"test_formula(1 GB)\", value: " + result + "}]\n" + more;
}

std::string formula(const std::string& id, const std::string& expression) {
  return "  - {id: " + id + ", name: " + id + ", doc: Nothing of use, source: definition, expression: \"" + expression +
         "\",\n     arguments: [{name: x, unit: GB, doc: a size}], result: {unit: GB},\n     examples: [{call: \"" +
         id + "(1 GB)\", value: 1 GB}]}\n";
}

}  // namespace

TEST_CASE("a whole entry and a whole formula are taken", "[load]") {
  const LoadedLibrary entry = loaded(entry_head + "  - {field: memory.capacity, value: 80 GB, source: sheet}\n");
  REQUIRE(entry.errors.empty());
  const auto capacity = calculate("hw.test_chip.memory.capacity * 2 to GB", entry.library);
  REQUIRE(std::holds_alternative<LibraryCalculation>(capacity));
  CHECK(std::get<LibraryCalculation>(capacity).calculation.text == "160 GB");

  const LoadedLibrary doubled = loaded(family("2 * x", "", "2 GB"));
  REQUIRE(doubled.errors.empty());
  CHECK(doubled.library.formula("test_formula") != nullptr);
  CHECK(doubled.library.formulas().size() == built_in_library().formulas().size() + 1);
}

TEST_CASE("an entry takes the place of the embedded one of its name", "[load]") {
  const LoadedLibrary result = loaded(
      "{id: h100_sxm, kind: device, name: Mine, sources: {s: {title: T, read: 2026}},\n"
      " values: [{field: memory.capacity, value: 1 GB, source: s}]}\n");
  REQUIRE(result.errors.empty());
  const Entry* entry = result.library.registry().find("hw.h100_sxm");
  REQUIRE(entry != nullptr);
  CHECK(entry->values.size() == 1);
}

TEST_CASE("a value says its unit, of the dimension of its field", "[load]") {
  CHECK(refusal(entry_head + "  - {field: power.tdp, value: 700 W, source: sheet}\n"
                             "  - {field: memory.capacity, value: 80, source: sheet}\n") ==
        "10: '80' is a pure number, but memory.capacity is given in GB");
  CHECK(refusal(entry_head + "  - {field: memory.bandwidth, value: 80 GB, source: sheet}\n") ==
        "9: '80 GB' is byte, but memory.bandwidth is given in GB/s");
  CHECK_THAT(refusal(entry_head + "  - field: memory.capacity\n    value: 80 GZ\n    source: sheet\n"),
             Catch::StartsWith("10: '80 GZ': unknown unit"));
  CHECK(refusal(entry_head + "  - {field: memory.capacity, value: 40 GB + 40 GB, source: sheet}\n") ==
        "9: '40 GB + 40 GB' has to be a number with its unit");
}

TEST_CASE("a value says where it is from", "[load]") {
  CHECK(refusal(entry_head + "  - {field: memory.capacity, value: 80 GB}\n") ==
        "9: 'memory.capacity' needs a source, or an estimate with its reasoning");
  CHECK(refusal(entry_head + "  - {field: memory.capacity, value: 80 GB, source: sheet, estimate: a guess}\n") ==
        "9: a value has a source or is an estimate, not both");
  CHECK(refusal(entry_head + "  - {field: memory.capacity, value: 80 GB, source: leaflet}\n") ==
        "9: there is no source 'leaflet' in this entry");
  CHECK_THAT(refusal("id: test_chip\nkind: device\nname: Test Chip\nsources:\n  sheet: {title: Data sheet}\n"),
             Catch::StartsWith("5: source 'sheet' needs 'read'"));
}

TEST_CASE("a name stands for one entry", "[load]") {
  const std::string head = "id: test_chip\nkind: device\nname: Test Chip\naliases:\n  - Test One\n";
  CHECK(refusal(head + "  - H100 SXM5\n") == "6: the alias 'H100 SXM5' of hw.test_chip is also one of hw.h100_sxm");
  CHECK(refusal(head + "  - H100-SXM\n") == "6: 'h100sxm' names both hw.h100_sxm and hw.test_chip");
  const LibraryFile files[] = {{"a.yaml", "{id: one, kind: device, name: One}\n"},
                               {"b.yaml", "\n\nid: one\nkind: device\nname: Other\n"}};
  const LoadedLibrary twice = load_library(files, built_in_library());
  REQUIRE(twice.errors.size() == 1);
  CHECK(to_string(twice.errors[0]) == "b.yaml:3:5: hw.one is defined twice");
}

TEST_CASE("YAML that cannot be read is refused where it breaks", "[load]") {
  CHECK_THAT(refusal("id: test_chip\nkind: device\nname: [Test\nyear: 2024\n"), Catch::StartsWith("4: "));
  CHECK_THAT(refusal("id: test_chip\n\tkind: device\n"), Catch::StartsWith("2: "));
  CHECK_THAT(refusal("id: *nobody\n"), Catch::StartsWith("1: "));
  CHECK_THAT(refusal(""), Catch::StartsWith("1: an entry, a family of formulas or the table of fields is due here"));
  CHECK_THAT(refusal("- id\n"), Catch::StartsWith("1: an entry"));
  CHECK_THAT(refusal(", id\n"), Catch::StartsWith("1: an entry"));
  CHECK_THAT(refusal("id: one\n---\nid: two\n"), Catch::StartsWith("1: an entry"));
  CHECK(refusal(std::string(largest_library_file + 1, ' ')) == "0: larger than 1000000 bytes");
}

TEST_CASE("keys that nobody knows, and keys given twice", "[load]") {
  CHECK(refusal("id: test_chip\nkind: device\nname: Test Chip\nvendr: Nobody\n") ==
        "4: the file has no 'vendr'; did you mean 'vendor'?");
  CHECK(refusal("id: test_chip\nkind: device\nname: Test Chip\nyear: 2024\nyear: 2025\n") ==
        "5: the file has 'year' twice");
  CHECK(refusal("id: test_chip\nkind: device\nname: Test Chip\nyear: soon\n") ==
        "4: 'year' of the file is a whole number, not 'soon'");
  CHECK(refusal("id: test_chip\nkind: gadget\nname: Test Chip\n") == "2: unknown kind 'gadget'");
  CHECK(refusal(entry_head + "  - {field: memory.capacity, value: 80 GB, source: sheet, colour: red}\n") ==
        "9: memory.capacity takes no qualifier 'colour'; it takes scope, mode");
  CHECK(refusal(entry_head + "  - {field: memory.capacty, value: 80 GB, source: sheet}\n") ==
        "9: a device has no field 'memory.capacty'; did you mean 'memory.capacity'?");
}

TEST_CASE("an entry says what can be true", "[load]") {
  const std::string dense = "  - {field: peak, value: 100 TFLOP/s, precision: fp16, sparsity: dense, source: sheet}\n";
  CHECK(refusal(entry_head + dense +
                "  - {field: peak, value: 190 TFLOP/s, precision: fp16, sparsity: sparse, source: sheet}\n") ==
        "10: sparse 190 TFLOP/s is 1.9 times dense 100 TFLOP/s, not 2");
  CHECK(refusal(entry_head + dense + dense) == "10: peak is given twice with the same qualifiers");
  CHECK_THAT(refusal(entry_head + "  - {field: power.tdp, value: 700 kW, source: sheet}\n"),
             Catch::StartsWith("9: 700 kW is out of what a gpu draws"));
  CHECK_THAT(refusal(entry_head + "  - {field: memory.bandwidth, value: 1 TB/s, source: sheet}\n"
                                  "  - {field: memory.bus_width, value: 5120 bit, source: sheet}\n"
                                  "  - {field: memory.data_rate, value: 5.2 Gbps, source: sheet}\n"),
             Catch::StartsWith("9: memory bandwidth 1 TB/s is 0.3"));
  CHECK_THAT(refusal(entry_head + "  - {field: l2.capacity, value: 50 MiB, as_written: 60 MB, source: sheet}\n"),
             Catch::StartsWith("9: '60 MB' as written and '50 MiB' are not the same number"));
}

TEST_CASE("a formula that ends nowhere is refused", "[load]") {
  SECTION("it calls itself") {
    CHECK_THAT(refusal(family("test_formula(x)")), Catch::StartsWith("10: formula test_formula: "));
    CHECK_THAT(refusal(family("test_formula(x)")), Catch::Contains("calls itself"));
  }
  SECTION("two call each other") {
    const std::string circle = refusal(family("test_other(x)", formula("test_other", "test_formula(x)")));
    CHECK_THAT(circle, Catch::StartsWith("10: formula test_formula: "));
    CHECK_THAT(circle, Catch::Contains("\n12: formula test_other: "));
    CHECK_THAT(circle, Catch::Contains("test_formula > test_other > test_formula"));
  }
  SECTION("each doubles the one before") {
    std::string chain;
    for (int i = 0; i < 30; ++i) {
      const std::string next = i == 29 ? "x" : "t" + std::to_string(i + 1) + "(x)";
      chain += formula("t" + std::to_string(i), "(" + next + " + " + next + ") / 2");
    }
    CHECK_THAT(refusal(family("t0(x)", chain)),
               Catch::StartsWith("10: formula test_formula: more than 20000 operations"));
  }
  SECTION("it nests without end") {
    const std::string deep = std::string(5000, '(') + "x" + std::string(5000, ')');
    CHECK_THAT(refusal(family(deep)), Catch::StartsWith("10: formula test_formula: "));
  }
}

TEST_CASE("a formula holds what it says", "[load]") {
  CHECK_THAT(refusal(family("x * x")), Catch::StartsWith("10: formula test_formula: the expression gives"));
  CHECK_THAT(refusal(family("y")), Catch::StartsWith("10: formula test_formula: formula test_formula uses 'y'"));
  CHECK_THAT(refusal(family("x + 1 s")), Catch::StartsWith("10: formula test_formula: "));
  CHECK(refusal(family("3 * x")) == "11: example of test_formula: the formula gives 3 GB, the example says 1 GB");
  CHECK_THAT(refusal(family_head + "    expression: x\n"),
             Catch::StartsWith("4: formula test_formula needs a worked example"));
}
