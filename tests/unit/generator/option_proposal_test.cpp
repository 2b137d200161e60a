#include "generator/option_proposal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "engine/misconceptions/misconceptions.hpp"
#include "generator/answer_figure.hpp"
#include "generator/mistaken_values.hpp"

using namespace napkin;
using namespace napkin::generator;

namespace {

struct Parts {
  std::string calculations = "    - Hours: 20 Wh / 0.5 W = 40 hours.\n";
  std::string conclusion = "The battery lasts as long as it has to.";
  std::string solution = "It depends on the draw and on the battery.";
  std::string question = "What follows?";
  std::string id = "edge-0001";
};

std::string question_with(const Parts& parts) {
  return "schema_version: '1.0'\n"
         "id: " +
         parts.id +
         "\n"
         "track: edge\nlevel: L3\nzone: analyze\ntopic: power-budgeting\ncompetency_area: power\n"
         "bloom_level: analyze\nphase: inference\ntitle: A Day on One Battery\n"
         "scenario: A camera draws what it draws and runs from a battery that someone chose.\n"
         "question: " +
         parts.question +
         "\n"
         "details:\n"
         "  realistic_solution: " +
         parts.solution +
         "\n"
         "  common_mistake: |\n"
         "    **The Pitfall:** Reading the capacity in watts.\n"
         "    **The Rationale:** Data sheets print both units side by side.\n"
         "    **The Consequence:** The camera is dark on the second night.\n"
         "  napkin_math: |\n"
         "    **Assumptions:**\n    - As given.\n\n"
         "    **Calculations:**\n" +
         parts.calculations +
         "\n"
         "    **Conclusion:**\n    - " +
         parts.conclusion +
         "\n"
         "status: published\nprovenance: human\n";
}

ProposalResult proposal_for(const std::string& text) {
  return propose_options(schema::SourceText("edge-0001.yaml", text), schema::question_schema());
}

OptionProposal proposed(const Parts& parts) {
  ProposalResult result = proposal_for(question_with(parts));
  if (const auto* refusal = std::get_if<OptionRefusal>(&result)) FAIL(refusal->message);
  return std::move(std::get<OptionProposal>(result));
}

OptionRefusal refused(const std::string& text) {
  ProposalResult result = proposal_for(text);
  REQUIRE(std::holds_alternative<OptionRefusal>(result));
  return std::move(std::get<OptionRefusal>(result));
}

std::string answer_of(const Parts& parts) {
  const OptionProposal proposal = proposed(parts);
  return proposal.options[proposal.correct].text;
}

/// The wrong values of a calculation that is the only one, by misconception.
std::multimap<std::string, double> mistakes_of(const std::string& statement) {
  const std::string text = question_with({"    - " + statement + "\n"});
  const schema::SourceText source("edge-0001.yaml", text);
  validator::CheckOptions options;
  options.derivations = true;
  const validator::FileReport report = validator::check_file(source, schema::question_schema(), options);
  const schema::YamlResult parsed = schema::parse_yaml(source);
  const schema::Question question = schema::read_question(source, std::get<schema::YamlNode>(parsed));
  const auto answer = find_answer(question, report.derivations);
  CAPTURE(statement);
  REQUIRE(answer);
  std::multimap<std::string, double> values;
  for (const MistakenValue& value : mistaken_values(*answer))
    values.emplace(value.distractor.misconception, value.distractor.value);
  return values;
}

bool has(const std::multimap<std::string, double>& mistakes, const std::string& id, double value) {
  const auto [begin, end] = mistakes.equal_range(id);
  for (auto at = begin; at != end; ++at)
    if (std::abs(at->second / value - 1) < 1e-3) return true;
  return false;
}

}  // namespace

TEST_CASE("four options hold the answer at the place that is named", "[option-proposal]") {
  const OptionProposal proposal = proposed({});
  REQUIRE(proposal.options.size() == option_count);
  CHECK(proposal.question_id == "edge-0001");
  CHECK(proposal.derivation.text == "20 Wh / 0.5 W = 40 hours");
  CHECK(proposal.options[proposal.correct].text == "40 hours");
  std::set<std::string> texts;
  for (std::size_t i = 0; i < option_count; ++i) {
    texts.insert(proposal.options[i].text);
    CHECK(proposal.options[i].misconception.empty() == (i == proposal.correct));
    if (i != proposal.correct) CHECK(engine::misconception(proposal.options[i].misconception) != nullptr);
  }
  CHECK(texts.size() == option_count);
}

TEST_CASE("the new file is the old one and the options, and the checker has nothing against it", "[option-proposal]") {
  const std::string text = question_with({});
  const OptionProposal proposal = std::get<OptionProposal>(proposal_for(text));
  const std::size_t begin = proposal.bytes.find("  options:\n"), end = proposal.bytes.find("status:");
  CHECK(proposal.bytes.substr(0, begin) + proposal.bytes.substr(end) == text);
  const schema::SourceText source("edge-0001.yaml", proposal.bytes);
  CHECK(validator::check_file(source, schema::question_schema(), {}).findings.empty());
  CHECK(refused(proposal.bytes).message == "the question has options already");
}

TEST_CASE("the same question gets the same options, another id another place", "[option-proposal]") {
  CHECK(proposed({}).bytes == proposed({}).bytes);
  std::array<int, option_count> count{};
  for (int number = 1; number <= 200; ++number) {
    Parts parts;
    parts.id = fmt::format("edge-{:04}", number);
    const std::string text = question_with(parts);
    const schema::SourceText source(parts.id + ".yaml", text);
    const ProposalResult result = propose_options(source, schema::question_schema());
    REQUIRE(std::holds_alternative<OptionProposal>(result));
    ++count.at(std::get<OptionProposal>(result).correct);
  }
  double chi_square = 0;
  for (const int n : count) chi_square += (n - 50.0) * (n - 50.0) / 50.0;
  CHECK(chi_square < 11.34);  // 1% with three degrees of freedom
}

TEST_CASE("of several figures the conclusion's is the answer, and of those the one asked for", "[option-proposal]") {
  Parts parts;
  parts.calculations =
      "    - Power drawn: 2 × 250 mW = 500 mW.\n"
      "    - Lifetime: 20 Wh / 0.5 W = 40 hours.\n"
      "    - Charges in a year: 8,760 hours / 40 hours = 219.\n";
  CHECK(answer_of(parts) == "219");
  parts.solution = "It lasts 40 hours.";
  CHECK(answer_of(parts) == "40 hours");
  parts.conclusion = "At 500 mW it lasts 40 hours.";
  CHECK(answer_of(parts) == "500 mW");
  parts.question = "What is the lifetime of one charge?";
  CHECK(answer_of(parts) == "40 hours");
  parts.conclusion = "It lasts 140 hours, 40.5 hours or 40 watts.";
  CHECK(answer_of(parts) == "40 hours");  // by the solution: the conclusion names other figures
}

TEST_CASE("options are written as the answer is", "[option-proposal]") {
  const auto text_of = [](const std::string& statement) { return answer_of({"    - " + statement + "\n"}); };
  CHECK(text_of("Cost: 8 GPUs × 100 h × $2.50/h = $2,000.") == "$2,000");
  CHECK(text_of("Share: 494 µW / 3,000 µW ≈ 16.5%.") == "16.5%");
  CHECK(text_of("Gain: 107 s / 36 s ≈ 3×.") == "3×");
  CHECK(text_of("Chance: 3 / 200,000 = 0.000015.") == "0.000015");
  CHECK(text_of("Rate: 50 GB/s / 2 GB ≈ ~25 tokens/s.") == "25 tokens/s");
  const OptionProposal grouped = proposed({"    - Time: 4,150 s × 2 = 8,300 s.\n"});
  const OptionProposal plain = proposed({"    - Time: 4150 s × 2 = 8300 s.\n"});
  REQUIRE(grouped.options.size() == plain.options.size());
  for (std::size_t i = 0; i < option_count; ++i) CHECK(plain.options[i].text.find(',') == std::string::npos);
}

TEST_CASE("mistakes in the formula give their values", "[mistaken-values]") {
  CHECK(has(mistakes_of("Gain: 40 ms / 18.8 ms = 2.13×."), "ratio_inverted", 0.47));
  CHECK(has(mistakes_of("Share: 494 µW / 3,000 µW = 16.5%."), "one_term_left_out", 1) == false);
  CHECK(has(mistakes_of("Left: 80 GB − 70.6 GB = 9.4 GB."), "one_term_left_out", 80));
  CHECK(has(mistakes_of("Sum: 14 s + 7 s + 19 s = 40 s."), "one_term_left_out", 21));
  CHECK(has(mistakes_of("Sum: 14 s + 7 s + 19 s = 40 s."), "maximum_for_sum", 21));
  CHECK(has(mistakes_of("Longer: max(14 s, 9 s) = 14 s."), "sum_for_maximum", 23));
  CHECK(has(mistakes_of("Peak: 8 × 989 TFLOPS × 0.45 = 3,560 TFLOPS."), "utilization_ignored", 7912));
  CHECK(has(mistakes_of("All: 40 × 2.68 GB = 107.2 GB."), "share_for_total", 2.68));
  CHECK(has(mistakes_of("Each: 107.2 GB / 40 = 2.68 GB."), "total_for_share", 107.2));
}

TEST_CASE("slips give their values where their dimension occurs", "[mistaken-values]") {
  const auto bytes = mistakes_of("Time: 16 GB / 3.35 TB/s = 4.78 ms.");
  CHECK(has(bytes, "bits_for_bytes", 38.2));
  CHECK(has(bytes, "both_directions", 9.55));
  CHECK(has(bytes, "power_of_ten_down", 0.478));
  const auto energy = mistakes_of("Energy: 20 W × 30 s = 600 J.");
  CHECK(energy.count("bits_for_bytes") == 0);
  CHECK(energy.count("mac_counted_twice") == 0);
  CHECK(energy.count("gib_for_gb") == 0);
}

TEST_CASE("values that nobody would print are left out", "[mistaken-values]") {
  for (const auto& [id, value] : mistakes_of("Share: 60 W / 80 W = 75%.")) {
    CAPTURE(id);
    CHECK(value <= 100);
  }
  for (const auto& [id, value] : mistakes_of("Fit: floor(66 GB / 4 GB) = 16.")) {
    CAPTURE(id);
    CHECK(value == std::floor(value));
    CHECK(value >= 1);
  }
}

TEST_CASE("the checker explains a distractor by its own mistake", "[option-proposal]") {
  for (const char* statement :
       {"Time: 16 GB / 3.35 TB/s = 4.78 ms.", "Work: 2 × 70.6 GFLOP × 6 = 847 GFLOP.", "Gain: 40 ms / 18.8 ms = 2.13×.",
        "Size: 7 GB × 2 = 14 GB.", "Share: 494 µW / 3,000 µW = 16.5%.", "Sum: 14 s + 7 s + 15 s = 36 s."}) {
    const std::string line = std::string("    - ") + statement + "\n";
    const OptionProposal proposal = proposed({line});
    const std::string right = proposal.options[proposal.correct].text;
    for (const ProposedOption& option : proposal.options) {
      const engine::Misconception* mistake = engine::misconception(option.misconception);
      if (mistake == nullptr) continue;
      std::string wrong = line;
      wrong.replace(wrong.rfind(right), right.size(), option.text);
      const std::string text = question_with({wrong});
      const schema::SourceText source("edge-0001.yaml", text);
      const validator::FileReport report = validator::check_file(source, schema::question_schema(), {});
      CAPTURE(wrong, option.misconception);
      REQUIRE(report.findings.size() == 1);
      const bool is_factor = mistake->applies != engine::Applies::formula;
      CHECK(report.findings.front().cause == (is_factor ? std::string(mistake->name) : ""));
    }
  }
}

TEST_CASE("a question that gets no options is refused with the place and the reason", "[option-proposal]") {
  const OptionRefusal no_figure = refused(question_with({"    - The battery is large enough.\n"}));
  CHECK(no_figure.message.starts_with("no figure of the calculation is re-derived"));
  CHECK(no_figure.place.field == "details.napkin_math");
  CHECK(no_figure.place.line == 19);
  CHECK(no_figure.place.column == 3);

  const OptionRefusal wrong = refused(question_with({"    - Hours: 20 Wh / 0.5 W = 45 hours.\n"}));
  CHECK(wrong.message.find("A201") != std::string::npos);
  CHECK(wrong.place.line == 24);

  CHECK(refused("id: 'a\n").message.find("mend it first") != std::string::npos);
  CHECK(refused("").place.line == 1);
  CHECK(refused("id: a\n").message.find("mend it first") != std::string::npos);
  CHECK(refused("- a\n").message.find("mend it first") != std::string::npos);
  CHECK(refused(question_with({"    - Nothing: 20 Wh − 20 Wh = 0 Wh.\n"})).message.find("re-derived") !=
        std::string::npos);
}

TEST_CASE("a warning stands in nobody's way, and none is added", "[option-proposal]") {
  std::string text = question_with({});
  text.replace(text.find("title: A Day on One Battery"), 27, "title: A Day on One Battery.");
  const ProposalResult result = proposal_for(text);
  if (const auto* refusal = std::get_if<OptionRefusal>(&result))
    CHECK(refusal->message.find("mend it first") != std::string::npos);
  else
    CHECK(std::get<OptionProposal>(result).bytes.find("Battery.\n") != std::string::npos);
}
