// From a template and a seed to a question that the checker has nothing against.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "engine/formula/library.hpp"
#include "generator/question_composer.hpp"
#include "schema/linkml.hpp"
#include "validator/check.hpp"

namespace napkin::generator {

struct GeneratedQuestion {
  std::string id;
  QuestionPlace place;
  Instance instance;
  ComposedQuestion files;
};

/// Why there is no question: parameters that meet no requirement, a text without a phrasing, or a text that the checker
/// has something against (then `text` holds it).
struct GenerationFault {
  std::string message;
  std::string text;
};

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

/// Whether a question's text is what its template says: no finding, no unread or undecided statement, every figure of
/// the calculation resolved. Empty where it is, else what is wrong.
std::string prove_question(const std::string& yaml, const std::string& file_name);

}  // namespace napkin::generator
