#include "schema/scalar_check.hpp"

#include <cmath>

#include <fmt/format.h>

#include "engine/text/spelling.hpp"
#include "schema/calendar.hpp"
#include "schema/uri.hpp"

namespace napkin::schema {
namespace {

SchemaIssue issue(IssueKind kind, std::string found, std::string expected) {
  SchemaIssue made;
  made.kind = kind;
  made.found = std::move(found);
  made.expected = std::move(expected);
  return made;
}

bool is_text_type(ValueType type) {
  switch (type) {
    case ValueType::text:
    case ValueType::date:
    case ValueType::datetime:
    case ValueType::time:
    case ValueType::uri:
    case ValueType::enumeration: return true;
    default: return false;
  }
}

bool is_time_type(ValueType type) { return type == ValueType::date || type == ValueType::datetime; }

bool has_form(ValueType type, std::string_view text) {
  switch (type) {
    case ValueType::date: return is_full_date(text);
    case ValueType::datetime: return is_date_time(text);
    case ValueType::time: return is_full_time(text);
    case ValueType::uri: return is_uri(text);
    default: return true;
  }
}

std::string join(const std::vector<PermissibleValue>& values) {
  std::string texts;
  for (const PermissibleValue& value : values) texts += (texts.empty() ? "" : ", ") + value.text;
  return texts;
}

// A value of another kind than is due.
SchemaIssue wrong_kind(const Schema& schema, const ValueRule& rule, const YamlNode& scalar,
                       const ScalarReading& reading) {
  const std::string due = describe_due(schema, rule);
  const bool is_bare = scalar.style == ScalarStyle::plain && scalar.tag.empty();
  if (is_text_type(rule.type) && is_bare) {
    const bool stays_known =
        rule.type != ValueType::enumeration || schema.enum_at(rule.enumeration).admits(scalar.value);
    if (!stays_known) return issue(IssueKind::not_in_enum, scalar.value, due);
    SchemaIssue made = issue(IssueKind::retyped_scalar, scalar.value, due);
    made.reading = describe(reading);
    made.suggestion = "'" + scalar.value + "'";
    made.mild = is_time_type(rule.type) && !reading.impossible && reading.kind == ScalarKind::date;
    return made;
  }
  SchemaIssue made = issue(IssueKind::wrong_type, describe(reading), due);
  // "3" in quotes where a number is due: the text without them would do.
  if (reading.kind == ScalarKind::text && scalar.tag.empty()) {
    const ScalarReading bare = read_plain_scalar(scalar.value);
    if (bare.kind != ScalarKind::text && !bare.impossible && admits_kind(rule, bare)) made.suggestion = scalar.value;
  }
  return made;
}

SchemaIssue wrong_form(const Schema& schema, const ValueRule& rule, const std::string& text) {
  SchemaIssue made = issue(IssueKind::wrong_format, text, describe_due(schema, rule));
  if (rule.type != ValueType::datetime) return made;
  // What lacks is only the zone, or the time of day: everybody knows what is meant.
  made.mild = is_full_date(text) || is_date_time(text + "Z");
  if (made.mild && !is_full_date(text)) made.suggestion = text + "Z";
  return made;
}

std::string count_of(std::size_t characters) {
  return fmt::format("{} character{}", characters, characters == 1 ? "" : "s");
}

SchemaIssue wrong_length(const LengthBounds& bounds, const std::string& text) {
  const std::size_t length = count_code_points(text);
  const std::string due =
      length < bounds.minimum ? "at least " + count_of(bounds.minimum) : "at most " + count_of(*bounds.maximum);
  return issue(IssueKind::wrong_length, count_of(length), due);
}

std::optional<SchemaIssue> check_text(const Schema& schema, const ValueRule& rule, const std::string& text) {
  if (rule.equals && text != *rule.equals) return issue(IssueKind::not_equal, text, *rule.equals);
  if (rule.type == ValueType::enumeration) {
    const EnumDefinition& enumeration = schema.enum_at(rule.enumeration);
    if (!enumeration.admits(text)) {
      SchemaIssue made = issue(IssueKind::not_in_enum, text, join(enumeration.values));
      if (const auto nearest = engine::closest_word(text, enumeration.sorted)) made.suggestion = *nearest;
      return made;
    }
  }
  if (rule.pattern && !rule.pattern->matches(text)) {
    if (rule.pattern->length()) return wrong_length(*rule.pattern->length(), text);
    return issue(IssueKind::pattern_mismatch, text, rule.pattern->expression());
  }
  if (!has_form(rule.type, text)) return wrong_form(schema, rule, text);
  return std::nullopt;
}

std::optional<SchemaIssue> check_number(const ValueRule& rule, double value) {
  if (rule.minimum && value < *rule.minimum)
    return issue(IssueKind::out_of_range, format_number(value), "at least " + format_number(*rule.minimum));
  if (rule.maximum && value > *rule.maximum)
    return issue(IssueKind::out_of_range, format_number(value), "at most " + format_number(*rule.maximum));
  return std::nullopt;
}

}  // namespace

bool admits_kind(const ValueRule& rule, const ScalarReading& reading) {
  const ScalarKind kind = reading.kind;
  switch (rule.type) {
    case ValueType::integer:
      return kind == ScalarKind::integer ||
             (kind == ScalarKind::number && reading.value == std::trunc(reading.value) && std::isfinite(reading.value));
    case ValueType::number: return kind == ScalarKind::integer || kind == ScalarKind::number;
    case ValueType::boolean: return kind == ScalarKind::boolean;
    case ValueType::object: return false;
    case ValueType::unstated: return true;
    case ValueType::anything: return kind != ScalarKind::date && kind != ScalarKind::timestamp;
    default: return kind == ScalarKind::text;
  }
}

std::optional<SchemaIssue> check_scalar(const Schema& schema, const ValueRule& rule, const YamlNode& scalar) {
  const ScalarReading reading = read_scalar(scalar);
  if (reading.kind == ScalarKind::unsupported)
    return issue(IssueKind::unsupported_yaml, scalar.tag.empty() ? scalar.value : scalar.tag,
                 describe_due(schema, rule));
  const bool nothing_admitted = rule.type == ValueType::unstated || rule.type == ValueType::anything;
  if (reading.kind == ScalarKind::null && !nothing_admitted) {
    if (rule.nullable) return std::nullopt;
    return issue(IssueKind::null_value, scalar.value, describe_due(schema, rule));
  }
  if (!admits_kind(rule, reading) || reading.impossible) return wrong_kind(schema, rule, scalar, reading);
  std::optional<SchemaIssue> found;
  if (reading.kind == ScalarKind::text) {
    found = check_text(schema, rule, scalar.value);
  } else if (rule.equals) {
    found = issue(IssueKind::not_equal, scalar.value, *rule.equals);
  } else if (reading.kind == ScalarKind::integer || reading.kind == ScalarKind::number) {
    found = check_number(rule, reading.value);
  }
  if (!found && reading.version_dependent) {
    found = issue(IssueKind::ambiguous_scalar, scalar.value, describe_due(schema, rule));
    found->reading = describe(reading);
    found->mild = true;
  }
  return found;
}

std::string describe_due(const Schema& schema, const ValueRule& rule) {
  if (rule.type == ValueType::unstated && !rule.any_of.empty()) {
    std::string due;
    for (const ValueRule& branch : rule.any_of) due += (due.empty() ? "" : " or ") + describe_due(schema, branch);
    return due;
  }
  switch (rule.type) {
    case ValueType::text: return "text";
    case ValueType::integer: return "an integer";
    case ValueType::number: return "a number";
    case ValueType::boolean: return "true or false";
    case ValueType::date: return "a date such as '2026-04-01'";
    case ValueType::datetime: return "a date and time with a zone, such as '2026-04-01T12:00:00Z'";
    case ValueType::time: return "a time with a zone, such as '12:00:00Z'";
    case ValueType::uri: return "an address such as https://example.org/page";
    case ValueType::enumeration: return join(schema.enum_at(rule.enumeration).values);
    case ValueType::object: return "a mapping (" + schema.class_at(rule.classes.front()).name + ")";
    case ValueType::anything: return "a scalar or a mapping";
    case ValueType::unstated: return "a value";
  }
  return "a value";
}

std::string describe_found(const YamlNode& node) {
  switch (node.kind) {
    case NodeKind::scalar: return describe(read_scalar(node));
    case NodeKind::sequence: return "a list";
    case NodeKind::mapping: return "a mapping";
    case NodeKind::alias: return "an alias";
  }
  return "a value";
}

}  // namespace napkin::schema
