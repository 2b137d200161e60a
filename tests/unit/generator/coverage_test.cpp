// Cells of a bank against what templates reach.
#include "generator/coverage.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/generator/template_example.hpp"

using namespace napkin;
using namespace napkin::generator;

TEST_CASE("cells with questions and cells with templates are counted together", "[coverage]") {
  const Cell filled{"cloud", "L2", "fluency", "roofline-analysis", "compute"};
  const Cell empty{"edge", "L3", "analyze", "real-time-deadlines", "latency"};
  BankCoverage coverage;
  coverage.add_question(filled);
  coverage.add_question(filled);
  coverage.add_template("b", {empty});
  coverage.add_template("a", {empty, filled});
  const std::vector<CellCoverage> cells = coverage.cells();
  REQUIRE(cells.size() == 2);
  CHECK(cells[0].questions == 2);
  CHECK(cells[0].templates == std::vector<std::string>{"a"});
  CHECK(cells[1].questions == 0);
  CHECK(cells[1].templates == std::vector<std::string>{"a", "b"});
  CHECK(coverage.questions_in(filled) == 2);
  CHECK(coverage.questions_in({"mobile", "L1", "recall", "x", "y"}) == 0);
  const std::string picture = coverage_picture(cells);
  CHECK(picture.find("cloud compute L2: 2, a template could add to it") != std::string::npos);
  CHECK(picture.find("edge latency L3: 0, a template could add to it") != std::string::npos);
  coverage.add_question({"a<b", "L2", "fluency", "x", "y"});
  CHECK(coverage_picture(coverage.cells()).find("a&lt;b") != std::string::npos);
}

TEST_CASE("a template reaches the cells that its cases and parameters give", "[coverage]") {
  const engine::Library& library = engine::built_in_library();
  CHECK(cells_of(read_example(example_text()), library) ==
        std::vector<Cell>{{"cloud", "L2", "fluency", "network-bandwidth-bottlenecks", "networking"}});
  const Template two =
      read_example(with_replaced(example_text(), "  level: L2\n", "  level: {in_time: L2, too_late: L3}\n"));
  const std::vector<Cell> cells = cells_of(two, library);
  REQUIRE(cells.size() == 2);
  CHECK(cells[0].level == "L2");
  CHECK(cells[1].level == "L3");
}
