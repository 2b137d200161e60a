// What a rule over one file sees, and how it says what it found there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/document.hpp"
#include "schema/question.hpp"
#include "schema/source_text.hpp"
#include "validator/finding.hpp"

namespace napkin::validator {

struct QuestionFile {
  const schema::SourceText& source;
  const schema::YamlNode& document;
  const schema::Question& question;
};

/// One or several rules that share their work: appends what it finds.
using FileCheck = void (*)(const QuestionFile& file, std::vector<Finding>& findings);

Place place_of(const schema::SourceText& source, schema::ByteRange range, std::string_view field);

/// A finding of the rule's own severity, quoting the source of the range (at most a line's worth of it).
Finding finding_at(const RuleInfo& rule, const schema::SourceText& source, schema::ByteRange range,
                   std::string_view field, std::string message);
Finding finding_at(const RuleInfo& rule, const QuestionFile& file, schema::ByteRange range, std::string_view field,
                   std::string message);

/// Whether the place begins in the range of the other one.
bool begins_within(const Place& place, const Place& covered);

/// The value under a key; nullptr where the node is no mapping, has no such key, or the value is a plain
/// null.
const schema::YamlNode* value_under(const schema::YamlNode& mapping, std::string_view key);

/// As above, only where the value is a scalar.
const schema::YamlNode* scalar_under(const schema::YamlNode& mapping, std::string_view key);

/// Unicode code points; an invalid byte counts as one.
std::size_t code_points(std::string_view text);

/// Without white space at either end.
std::string_view trimmed(std::string_view text);

}  // namespace napkin::validator
