// The proof of a generated question, read back, and what moves when its template does.
#include "generator/proof.hpp"

#include <catch2/catch.hpp>

#include "generator/regenerate.hpp"
#include "tests/unit/generator/template_example.hpp"

using namespace napkin;
using namespace napkin::generator;

namespace {

GeneratedQuestion example_question() {
  GenerationResult result = generate_question(read_example(example_text()), engine::built_in_library(),
                                              {.seed = 11, .id = "cloud-0042", .status = "published"});
  REQUIRE(std::holds_alternative<GeneratedQuestion>(result));
  return std::move(std::get<GeneratedQuestion>(result));
}

std::string broken(const std::string& yaml) {
  const ProofResult result = read_proof(schema::SourceText("q.yaml", yaml));
  const auto* fault = std::get_if<BrokenProof>(&result);
  return fault == nullptr ? std::string() : fault->message;
}

}  // namespace

TEST_CASE("a proof holds what the question was made of", "[proof]") {
  const GeneratedQuestion question = example_question();
  const ProofResult result = read_proof(schema::SourceText("q.yaml", question.files.yaml));
  REQUIRE(std::holds_alternative<Proof>(result));
  const Proof& proof = std::get<Proof>(result);
  CHECK(proof.id == "cloud-0042");
  CHECK(proof.status == "published");
  CHECK(proof.template_id == "example");
  CHECK(proof.seed == 11);
  CHECK(proof.parameters.size() == 4);
  REQUIRE(proof.figures.size() == 3);
  CHECK(proof.figures[0].first == "bits");
}

TEST_CASE("a question without a proof, or with half of one", "[proof]") {
  const std::string yaml = example_question().files.yaml;
  const std::string bare = yaml.substr(0, yaml.find("generated_by:"));
  CHECK(std::holds_alternative<NotGenerated>(read_proof(schema::SourceText("q.yaml", bare))));
  CHECK(broken(with_replaced(yaml, "seed: 11", "seed: eleven")).find("seed") != std::string::npos);
  CHECK(broken(with_replaced(yaml, "  template: example\n", "")).find("template") != std::string::npos);
  CHECK(!broken("a: [1, 2").empty());
}

TEST_CASE("figures that move are named, before and after", "[proof]") {
  const ProofResult result = read_proof(schema::SourceText("q.yaml", example_question().files.yaml));
  const Proof& proof = std::get<Proof>(result);
  const Template changed = read_example(
      with_replaced(example_text(), "{value: seconds, unit: min, digits: 3}", "{value: seconds, unit: h, digits: 3}"));
  const RegenerationResult again = regenerate(proof, changed, engine::built_in_library());
  REQUIRE(std::holds_alternative<Regenerated>(again));
  const std::vector<MovedFigure>& moved = std::get<Regenerated>(again).moved;
  REQUIRE(moved.size() == 1);
  CHECK(moved[0].name == "minutes");
  CHECK(moved[0].before == proof.figures[2].second);
  CHECK(moved[0].after.ends_with(" h"));
}
