#include "validator/rules/schema_rules.hpp"

namespace napkin::validator {

const RuleInfo missing_key_rule{
    .code = "S002",
    .name = "missing-key",
    .severity = Severity::error,
    .summary = "A key that the schema requires is absent.",
    .why =
        "Every program behind the bank counts on the key: without its status a question is not published, without its "
        "provenance nobody knows whether to trust it.",
    .example = "details:\n  napkin_math: …",
    .fix = "details:\n  realistic_solution: …\n  napkin_math: …",
};

const RuleInfo unknown_key_rule{
    .code = "S003",
    .name = "unknown-key",
    .severity = Severity::error,
    .summary = "A key that the schema does not know.",
    .why = "Nobody reads it. Most are misspelt: the text is there, and the reader of the bank never sees it.",
    .example = "titel: The Ridge Point",
    .fix = "title: The Ridge Point",
};

const RuleInfo wrong_type_rule{
    .code = "S004",
    .name = "wrong-type",
    .severity = Severity::error,
    .summary = "A value of another kind than the schema asks for.",
    .why =
        "A list where one text is due, or a number in quotes, fails in the first program that counts with it, far "
        "from the file that is wrong.",
    .example = "correct_index: '3'",
    .fix = "correct_index: 3",
};

const RuleInfo unlisted_value_rule{
    .code = "S005",
    .name = "unlisted-value",
    .severity = Severity::error,
    .summary = "A value outside the closed list of the schema.",
    .why = "Filters and charts are built on the lists. A question with a level of its own appears in none of them.",
    .example = "track: clowd",
    .fix = "track: cloud",
};

const RuleInfo pattern_mismatch_rule{
    .code = "S006",
    .name = "pattern-mismatch",
    .severity = Severity::error,
    .summary = "A text that does not have the form the schema asks for.",
    .why =
        "The form is there so that the text can be used without a look at it: an address that is opened, a file name "
        "that is joined to a folder.",
    .example = "url: http://example.org",
    .fix = "url: https://example.org",
};

const RuleInfo wrong_length_rule{
    .code = "S007",
    .name = "wrong-length",
    .severity = Severity::error,
    .summary = "A text or a list with more or fewer parts than the schema admits.",
    .why = "Pages are laid out for these lengths: what is too long is cut off, and what is too short says nothing.",
    .example = "options: [yes it does, no it does not]",
    .fix = "options: [4 GB, 8 GB, 16 GB, 32 GB]",
};

const RuleInfo out_of_range_rule{
    .code = "S008",
    .name = "out-of-range",
    .severity = Severity::error,
    .summary = "A number beyond the bounds of the schema.",
    .why = "An index past the last option marks no answer as right.",
    .example = "correct_index: 4",
    .fix = "correct_index: 3",
};

const RuleInfo unexpected_value_rule{
    .code = "S009",
    .name = "unexpected-value",
    .severity = Severity::error,
    .summary = "A value other than the only one that the schema admits.",
    .why =
        "The schema's version tells programs how to read the rest. With another one they read it wrongly or not at "
        "all.",
    .example = "schema_version: '0.9'",
    .fix = "schema_version: '1.0'",
};

const RuleInfo wrong_format_rule{
    .code = "S010",
    .name = "wrong-format",
    .severity = Severity::error,
    .summary = "A date, a time or an address that is written in no standard way.",
    .why =
        "A time without a zone is off by up to a day, depending on who reads it; a date that does not exist is "
        "refused. Where only the zone or the time of day is missing this is a warning.",
    .example = "created_at: '2026-04-01T12:00:00'",
    .fix = "created_at: '2026-04-01T12:00:00Z'",
};

const RuleInfo duplicate_key_rule{
    .code = "S011",
    .name = "duplicate-key",
    .severity = Severity::error,
    .summary = "A key stands twice in one mapping.",
    .why =
        "YAML forbids it, and yet most readers take the last one in silence. The other value is lost, and which one "
        "the author meant cannot be seen.",
    .example = "title: The Memory Wall\ntitle: The Ridge Point",
    .fix = "title: The Ridge Point",
};

const RuleInfo empty_value_rule{
    .code = "S012",
    .name = "empty-value",
    .severity = Severity::error,
    .summary = "A key without a value where the schema asks for one.",
    .why = "An empty value is null to YAML, not an empty text. It passes for present until a program uses it.",
    .example = "topic:",
    .fix = "topic: roofline-analysis",
};

const RuleInfo unquoted_text_rule{
    .code = "S013",
    .name = "unquoted-text",
    .severity = Severity::error,
    .summary = "A text without quotes that YAML reads as something else.",
    .why =
        "To YAML 1.1 no is false, 1.0 is a number and 2026-04-01 is a date. The file looks right, and the program "
        "gets another value than the author wrote. Of a date where a date is due this is a warning.",
    .example = "schema_version: 1.0",
    .fix = "schema_version: '1.0'",
};

const RuleInfo ambiguous_value_rule{
    .code = "S014",
    .name = "ambiguous-value",
    .severity = Severity::warning,
    .summary = "A value that the two versions of YAML read differently.",
    .why =
        "010 is eight to YAML 1.1 and ten to YAML 1.2, 1:30 is ninety or a text, yes is true or a text. Which it is "
        "depends on the library that happens to read the file.",
    .example = "expected_time_minutes: 010",
    .fix = "expected_time_minutes: 10",
};

const RuleInfo endless_alias_rule{
    .code = "S015",
    .name = "endless-alias",
    .severity = Severity::error,
    .summary = "An alias stands inside of the value that it names.",
    .why = "Such a value has no end. Programs that write it out run until memory does.",
    .example = "details: &all\n  options: [*all]",
    .fix = "details:\n  options: [4 GB, 8 GB, 16 GB, 32 GB]",
};

const RuleInfo unsupported_yaml_rule{
    .code = "S016",
    .name = "unsupported-yaml",
    .severity = Severity::error,
    .summary = "YAML that is legal and is not read in a bank: merge keys, tags for other types, keys that are no text.",
    .why =
        "Merge keys are gone from YAML 1.2, and tags for other types run code in some loaders. Readers of the bank "
        "disagree on what they mean.",
    .example = "<<: *defaults",
    .fix = "status: draft",
};

const RuleInfo more_schema_findings_rule{
    .code = "S017",
    .name = "more-schema-findings",
    .severity = Severity::note,
    .summary = "A file has more schema findings than are listed.",
    .why =
        "A file of another kind, or a list in the wrong place, gives thousands of findings with one cause. The first "
        "hundred are listed, the rest are counted.",
    .example = "(a file with 250 unknown keys)",
    .fix = "(the same file, in the folder where it belongs)",
};

const RuleInfo& rule_of(schema::IssueKind kind) {
  switch (kind) {
    case schema::IssueKind::missing_key: return missing_key_rule;
    case schema::IssueKind::unknown_key: return unknown_key_rule;
    case schema::IssueKind::wrong_type: return wrong_type_rule;
    case schema::IssueKind::not_in_enum: return unlisted_value_rule;
    case schema::IssueKind::pattern_mismatch: return pattern_mismatch_rule;
    case schema::IssueKind::wrong_length: return wrong_length_rule;
    case schema::IssueKind::out_of_range: return out_of_range_rule;
    case schema::IssueKind::not_equal: return unexpected_value_rule;
    case schema::IssueKind::wrong_format: return wrong_format_rule;
    case schema::IssueKind::duplicate_key: return duplicate_key_rule;
    case schema::IssueKind::null_value: return empty_value_rule;
    case schema::IssueKind::retyped_scalar: return unquoted_text_rule;
    case schema::IssueKind::ambiguous_scalar: return ambiguous_value_rule;
    case schema::IssueKind::alias_cycle: return endless_alias_rule;
    case schema::IssueKind::unsupported_yaml: return unsupported_yaml_rule;
  }
  return wrong_type_rule;
}

}  // namespace napkin::validator
