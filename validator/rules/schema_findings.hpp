// The schema checker's facts as findings: the rules of family S.
#pragma once

#include <vector>

#include "schema/linkml.hpp"
#include "validator/finding.hpp"
#include "validator/rules/question_file.hpp"

namespace napkin::validator {

/// What a file has against its schema, in the order of the check.
std::vector<Finding> schema_findings(const QuestionFile& file, const schema::Schema& schema);

/// Takes away what the schema has said already: findings of a field's length, number or form by another family, where
/// there is a schema finding of that field. They are there for schemas that do not say it.
void drop_repeated(const std::vector<Finding>& schema_findings, std::vector<Finding>& others);

}  // namespace napkin::validator
