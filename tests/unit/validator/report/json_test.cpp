#include "validator/report/json.hpp"

#include <limits>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/unit/validator/report/sample_finding.hpp"
#include "validator/report/json_text.hpp"

using namespace napkin::validator;

namespace {

std::string json_of(const auto& value) {
  std::string out;
  append_json(out, value);
  return out;
}

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

}  // namespace

TEST_CASE("a finding is one JSON object with its keys in the documented order", "[report]") {
  CHECK(json_of(sample::finding()) ==
        R"({"rule":"A900","name":"wrong-sum","severity":"error","file":"bank/cloud-0001.yaml","id":"cloud-0001",)"
        R"("field":"details.napkin_math","line":2,"column":10,"end_line":2,"end_column":24,)"
        R"("message":"2 GB * 3 is 6 GB, not 7 GB","quote":"2 GB * 3 = 7 GB","stated":"7 GB","derived":"6 GB",)"
        R"("ratio":1.167,"cause":"a \"slip\"",)"
        R"("related":[{"file":"bank/cloud-0001.yaml","field":"scenario","line":1,"column":11,)"
        R"("message":"given here as 2 GB"}]})");
}

TEST_CASE("what a finding does not have is null, never left out", "[report]") {
  CHECK(json_of(sample::bare(sample::odd_sum)) ==
        R"({"rule":"A902","name":"odd-sum","severity":"note","file":"a.yaml","id":null,"field":null,"line":1,)"
        R"("column":1,"end_line":1,"end_column":1,"message":"odd","quote":null,"stated":null,"derived":null,)"
        R"("ratio":null,"cause":null,"related":[]})");
}

TEST_CASE("a derivation is written with both figures, an unread one with its reason", "[report]") {
  Derivation read;
  read.place = {"a.yaml", "details.napkin_math", 33, 9, 33, 42};
  read.question_id = "a";
  read.text = "18 ops / 19 bytes = 0.95 ops/byte";
  read.stated_text = "0.95";
  read.stated_value = 0.95;
  read.unit = "op/byte";
  read.derived = napkin::engine::Interval{18.0 / 19, 18.0 / 19};
  read.expression = "18 op / 19 byte";
  read.verdict = Verdict::consistent;
  CHECK(json_of(read) == R"({"file":"a.yaml","id":"a","field":"details.napkin_math","line":33,"column":9,)"
                         R"("text":"18 ops / 19 bytes = 0.95 ops/byte","relation":"=",)"
                         R"("stated":{"text":"0.95","value":0.95,"unit":"op/byte"},)"
                         R"("derived":{"lo":0.9473684211,"hi":0.9473684211,"unit":"op/byte"},"verdict":"consistent",)"
                         R"("explanation":null,"expression":"18 op / 19 byte","reason":null,)"
                         R"("certainty":"firm"})");

  Derivation unread;
  unread.place = {"a.yaml", "details.napkin_math", 34, 9, 34, 20};
  unread.text = "3 blorps = 4";
  unread.relation = Relation::approximately;
  unread.unread = UnreadReason::unknown_unit;
  unread.explanation = "blorps";
  CHECK(json_of(unread) ==
        R"({"file":"a.yaml","id":null,"field":"details.napkin_math","line":34,"column":9,"text":"3 blorps = 4",)"
        R"("relation":"≈","stated":null,"derived":null,"verdict":"unread","explanation":"blorps",)"
        R"("expression":null,"reason":"unknown unit","certainty":"firm"})");
}

TEST_CASE("JSON strings hold any bytes, JSON numbers only finite ones", "[report]") {
  CHECK(quoted("a\"b\\c\n\t\x01\x7f×") == R"("a\"b\\c\n\t\u0001\u007f×")");
  CHECK(quoted("\xff|\xc3|\xed\xa0\x80") == "\"\xEF\xBF\xBD|\xEF\xBF\xBD|\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  std::string out;
  append_json_number(out, std::numeric_limits<double>::infinity(), 5);
  append_json_number(out, std::nullopt, 5);
  append_json_number(out, 1e300, 5);
  CHECK(out == "nullnull1e+300");
}

TEST_CASE("a JSON report is one valid object: summary, findings, derivations when asked", "[report]") {
  const std::vector<Finding> findings = {sample::finding(), sample::bare(sample::loose_sum)};
  std::vector<Derivation> derivations(3);
  Summary summary;
  summary.count(findings);
  summary.cover({.files = 1, .figures = 9, .figures_resolved = 7, .statements = 3, .consistent = 2, .unread = 1},
                std::vector<std::size_t>{0, 1});
  for (const bool with_derivations : {false, true}) {
    JsonReport report(ReportOptions{.derivations = with_derivations});
    std::string out;
    report.add(findings, derivations, nullptr, out);
    report.add({}, {}, nullptr, out);
    CHECK(out.empty());
    report.finish(summary, out);
    const auto parsed = nlohmann::json::parse(out);
    CHECK(parsed["version"] == 1);
    CHECK(parsed["findings"].size() == 2);
    CHECK(parsed["findings"][1]["rule"] == "A901");
    CHECK(parsed.contains("derivations") == with_derivations);
    if (with_derivations) CHECK(parsed["derivations"].size() == 3);
    CHECK(parsed["summary"].dump() ==
          nlohmann::json::parse(R"({"files":1,"figures":{"resolved":7,"total":9},"statements":3,"consistent":2,
            "inconsistent":0,"undecided":0,"unread":1,"findings":{"error":1,"warning":1,"note":0},
            "rules":{"A900":1,"A901":1},"unread_by_reason":{"free variable":1}})")
              .dump());
  }
}

TEST_CASE("JSON lines: a line a finding, the summary last", "[report]") {
  auto report = make_report(ReportFormat::jsonl, {});
  std::string out;
  report->add(std::vector{sample::finding(), sample::bare(sample::odd_sum)}, {}, nullptr, out);
  report->finish({}, out);
  std::vector<nlohmann::json> lines;
  for (std::size_t begin = 0; begin < out.size();) {
    const std::size_t end = out.find('\n', begin);
    REQUIRE(end != std::string::npos);
    lines.push_back(nlohmann::json::parse(out.substr(begin, end - begin)));
    begin = end + 1;
  }
  REQUIRE(lines.size() == 3);
  CHECK(lines[0]["rule"] == "A900");
  CHECK(lines[1]["rule"] == "A902");
  CHECK(lines[2]["summary"]["files"] == 0);
}
