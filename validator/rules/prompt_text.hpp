// F121, F122, F131: what the learner reads first. A scenario long enough to be one, plain text, a short
// question.
#pragma once

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

extern const RuleInfo short_scenario_rule;
extern const RuleInfo active_content_rule;
extern const RuleInfo long_question_rule;

void check_prompt_text(const QuestionFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
