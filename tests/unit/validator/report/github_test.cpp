#include "validator/report/github.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/unit/validator/report/sample_finding.hpp"

using namespace napkin::validator;

TEST_CASE("an annotation escapes what would end a property or a message", "[report]") {
  Finding finding = sample::bare(sample::odd_sum);
  finding.place = {"a,b:c%.yaml", "title", 3, 4, 5, 6};
  finding.message = "50% of\r\nit: a, b";
  std::string out;
  append_github(out, finding);
  CHECK(out ==
        "::notice file=a%2Cb%3Ac%25.yaml,line=3,endLine=5,col=4,endColumn=6,title=A902 odd-sum::"
        "50%25 of%0D%0Ait: a, b");
}

TEST_CASE("ten annotations of each severity, and a line for the rest", "[report]") {
  GithubReport report;
  std::string out;
  for (int i = 0; i < 12; ++i) report.add(std::vector{sample::bare(sample::wrong_sum)}, {}, nullptr, out);
  report.add(std::vector(11, sample::bare(sample::loose_sum)), {}, nullptr, out);
  report.add(std::vector(10, sample::bare(sample::odd_sum)), {}, nullptr, out);
  CHECK(std::count(out.begin(), out.end(), '\n') == 30);
  out.clear();
  report.finish({}, out);
  CHECK(out ==
        "napkin: 2 errors, 1 warning not annotated (GitHub shows 10 of each severity a step); "
        "run napkin check for all of them\n");
}

TEST_CASE("nothing is said of a cap that was not reached", "[report]") {
  GithubReport report;
  std::string out;
  report.finish({}, out);
  CHECK(out.empty());
}
