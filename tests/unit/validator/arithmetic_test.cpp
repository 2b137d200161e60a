#include "validator/arithmetic.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "schema/document.hpp"
#include "tests/unit/validator/prose.hpp"

using namespace napkin;
using namespace napkin::validator;

namespace {

/// A whole file, read from its YAML.
ArithmeticReport check_yaml(const std::string& bytes) {
  const schema::SourceText source("cloud-0001.yaml", bytes);
  const schema::YamlResult parsed = schema::parse_yaml(source);
  REQUIRE(std::holds_alternative<schema::YamlNode>(parsed));
  return check_arithmetic(source, schema::read_question(source, std::get<schema::YamlNode>(parsed)), {});
}

std::string place(const Place& p) { return fmt::format("{}:{}-{}:{}", p.line, p.column, p.end_line, p.end_column); }

Lines places(const ArithmeticReport& report) {
  Lines lines;
  for (const Finding& finding : report.findings) lines.push_back(place(finding.place));
  return lines;
}

}  // namespace

TEST_CASE("each rule speaks up for its case, with its severity", "[arithmetic]") {
  struct Case {
    const char* text;
    Lines findings;
  };
  const Case cases[] = {
      // A201: an error where the units agree or are those of the figure, a warning or a note where they had to be
      // guessed
      {"256 GPUs * $3.50/h * 24 h = $2,150", {"A201 error"}},
      {"256 GPUs * $3.50 * 24 h = $2,150", {"A201 note"}},  // $3.50 an hour?
      {"2 * 3 = 7", {"A201 error"}},
      {"306.25 / 900 = 0.39 s", {"A201 error"}},
      {"256 GFLOP / 989 GFLOPS = 0.259 ms", {"A201 error"}},  // FLOPS is a rate here, and nothing else
      {"26 TOPS - 20.6 TOPS = 5.4 GOPS", {"A201 error"}},
      // A202
      {"260 requests / 640 requests/s = 394 ms", {"A202 warning"}},
      {"19 ms / 6 = 3.1 ms", {"A202 note"}},  // cut off instead of rounded
      // A203
      {"500 op/byte > 1,343 op/byte", {"A203 error"}},
      {"20 ms is less than 16 ms", {"A203 error"}},
      // A204
      {"916 ms / 289 ms = 4.2×", {"A204 error"}},
      {"60 / 80 = 85%", {"A204 error"}},
      {"84 GB / 80 GB = 1.05 = 405%", {"A204 error"}},
      {"from 340M to 66M parameters, a 50% reduction", {"A204 error"}},
      // U301
      {"80 GB * 2 TB/s = 40 ms", {"U301 note"}},
      {"93.4 GB * 25.8 GB = 3.6×", {"U301 note"}},
      // U302
      {"120 ms = 0.18 s", {"U302 error"}},
      {"0.128 s (138 ms)", {"U302 error"}},
      {"5,000 ops * 10 µs/op = 50,000 µs = 50 µs", {"U302 error"}},
      // U303
      {"10 GB / 400 Gbps = 25 ms", {"U303 error"}},
      {"400 Gbps * 2 s = 800 GB", {"U303 error"}},
      {"2 * 80 * 8 * 128 * 2 bytes = 327,680 bits", {"U303 error"}},  // 8 is a number of heads
      // U304
      {"80 layers * 128 MB = 10.0 GB", {"U304 note"}},
      // U305
      {"64GZ * 2 = 128GZ", {"U305 note"}},
      // U306
      {"7 GMAC * 20 /s = 140 GOPS", {"U306 note"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(findings(check_prose(c.text)) == c.findings);
  }
}

TEST_CASE("what is right is passed in silence", "[arithmetic]") {
  for (const char* text : {"256 GPUs * $3.50 * 24 h = $21,504", "260 requests / 640 requests/s = 406 ms",
                           "500 op/byte < 1,343 op/byte", "916 ms / 289 ms = 3.2×", "80 GB / 2 TB/s = 40 ms",
                           "120 ms = 0.12 s", "0.128 s (128 ms)", "800 MHz * 2 * 64 bits / 8 = 12.8 GB/s",
                           "10 GB / 400 Gbps = 200 ms", "80 layers * 128 MiB = 10 GiB", "64 GB * 2 = 128 GB",
                           "7 GMAC * 2 op/MAC * 20 /s = 280 GOPS", "from 340M to 66M parameters, an 80.6% reduction"}) {
    CAPTURE(text);
    const ArithmeticReport report = check_prose(text);
    CHECK(findings(report) == Lines{});
    CHECK(report.coverage.consistent >= 1);
  }
}

TEST_CASE("a finding says what stands there, what it should be, and why it may be so", "[arithmetic]") {
  const ArithmeticReport report = check_prose("Weights: 7B params * 2 bytes = 140 GB.");
  REQUIRE(report.findings.size() == 1);
  const Finding& finding = report.findings.front();
  CHECK(finding.quote == "7B params * 2 bytes = 140 GB");
  CHECK(finding.stated == "140 GB");
  CHECK(finding.derived == "14 GB");
  REQUIRE(finding.ratio);
  CHECK(*finding.ratio == Approx(10));
  CHECK(finding.cause.find("power of ten") != std::string::npos);
  CHECK(finding.message == "7B params * 2 bytes = 140 GB, should be 14 GB");
  CHECK(finding.question_id == "cloud-0001");
  CHECK(finding.place.field == "details.napkin_math");
}

TEST_CASE("each reason why a statement is not read is counted under its name", "[arithmetic]") {
  struct Case {
    const char* text;
    UnreadReason reason;
  };
  const Case cases[] = {
      {"64GZ * 2 = 128GZ", UnreadReason::unknown_unit},
      {"2 * N * 4 = 64", UnreadReason::free_variable},
      {"8/2(2 + 2) = 16", UnreadReason::ambiguous_precedence},
      {"the hidden size * 2 bytes * 4 = 32 KB", UnreadReason::prose_operand},
      {"3 GB + 4 ms = 7 W + 1 s", UnreadReason::mixed_units},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const ArithmeticReport report = check_prose(c.text);
    REQUIRE(report.unread_by_reason.size() > static_cast<std::size_t>(c.reason));
    CHECK(report.unread_by_reason[static_cast<std::size_t>(c.reason)] == 1);
    CHECK(report.coverage.unread == 1);
    CHECK(report.coverage.statements == 1);
    REQUIRE(report.derivations.size() == 1);
    CHECK(report.derivations[0].verdict == Verdict::unread);
    CHECK(report.derivations[0].unread == c.reason);
    CHECK_FALSE(report.derivations[0].derived);
  }
}

TEST_CASE("coverage counts every statement under one verdict", "[arithmetic]") {
  const ArithmeticReport report = check_prose(
      "2 * 3 = 6\n"
      "2 * 3 = 7\n"
      "2 * N = 64\n"
      "80 GB * 2 TB/s = 40 ms\n");
  CHECK(report.coverage.statements == 4);
  CHECK(report.coverage.consistent == 1);
  CHECK(report.coverage.inconsistent == 1);
  CHECK(report.coverage.unread == 1);
  CHECK(report.coverage.undecided == 1);
  CHECK(report.coverage.figures >= 8);
  CHECK(report.coverage.figures_resolved <= report.coverage.figures);
  CHECK(report.coverage.files == 0);
}

TEST_CASE("only claims are checked; what the scenario gives may be used", "[arithmetic]") {
  const auto report = check_yaml(R"(id: cloud-0001
scenario: "The bank has 2 * 3 = 7 nodes, L = 80 layers."
question: "Is 2 * 2 = 5?"
details:
  realistic_solution: 2 * 4 = 9
  common_mistake: 2 * 5 = 11
  napkin_math: 2 * L = 200
  options: ["2 * 7 = 15", "2 * 8 = 17"]
  correct_index: 1
)");
  Lines fields;
  for (const Finding& finding : report.findings) fields.push_back(finding.place.field);
  CHECK(fields == Lines{"details.realistic_solution", "details.napkin_math", "details.options[1]"});
  CHECK(report.derivations.at(1).derived->contains(160));
}

TEST_CASE("a finding stands where its statement stands, in every style of YAML scalar", "[arithmetic][place]") {
  struct Case {
    const char* name;
    const char* yaml;
    const char* place;
  };
  const Case cases[] = {
      {"literal", "details:\n  napkin_math: |\n    **Calculations:**\n    - µ: 2 * 3 = 7\n", "4:10-4:19"},
      {"literal with an indentation indicator", "details:\n  napkin_math: |2\n      - 2 * 3 = 7\n", "3:9-3:18"},
      {"literal over two lines", "details:\n  napkin_math: |\n    2 * 3\n    = 7 GB\n", "3:5-4:11"},
      {"folded", "details:\n  napkin_math: >-\n    first\n    2 * 3 = 7 and\n    more\n", "4:5-4:14"},
      {"folded in the middle of a statement", "details:\n  napkin_math: >\n    say 2 *\n    3 = 7\n", "3:9-4:10"},
      {"double-quoted", "details:\n  napkin_math: \"say 2 * 3 = 7\"\n", "2:21-2:30"},
      {"double-quoted with escapes", "details:\n  napkin_math: \"a\\n\\u00b5 \\\"b\\\" 2 \\u00d7 3 = 7\"\n",
       "2:33-2:47"},
      {"double-quoted over lines", "details:\n  napkin_math: \"say\n    2 * 3 = 7\"\n", "3:5-3:14"},
      {"single-quoted", "details:\n  napkin_math: 'it''s 2 * 3 = 7'\n", "2:23-2:32"},
      {"plain", "details:\n  napkin_math: say 2 * 3 = 7\n", "2:20-2:29"},
      {"plain over lines", "details:\n  napkin_math: say\n    2 * 3 = 7\n", "3:5-3:14"},
      {"CRLF", "details:\r\n  napkin_math: |\r\n    a\r\n    2 * 3 = 7\r\n", "4:5-4:14"},
      {"columns are code points", "details:\n  napkin_math: |\n    ≈ µs ° 🙂 2 × 3 = 7\n", "3:14-3:23"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const ArithmeticReport report = check_yaml(c.yaml);
    CHECK(places(report) == Lines{c.place});
  }
}

TEST_CASE("derivations stand in the order of the file and carry what was computed", "[arithmetic]") {
  const ArithmeticReport report = check_prose("Time: 12 GB / 3 GB/s = 4 s; bill: 8 GPUs * $2 = $16.");
  REQUIRE(report.derivations.size() == 2);
  const Derivation& time = report.derivations[0];
  CHECK(time.text == "12 GB / 3 GB/s = 4 s");
  CHECK(time.stated_text == "4 s");
  CHECK(time.stated_value == Approx(4));
  CHECK(time.unit == "s");
  CHECK(time.expression == "12 GB / 3 GB/s");
  REQUIRE(time.derived);
  CHECK(time.derived->contains(4));
  CHECK(time.verdict == Verdict::consistent);
  CHECK(report.derivations[1].unit == "USD");
}

TEST_CASE("figures that only look like a statement say nothing where they differ", "[arithmetic]") {
  for (const char* text :
       {"batch size 8 = 4 GB", "80 GB (2 racks)", "16 MB (12.8 ms)", "750 KB (23%)", "Llama-3 8B on 4 GPUs",
        "on 2024-05-01 we had 3 GPUs", "ratio 2:4, version 1.2.3", "1. First 2. Second", "H100 (80 GB)"}) {
    CAPTURE(text);
    CHECK(findings(check_prose(text)) == Lines{});
    CHECK(check_prose(text).coverage.inconsistent == 0);
  }
}

TEST_CASE("any bytes are taken", "[arithmetic]") {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  CHECK_NOTHROW(check_prose(all));
  CHECK_NOTHROW(check_prose("= = = 3 = = 4"));
  CHECK_NOTHROW(check_prose("1 / 0 = 5, 0 / 0 = 1, sqrt(-1) = 1, log2(0) = 3, 10^400 = 5, 9e999 * 2 = 1"));
  std::string sum = "1";
  for (int i = 0; i < 3000; ++i) sum += " + 1";
  CHECK_NOTHROW(check_prose(sum + " = 3001"));
  CHECK_NOTHROW(check_prose(fmt::format("{}1{} = 1", std::string(20000, '('), std::string(20000, ')'))));
}
