#include "validator/rules/schema_findings.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "schema/checker.hpp"
#include "validator/rules/option_format.hpp"
#include "validator/rules/prompt_text.hpp"
#include "validator/rules/question_identity.hpp"
#include "validator/rules/resource_format.hpp"
#include "validator/rules/schema_rules.hpp"
#include "validator/rules/title_format.hpp"
#include "validator/rules/visual_format.hpp"

namespace napkin::validator {
namespace {

using schema::IssueKind;
using schema::SchemaIssue;

constexpr std::size_t longest_text = 60;  // code points of a value in a message; the quote has more

// The first line of a value, cut to what a message can carry.
std::string shortened(std::string_view text) {
  const std::size_t line_end = text.find('\n');
  const std::string_view line = text.substr(0, line_end);
  std::size_t end = 0;
  std::size_t count = 0;
  while (end < line.size() && count < longest_text) {
    ++end;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) ++end;
    ++count;
  }
  const bool is_cut = end < line.size() || (line_end != std::string_view::npos && line_end + 1 < text.size());
  return std::string(line.substr(0, end)) + (is_cut ? "…" : "");
}

std::string did_you_mean(const SchemaIssue& issue) {
  return issue.suggestion.empty() ? "" : fmt::format("; did you mean '{}'?", issue.suggestion);
}

std::string describe_missing(const SchemaIssue& issue) {
  return fmt::format("the key '{}' is missing; expected {}", issue.found, issue.expected);
}

std::string describe_unknown(const SchemaIssue& issue) {
  const std::string hint = issue.suggestion.empty() ? "; remove it, or see `napkin schema`" : did_you_mean(issue);
  return fmt::format("the schema has no key '{}' here{}", shortened(issue.found), hint);
}

std::string describe_type(const SchemaIssue& issue) {
  const std::string hint = issue.suggestion.empty() ? "" : fmt::format("; take the quotes off: {}", issue.suggestion);
  return fmt::format("found {}, expected {}{}", issue.found, issue.expected, hint);
}

std::string describe_unlisted(const SchemaIssue& issue) {
  return fmt::format("'{}' is none of {}{}", shortened(issue.found), issue.expected, did_you_mean(issue));
}

std::string describe_pattern(const SchemaIssue& issue) {
  return fmt::format("'{}' does not have the form {}", shortened(issue.found), issue.expected);
}

std::string describe_bounds(const SchemaIssue& issue) {
  return fmt::format("found {}, expected {}", issue.found, issue.expected);
}

std::string describe_equality(const SchemaIssue& issue) {
  return fmt::format("found '{}', expected '{}'", shortened(issue.found), issue.expected);
}

std::string describe_format(const SchemaIssue& issue) {
  const std::string hint = issue.suggestion.empty() ? "" : fmt::format("; '{}' if it was UTC", issue.suggestion);
  return fmt::format("'{}' is not {}{}", shortened(issue.found), issue.expected, hint);
}

std::string describe_duplicate(const SchemaIssue& issue) {
  return fmt::format("the key '{}' stands here again; most readers take the last one and lose the first",
                     shortened(issue.found));
}

std::string describe_null(const SchemaIssue& issue) {
  return issue.found.empty() ? fmt::format("nothing stands here, expected {}", issue.expected)
                             : fmt::format("found {}, which is nothing; expected {}", issue.found, issue.expected);
}

std::string describe_retyped(const SchemaIssue& issue) {
  return fmt::format("without quotes {} is {} to YAML, expected {}; write {}", issue.found, issue.reading,
                     issue.expected, issue.suggestion);
}

std::string describe_ambiguous(const SchemaIssue& issue) {
  return fmt::format("{} is {} to YAML 1.1 and something else to YAML 1.2; expected {}, written so that both agree",
                     shortened(issue.found), issue.reading, issue.expected);
}

std::string describe_alias(const SchemaIssue& issue) {
  return fmt::format("the alias {} stands inside of what it names; write the value out", issue.found);
}

std::string describe_unsupported(const SchemaIssue& issue) {
  if (issue.found == "<<") return "merge keys (<<) are not read; write the keys out";
  return fmt::format("{} is not read here{}", shortened(issue.found),
                     issue.expected.empty() ? "; write the value out" : "; expected " + issue.expected);
}

std::string describe(const SchemaIssue& issue) {
  switch (issue.kind) {
    case IssueKind::missing_key: return describe_missing(issue);
    case IssueKind::unknown_key: return describe_unknown(issue);
    case IssueKind::wrong_type: return describe_type(issue);
    case IssueKind::not_in_enum: return describe_unlisted(issue);
    case IssueKind::pattern_mismatch: return describe_pattern(issue);
    case IssueKind::wrong_length:
    case IssueKind::out_of_range: return describe_bounds(issue);
    case IssueKind::not_equal: return describe_equality(issue);
    case IssueKind::wrong_format: return describe_format(issue);
    case IssueKind::duplicate_key: return describe_duplicate(issue);
    case IssueKind::null_value: return describe_null(issue);
    case IssueKind::retyped_scalar: return describe_retyped(issue);
    case IssueKind::ambiguous_scalar: return describe_ambiguous(issue);
    case IssueKind::alias_cycle: return describe_alias(issue);
    case IssueKind::unsupported_yaml: return describe_unsupported(issue);
  }
  return {};
}

Finding finding_of(const QuestionFile& file, const SchemaIssue& issue) {
  Finding finding = finding_at(rule_of(issue.kind), file, issue.source, issue.path, describe(issue));
  if (issue.mild) finding.severity = std::min(finding.severity, Severity::warning);
  if (issue.related) finding.related.push_back({place_of(file.source, *issue.related, issue.path), "first given here"});
  return finding;
}

bool repeats_schema(const RuleInfo* rule) {
  static const std::array mirrored = {
      &long_title_rule,        &short_scenario_rule, &long_question_rule, &option_count_rule, &resource_name_rule,
      &insecure_resource_rule, &visual_kind_rule,    &visual_path_rule,   &visual_text_rule,  &id_format_rule};
  return std::find(mirrored.begin(), mirrored.end(), rule) != mirrored.end();
}

}  // namespace

std::vector<Finding> schema_findings(const QuestionFile& file, const schema::Schema& schema) {
  const schema::SchemaIssues found = schema::check_schema(schema, file.document);
  std::vector<Finding> findings;
  findings.reserve(found.issues.size());
  for (const SchemaIssue& issue : found.issues) findings.push_back(finding_of(file, issue));
  if (found.omitted > 0) {
    findings.push_back(finding_at(more_schema_findings_rule, file, found.issues.back().source, "",
                                  fmt::format("{} more schema findings in this file are not listed", found.omitted)));
  }
  return findings;
}

void drop_repeated(const std::vector<Finding>& schema_findings, std::vector<Finding>& others) {
  std::erase_if(others, [&](const Finding& other) {
    return repeats_schema(other.rule) &&
           std::any_of(schema_findings.begin(), schema_findings.end(),
                       [&](const Finding& finding) { return finding.place.field == other.place.field; });
  });
}

}  // namespace napkin::validator
