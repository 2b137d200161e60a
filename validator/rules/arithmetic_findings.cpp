#include "validator/rules/arithmetic_findings.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/quantity/dimension_name.hpp"
#include "engine/quantity/format.hpp"
#include "validator/rules/arithmetic_rules.hpp"

namespace napkin::validator {
namespace {

using derive::Basis;
using judge::Distance;
using judge::Judgement;

std::string with_unit(double value, const std::string& unit) {
  const std::string number = engine::format_number(value);
  if (unit.empty()) return number;
  return unit == "%" || unit == "x" || unit == "×" ? number + unit : number + " " + unit;
}

bool is_share_or_factor(const std::string& unit) { return unit == "%" || unit == "x" || unit == "×"; }

const RuleInfo& rule_for(const Statement& statement, const Judgement& judgement) {
  if (statement.form == StatementForm::comparison) return false_comparison;
  if (judgement.distance == Distance::loose || judgement.distance == Distance::truncated) return loose_arithmetic;
  if (judgement.hypothesis) {
    const std::string_view id = judgement.hypothesis->id;
    if (id == "bits_for_bytes" || id == "bytes_for_bits") return bits_and_bytes;
  }
  if (statement.form == StatementForm::conversion || statement.form == StatementForm::restatement)
    return wrong_conversion;
  if (is_share_or_factor(judgement.candidate->unit) || statement.form == StatementForm::percentage)
    return wrong_percentage_or_ratio;
  return wrong_arithmetic;
}

Severity severity_for(const RuleInfo& rule, StatementForm form, const Judgement& judgement) {
  if (judgement.distance == Distance::truncated) return Severity::note;
  const bool plain = judgement.candidate->basis <= Basis::left_in_stated_unit;
  if (judgement.candidate->basis >= Basis::units_left_out || form == StatementForm::context) return Severity::note;
  if (rule.severity == Severity::error && !plain) return Severity::warning;
  return rule.severity;
}

Finding finding_at(const RuleInfo& rule, const Derivation& derivation) {
  Finding finding;
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.place = derivation.place;
  finding.question_id = derivation.question_id;
  finding.quote = derivation.text;
  return finding;
}

Finding clash_finding(const Judgement& judgement, const Derivation& derivation, std::string_view left,
                      std::string_view stated) {
  const auto& [is, should_be] = *judgement.clash;
  Finding finding = finding_at(dimension_clash, derivation);
  finding.stated = stated;
  finding.message = fmt::format("{} is {}, {} is {}", left, engine::describe(is), stated, engine::describe(should_be));
  if (const auto factor = engine::missing_factor(is, should_be)) finding.cause = *factor;
  return finding;
}

}  // namespace

std::optional<Finding> arithmetic_finding(const Statement& statement, const Judgement& judgement,
                                          const Derivation& derivation, std::string_view left,
                                          std::string_view stated) {
  if (derivation.verdict == Verdict::unread) {
    if (statement.unread != UnreadReason::unknown_unit) return std::nullopt;
    Finding finding = finding_at(unknown_unit, derivation);
    finding.message = fmt::format("unknown unit \"{}\": the statement is not checked", statement.detail);
    return finding;
  }
  if (derivation.verdict == Verdict::consistent) {
    if (judgement.mac_as_operation) {
      Finding finding = finding_at(mac_counted_as_one, derivation);
      finding.stated = stated;
      finding.message = fmt::format("{} counts a MAC as one operation; it is two", stated);
      return finding;
    }
    if (!judgement.binary_units) return std::nullopt;
    Finding finding = finding_at(binary_units, derivation);
    finding.stated = stated;
    finding.message = fmt::format("{} comes out only with 1,024 for 1,000: write GiB, or compute with 10⁹", stated);
    finding.cause = "gib_for_gb";
    return finding;
  }
  if (judgement.clash) return clash_finding(judgement, derivation, left, stated);
  if (derivation.verdict != Verdict::inconsistent || !judgement.candidate) return std::nullopt;
  const derive::Candidate& c = *judgement.candidate;
  const RuleInfo& rule = rule_for(statement, judgement);
  Finding finding = finding_at(rule, derivation);
  finding.severity = severity_for(rule, statement.form, judgement);
  finding.stated = stated;
  finding.derived = with_unit(c.derived, c.unit);
  if (statement.form == StatementForm::comparison) {
    finding.message = fmt::format("{} is not {} {}", with_unit(c.derived, c.unit), to_string(statement.relation),
                                  with_unit(c.stated, c.unit));
    return finding;
  }
  const std::string relation = statement.relation == Relation::approximately ? "≈" : "=";
  const std::size_t between = statement.left_range.end - statement.range.begin;
  const bool by = derivation.text.compare(std::min(between, derivation.text.size()), 4, " by ") == 0;
  const bool put_together = by || statement.form == StatementForm::context ||
                            statement.form == StatementForm::aggregate || statement.form == StatementForm::percentage;
  // What the reader put together stands nowhere in the text as one calculation.
  if (put_together)
    finding.message = fmt::format("{}, should be {} ({})", stated, finding.derived, derivation.expression);
  else
    finding.message = fmt::format("{} {} {}, should be {}", left, relation, stated, finding.derived);
  if (c.derived != 0) finding.ratio = c.stated / c.derived;
  if (judgement.distance == Distance::truncated)
    finding.cause = "cut off instead of rounded";
  else if (judgement.hypothesis && judgement.distance == Distance::wrong)
    finding.cause = std::string(judgement.hypothesis->name);
  return finding;
}

Finding too_long_finding(const Derivation& derivation, std::size_t bytes, std::size_t admitted) {
  Finding finding = finding_at(text_too_long, derivation);
  finding.message =
      fmt::format("the text is not read: the question holds {} KB of text, of which {} KB are read; shorten it",
                  bytes >> 10, admitted >> 10);
  return finding;
}

}  // namespace napkin::validator
