#include "validator/rules/bank.hpp"

#include <algorithm>
#include <tuple>

namespace napkin::validator {

Bank::Bank(const std::vector<QuestionSummary>& questions) {
  questions_.reserve(questions.size());
  for (const QuestionSummary& question : questions)
    if (!question.id.empty()) questions_.push_back(&question);
  std::sort(questions_.begin(), questions_.end(), [](const QuestionSummary* a, const QuestionSummary* b) {
    return std::tie(a->id, a->id_place.file) < std::tie(b->id, b->id_place.file);
  });
}

const QuestionSummary* Bank::find(std::string_view id) const {
  const auto found =
      std::lower_bound(questions_.begin(), questions_.end(), id,
                       [](const QuestionSummary* question, std::string_view wanted) { return question->id < wanted; });
  return found != questions_.end() && (*found)->id == id ? *found : nullptr;
}

bool stands_beside_or_below(std::string_view file, std::string_view other_file) {
  const std::size_t slash = other_file.find_last_of("/\\");
  return slash == std::string_view::npos || file.starts_with(other_file.substr(0, slash + 1));
}

}  // namespace napkin::validator
