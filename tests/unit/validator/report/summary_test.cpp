#include "validator/report/summary.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/validator/report/sample_finding.hpp"
#include "validator/report/report.hpp"

using namespace napkin::validator;

TEST_CASE("a summary adds up files and counts findings", "[report]") {
  Summary summary;
  summary.cover({.files = 1, .figures = 1000, .figures_resolved = 900, .statements = 4, .consistent = 3, .unread = 1},
                std::vector<std::size_t>{1});
  summary.cover({.files = 1, .figures = 500, .figures_resolved = 0, .statements = 2, .inconsistent = 1, .undecided = 1},
                std::vector<std::size_t>{0, 0, 5});
  summary.cover({.files = 1}, {});
  summary.count(
      std::vector{sample::bare(sample::wrong_sum), sample::bare(sample::wrong_sum), sample::bare(sample::odd_sum)});
  CHECK(summary.unread_by_reason == std::vector<std::size_t>{1, 0, 5});
  CHECK(summary.findings() == 3);
  CHECK(summary.by_rule.at("A900") == 2);
  CHECK(findings_line(summary) == "2 errors, 1 note");
  CHECK(coverage_line(summary.coverage) ==
        "3 files: 900 of 1,500 figures resolved; 6 statements: 3 consistent, 1 inconsistent, 1 undecided, 1 unread");
}

TEST_CASE("formats are found by name", "[report]") {
  for (const std::string_view name : report_format_names()) {
    CAPTURE(name);
    const auto format = report_format(name);
    REQUIRE(format);
    CHECK(make_report(*format, {}) != nullptr);
  }
  CHECK(report_format("jsonl") == ReportFormat::jsonl);
  CHECK_FALSE(report_format("JSON"));
}
