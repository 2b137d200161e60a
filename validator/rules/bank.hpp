// What the rules across files see: the questions that were read, and the files beside them.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "validator/check.hpp"

namespace napkin::validator {

class Bank {
 public:
  /// Keeps references to the questions.
  explicit Bank(const std::vector<QuestionSummary>& questions);

  /// By id, then file; those without an id left out.
  const std::vector<const QuestionSummary*>& questions() const { return questions_; }
  /// The first in that order; nullptr where no question that was read has the id.
  const QuestionSummary* find(std::string_view id) const;

 private:
  std::vector<const QuestionSummary*> questions_;
};

/// Whether the file stands in the folder of the other file or below it.
bool stands_beside_or_below(std::string_view file, std::string_view other_file);

}  // namespace napkin::validator
