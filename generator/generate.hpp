// From a template and a seed to a question that the checker has nothing against.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "engine/formula/library.hpp"
#include "generator/question_composer.hpp"
#include "generator/wording_search.hpp"
#include "schema/linkml.hpp"
#include "validator/check.hpp"

namespace napkin::generator {

/// What an instance asks of the one who works it out; instances of one template should ask for much the same.
struct Workload {
  std::size_t steps = 0;        // sums of the calculation
  std::size_t operands = 0;     // figures that go into them
  double closest_decision = 0;  // of its comparisons: the least ratio of the greater to the lesser; 0 without any
};

struct GeneratedQuestion {
  std::string id;
  QuestionPlace place;
  Instance instance;
  ComposedQuestion files;
  Workload workload;
};

/// Why there is no question: parameters that meet no requirement, a text without a phrasing, or a text that the checker
/// has something against (then `text` holds it).
struct GenerationFault {
  std::string message;
  std::string text;
  std::optional<schema::ByteRange> place{};  // of the words in the template that are at fault
};

/// What keeps a question from being drawn or composed.
GenerationFault as_generation_fault(InstanceFault fault);

using GenerationResult = std::variant<GeneratedQuestion, GenerationFault>;

/// The seed of one question among many of a template: spread over 53 bits, so that every JSON and YAML reader keeps it.
std::uint64_t question_seed(std::uint64_t base, const std::string& template_id, std::uint64_t number);

/// Which question of a template.
struct QuestionRequest {
  std::uint64_t seed = 0;
  GivenValues given{};
  std::string id{};      // empty: "<track>-0001"
  std::string status{};  // empty: "draft"
};

/// Draws, writes and proves one question.
GenerationResult generate_question(const Template& source, const engine::Library& library,
                                   const QuestionRequest& request);

/// Writes and proves the question of an instance that is drawn.
GenerationResult generate_question(const Template& source, const engine::Library& library, Instance instance,
                                   const QuestionLabels& labels);

struct QuestionProof {
  std::string wrong;  // empty: the text says what its template says
  QuotedWords words;  // of what is wrong
  Workload workload;
};

/// Reads the text back: no finding, no unread or undecided statement, every figure of the calculation in a sum that
/// holds or given.
QuestionProof prove_question(const std::string& yaml, const std::string& file_name);

}  // namespace napkin::generator
