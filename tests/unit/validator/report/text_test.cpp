#include "validator/report/text.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/validator/report/sample_finding.hpp"

using namespace napkin;
using namespace napkin::validator;

namespace {

const schema::SourceText source("bank/cloud-0001.yaml", "scenario: 2 GB\n  total: 2 GB * 3 = 7 GB\n");

std::string text_of(const Finding& finding, const schema::SourceText* text, TextStyle style) {
  std::string out;
  append_text(out, finding, text, style);
  return out;
}

}  // namespace

TEST_CASE("a finding as people read it", "[report]") {
  CHECK(text_of(sample::finding(), &source, {}) ==
        "bank/cloud-0001.yaml:2:10: error A900 wrong-sum: 2 GB * 3 is 6 GB, not 7 GB\n"
        "  2 |   total: 2 GB * 3 = 7 GB\n"
        "    |          ^^^^^^^^^^^^^^\n"
        "    = stated 7 GB, derived 6 GB (stated is 1.17× of it)\n"
        "    = likely cause: a \"slip\"\n"
        "    = given here as 2 GB: bank/cloud-0001.yaml:1:11 (scenario)\n");
}

TEST_CASE("without a source there is no excerpt", "[report]") {
  CHECK(text_of(sample::bare(sample::odd_sum), nullptr, {}) == "a.yaml:1:1: note A902 odd-sum: odd\n");
}

TEST_CASE("a place over several lines is underlined to the end of its first", "[report]") {
  Finding finding = sample::bare(sample::odd_sum);
  finding.place = {"bank/cloud-0001.yaml", "", 1, 11, 2, 3};
  CHECK(text_of(finding, &source, {}) ==
        "bank/cloud-0001.yaml:1:11: note A902 odd-sum: odd\n"
        "  1 | scenario: 2 GB\n"
        "    |           ^^^^\n");
}

TEST_CASE("colour is on only when asked, and is always switched off again", "[report]") {
  CHECK(text_of(sample::finding(), &source, {.color = false}).find('\x1b') == std::string::npos);
  const std::string colored = text_of(sample::finding(), &source, {.color = true});
  CHECK(colored.find("\x1b[1;31merror\x1b[0m") != std::string::npos);
  std::string plain;
  for (std::size_t i = 0; i < colored.size(); ++i) {
    if (colored[i] == '\x1b')
      i = colored.find('m', i);
    else
      plain += colored[i];
  }
  CHECK(plain == text_of(sample::finding(), &source, {}));
}

TEST_CASE("a text report separates its findings", "[report]") {
  TextReport report({});
  std::string out;
  const std::vector findings = {sample::bare(sample::wrong_sum), sample::bare(sample::odd_sum)};
  Summary summary;
  summary.count(findings);
  report.add(findings, {}, nullptr, out);
  report.finish(summary, out);
  CHECK(out == "a.yaml:1:1: error A900 wrong-sum: odd\n\na.yaml:1:1: note A902 odd-sum: odd\n");
}

TEST_CASE("a clean run prints nothing", "[report]") {
  TextReport report({});
  std::string out;
  report.add({}, {}, &source, out);
  report.finish({}, out);
  CHECK(out.empty());
}
