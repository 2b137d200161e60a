#include "tests/unit/validator/prose.hpp"

#include <fmt/format.h>

#include "engine/expression/evaluate.hpp"
#include "validator/read/statement_reader.hpp"

namespace napkin::validator {
namespace {

using read::Token;
using read::TokenKind;

std::string show(const Token& token) {
  switch (token.kind) {
    case TokenKind::number: return engine::to_string(token.number);
    case TokenKind::word: return std::string(token.text);
    case TokenKind::op: return token.made && token.op == '/' ? "÷" : std::string(1, token.op);
    case TokenKind::relation: return std::string(to_string(token.relation));
    case TokenKind::approx: return "~";
    case TokenKind::arrow: return "→";
    case TokenKind::open: return token.made ? "⟨" : token.op == 'c' ? "⌈" : token.op == 'f' ? "⌊" : "(";
    case TokenKind::close: return token.made ? "⟩" : token.op == 'c' ? "⌉" : token.op == 'f' ? "⌋" : ")";
    case TokenKind::comma: return ",";
    case TokenKind::colon: return ":";
    case TokenKind::money: return "$";
    case TokenKind::quote: return "\"";
    case TokenKind::list_mark: return "•";
    case TokenKind::hard_stop: return token.line_end ? "¶" : "‖";
    case TokenKind::other: return fmt::format("‹{}›", token.text);
  }
  return "?";
}

std::string_view name(StatementForm form) {
  switch (form) {
    case StatementForm::equation: return "equation";
    case StatementForm::restatement: return "restatement";
    case StatementForm::comparison: return "comparison";
    case StatementForm::percentage: return "percentage";
    case StatementForm::aggregate: return "aggregate";
    case StatementForm::context: return "context";
    case StatementForm::conversion: return "conversion";
  }
  return "?";
}

std::string_view name(Certainty certainty) {
  switch (certainty) {
    case Certainty::firm: return "";
    case Certainty::likely: return " likely";
    case Certainty::tentative: return " tentative";
  }
  return "?";
}

std::string side(const engine::Expression& expression) {
  return expression.nodes.empty() ? "…" : engine::print(expression);
}

schema::TextField field(std::string path, schema::FieldRole role, std::string_view text, std::size_t offset) {
  schema::MappedText mapped;
  mapped.text = text;
  mapped.runs.push_back({0, text.size(), {offset, offset + text.size()}});
  return {std::move(path), role, std::move(mapped)};
}

}  // namespace

std::string show(const read::Tokens& tokens) {
  std::string result;
  for (const Token& token : tokens) result += (result.empty() ? "" : " ") + show(token);
  return result;
}

std::vector<Statement> statements_of(std::string_view text, std::string_view scenario) {
  read::UnitLookup units;
  read::SymbolTable symbols;
  read::TextReading given = read::scan_text(scenario, units);
  read::read_statements(given, {}, symbols, units);
  read::TextReading claimed = read::scan_text(text, units);
  std::vector<const read::Figure*> elsewhere;
  for (const read::Figure& figure : given.figures) elsewhere.push_back(&figure);
  read::read_statements(claimed, elsewhere, symbols, units);
  return std::move(claimed.statements);
}

std::string show(const Statement& statement) {
  const std::string unread = statement.unread ? fmt::format(" unread ({}{}{})", to_string(*statement.unread),
                                                            statement.detail.empty() ? "" : " ", statement.detail)
                                              : "";
  return fmt::format("{}{}{}: {} {} {}", name(statement.form), name(statement.certainty), unread, side(statement.left),
                     to_string(statement.relation), side(statement.stated));
}

Lines shown_statements(std::string_view text, std::string_view scenario) {
  Lines lines;
  for (const Statement& statement : statements_of(text, scenario)) lines.push_back(show(statement));
  return lines;
}

ArithmeticReport check_prose(std::string_view napkin_math, std::string_view scenario, const CheckOptions& options) {
  const std::string bytes = fmt::format("{}\n{}", scenario, napkin_math);
  const schema::SourceText source("prose.yaml", bytes);
  schema::Question question;
  question.id.value = "cloud-0001";
  question.texts.push_back(field("scenario", schema::FieldRole::gives, scenario, 0));
  question.texts.push_back(
      field("details.napkin_math", schema::FieldRole::claims, napkin_math, bytes.size() - napkin_math.size()));
  return check_arithmetic(source, question, options);
}

Lines verdicts(const ArithmeticReport& report) {
  Lines lines;
  for (const Derivation& d : report.derivations) {
    const std::string reason = d.unread ? fmt::format(" ({})", to_string(*d.unread)) : "";
    lines.push_back(fmt::format("{} {}: {}{}", to_string(d.relation), d.stated_text, to_string(d.verdict), reason));
  }
  return lines;
}

Lines findings(const ArithmeticReport& report) {
  Lines lines;
  for (const Finding& finding : report.findings)
    lines.push_back(fmt::format("{} {}", finding.rule->code, to_string(finding.severity)));
  return lines;
}

}  // namespace napkin::validator
