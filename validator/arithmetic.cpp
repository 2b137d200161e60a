#include "validator/arithmetic.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "engine/quantity/format.hpp"
#include "validator/derive/derive.hpp"
#include "validator/judge/judge.hpp"
#include "validator/judge/run_on.hpp"
#include "validator/ledger.hpp"
#include "validator/read/statement_reader.hpp"
#include "validator/rules/arithmetic_findings.hpp"

namespace napkin::validator {
namespace {

constexpr std::size_t unread_reason_count = static_cast<std::size_t>(UnreadReason::too_long) + 1;

// Readers look back over a text, so that time grows faster than length; the longest question of a bank has a tenth.
constexpr std::size_t most_text_bytes = std::size_t{64} << 10;
constexpr std::size_t quoted_bytes = 80;

// The beginning of the first line, for a text that is too long to quote.
TextRange opening(std::string_view text) {
  std::size_t end = std::min({text.find('\n'), text.size(), quoted_bytes});
  while (end > 0 && end < text.size() && (text[end] & 0xC0) == 0x80) --end;
  return {0, end};
}

// A statement that stands in the report.
struct Recorded {
  std::string_view field;
  TextRange range;
  TextRange stated;
  bool read = false;
};

// Files of one bank use the same units over and over.
read::UnitLookup& units_of_thread() {
  thread_local read::UnitLookup units;
  units.trim();
  return units;
}

class Checker {
 public:
  Checker(const schema::SourceText& source, const schema::Question& question, const CheckOptions& options)
      : source_(source), question_(question), options_(options), units_(units_of_thread()) {
    report_.unread_by_reason.resize(unread_reason_count);
  }

  ArithmeticReport run() {
    std::vector<read::TextReading> readings;
    for (const schema::TextField& field : question_.texts) readings.push_back(scan(field));
    for (std::size_t i = 0; i < readings.size(); ++i)
      if (question_.texts[i].role == schema::FieldRole::gives) read::read_statements(readings[i], {}, symbols_, units_);
    for (const read::TextReading& reading : readings)
      for (const read::Figure& figure : reading.figures)
        if (!figure.literal.readings.empty()) named_.push_back(figure.literal);
    for (std::size_t i = 0; i < readings.size(); ++i)
      if (question_.texts[i].role == schema::FieldRole::claims)
        check(question_.texts[i], readings[i], elsewhere(readings, i));
    count_figures(readings);
    return std::move(report_);
  }

 private:
  void count_figures(const std::vector<read::TextReading>& readings) {
    std::vector<LedgerText> texts;
    std::vector<const schema::TextField*> fields;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      const schema::TextField& field = question_.texts[i];
      if (field.role == schema::FieldRole::wrong) continue;
      LedgerText text{field.text.text, &readings[i], field.role == schema::FieldRole::gives, {}};
      for (const Recorded& recorded : recorded_)
        if (recorded.field == field.path && recorded.read) text.derived.push_back(recorded.range);
      texts.push_back(std::move(text));
      fields.push_back(&field);
    }
    const std::vector<std::vector<FigureRole>> roles = figure_roles(texts);
    for (std::size_t t = 0; t < roles.size(); ++t)
      for (std::size_t i = 0; i < roles[t].size(); ++i)
        if (roles[t][i] == FigureRole::unresolved) add_unresolved(*fields[t], texts[t].reading->figures[i].range);
    const LedgerCount count = count_roles(roles);
    report_.coverage.figures = count.total();
    report_.coverage.figures_resolved = count.given + count.derived;
  }

  void add_unresolved(const schema::TextField& field, TextRange range) {
    report_.unresolved.push_back({place(field, range), field.text.text.substr(range.begin, range.end - range.begin)});
  }

  read::TextReading scan(const schema::TextField& field) {
    if (field.role == schema::FieldRole::wrong) return {};
    if (field.text.text.size() > text_bytes_left_) return leave_unread(field), read::TextReading{};
    text_bytes_left_ -= field.text.text.size();
    return read::scan_text(field.text.text, units_);
  }

  // Counted as one statement: silence would pass for a check.
  void leave_unread(const schema::TextField& field) {
    Statement whole;
    whole.range = whole.stated_range = opening(field.text.text);
    whole.unread = UnreadReason::too_long;
    Derivation derivation = describe(field, whole, unread());
    count(derivation);
    report_.findings.push_back(too_long_finding(derivation, question_bytes(), most_text_bytes));
    report_.derivations.push_back(std::move(derivation));
  }

  std::size_t question_bytes() const {
    std::size_t bytes = 0;
    for (const schema::TextField& field : question_.texts)
      if (field.role != schema::FieldRole::wrong) bytes += field.text.text.size();
    return bytes;
  }

  // What a sum may take from another text: the scenario gives, the calculation derives.
  std::vector<const read::Figure*> elsewhere(const std::vector<read::TextReading>& readings, std::size_t self) const {
    std::vector<const read::Figure*> figures;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      const schema::TextField& field = question_.texts[i];
      const bool source = field.role == schema::FieldRole::gives || field.path == "details.napkin_math";
      if (i == self || !source) continue;
      for (const read::Figure& figure : readings[i].figures) figures.push_back(&figure);
    }
    return figures;
  }

  void check(const schema::TextField& field, read::TextReading& reading,
             const std::vector<const read::Figure*>& elsewhere) {
    read::read_statements(reading, elsewhere, symbols_, units_);
    for (Statement& statement : reading.statements) check(field, statement);
    for (const Statement& statement : std::exchange(doubtful_, {}))
      if (!stated_already(field, statement)) record(field, statement, unread());
  }

  static judge::Judgement unread() {
    judge::Judgement judgement;
    judgement.verdict = Verdict::unread;
    return judgement;
  }

  struct Outcome {
    derive::Derived derived;
    judge::Judgement judgement;
    std::optional<Statement> shortened;  // what was judged, where that is not the whole statement
  };

  Outcome judged(const Statement& statement, derive::Effort effort) const {
    Outcome outcome{derive::derive(statement, earlier_, named_, effort), {}, {}};
    outcome.judgement = judge::judge(statement, outcome.derived, options_.tolerance);
    return outcome;
  }

  Outcome judged(const Statement& statement) const {
    Outcome outcome = judged(statement, derive::Effort::dimensions_agree);
    if (outcome.judgement.verdict == Verdict::consistent) return outcome;
    return judged(statement, derive::Effort::everything);
  }

  // Where the whole right side does not come out, its first figure may be what is stated, and the rest goes on from it.
  Outcome judged_with_run_on(const Statement& statement) const {
    Outcome whole = judged(statement);
    if (whole.judgement.verdict == Verdict::consistent) return whole;
    std::optional<Statement> first_figure = judge::stating_first_figure(statement);
    if (!first_figure) return whole;
    Outcome first = judged(*first_figure);
    first.shortened = std::move(first_figure);
    const bool nearer = whole.derived.dimension_clash && !first.derived.dimension_clash;
    const bool agrees = first.judgement.verdict == Verdict::consistent && first.judgement.candidate &&
                        first.judgement.candidate->basis < derive::Basis::units_left_out;
    return agrees || nearer ? first : whole;
  }

  void check(const schema::TextField& field, Statement& statement) {
    if (statement.unread && statement.doubt) return doubtful_.push_back(statement);
    if (statement.unread) return record(field, statement, unread());
    Outcome outcome = judged_with_run_on(statement);
    Statement& judged = outcome.shortened ? *outcome.shortened : statement;
    judge::Judgement& judgement = outcome.judgement;
    if (judgement.verdict != Verdict::consistent && says_nothing(judged, outcome.derived, judgement)) {
      if (statement.doubt) doubtful_.push_back(statement), doubtful_.back().unread = statement.doubt;
      return;
    }
    if (statement.certainty != Certainty::firm && stated_already(field, statement)) return;
    judged.unread = outcome.derived.unread;
    if (judged.unread) judgement.verdict = Verdict::unread;
    record(field, judged, judgement);
  }

  // Figures that differ make no statement of what may only look like one: "batch size 8 = 4 GB", "80 GB (2 racks)".
  static bool says_nothing(const Statement& statement, const derive::Derived& derived,
                           const judge::Judgement& judgement) {
    if (statement.certainty == Certainty::tentative) return true;
    const bool one_dimension = !derived.candidates.empty() &&
                               derived.candidates.front().basis == derive::Basis::dimensions_agree &&
                               !derived.candidates.front().dimension.is_none();
    if (statement.form == StatementForm::conversion) return !one_dimension;
    if (statement.certainty == Certainty::firm) return false;
    if (!judgement.candidate || judgement.verdict == Verdict::undecided) return true;
    const double ratio = std::abs(judgement.candidate->stated / judgement.candidate->derived);
    const bool near = ratio > 0.5 && ratio < 2;
    if (statement.form == StatementForm::restatement) return !near && !judgement.hypothesis;
    return !one_dimension && !near;
  }

  bool stated_already(const schema::TextField& field, const Statement& statement) const {
    return std::any_of(recorded_.begin(), recorded_.end(),
                       [&](const auto& r) { return r.field == field.path && r.stated == statement.stated_range; });
  }

  void record(const schema::TextField& field, const Statement& statement, const judge::Judgement& judgement) {
    Derivation derivation = describe(field, statement, judgement);
    count(derivation);
    const std::string_view text = field.text.text;
    const auto slice = [&](TextRange range) { return text.substr(range.begin, range.end - range.begin); };
    if (auto finding = arithmetic_finding(statement, judgement, derivation, slice(statement.left_range),
                                          slice(statement.stated_range)))
      report_.findings.push_back(std::move(*finding));
    remember(statement, judgement);
    recorded_.push_back({field.path, statement.range, statement.stated_range, judgement.verdict != Verdict::unread});
    report_.derivations.push_back(std::move(derivation));
  }

  Derivation describe(const schema::TextField& field, const Statement& statement,
                      const judge::Judgement& judgement) const {
    Derivation d;
    d.place = place(field, statement.range);
    d.question_id = question_.id.value;
    const std::string_view text = field.text.text;
    d.text = text.substr(statement.range.begin, statement.range.end - statement.range.begin);
    const bool open = std::count(d.text.begin(), d.text.end(), '(') > std::count(d.text.begin(), d.text.end(), ')');
    if (open && statement.range.end < text.size() && text[statement.range.end] == ')') d.text += ')';
    d.relation = statement.relation;
    d.stated_text =
        text.substr(statement.stated_range.begin, statement.stated_range.end - statement.stated_range.begin);
    d.verdict = judgement.verdict;
    d.explanation = judgement.explanation;
    d.unread = statement.unread;
    d.certainty = statement.certainty;
    if (judgement.verdict != Verdict::unread) d.expression = engine::print(statement.left);
    if (judgement.candidate) {
      d.stated_value = judgement.candidate->stated;
      d.unit = judgement.candidate->unit;
      d.derived = judgement.candidate->derived_bounds;
    }
    if (judgement.hypothesis) d.explanation = std::string(judgement.hypothesis->name);
    return d;
  }

  Place place(const schema::TextField& field, TextRange range) const {
    const schema::ByteRange bytes = field.text.source_range(range.begin, range.end);
    const schema::Position begin = source_.position(bytes.begin);
    const schema::Position end = source_.position(bytes.end);
    return {source_.name(), field.path, begin.line, begin.column, end.line, end.column};
  }

  void count(const Derivation& derivation) {
    ++report_.coverage.statements;
    switch (derivation.verdict) {
      case Verdict::consistent: ++report_.coverage.consistent; break;
      case Verdict::inconsistent: ++report_.coverage.inconsistent; break;
      case Verdict::undecided: ++report_.coverage.undecided; break;
      case Verdict::unread: ++report_.coverage.unread; break;
    }
    if (derivation.unread) ++report_.unread_by_reason[static_cast<std::size_t>(*derivation.unread)];
  }

  // A figure that later sums may carry on, with what it was before it was rounded.
  void remember(const Statement& statement, const judge::Judgement& judgement) {
    if (judgement.verdict != Verdict::consistent || !judgement.candidate) return;
    const engine::Node& root = statement.stated.at(statement.stated.root);
    if (root.kind != engine::NodeKind::literal) return;
    const derive::Candidate& c = *judgement.candidate;
    const engine::Literal& literal = statement.stated.literals[root.payload];
    earlier_.push_back({literal.number.value, c.dimension, c.scale, c.derived});
  }

  const schema::SourceText& source_;
  const schema::Question& question_;
  const CheckOptions& options_;
  read::UnitLookup& units_;
  read::SymbolTable symbols_;
  std::vector<derive::RoundedFigure> earlier_;
  std::vector<engine::Literal> named_;  // all figures of the question that have a unit
  std::vector<Recorded> recorded_;
  std::vector<Statement> doubtful_;  // of one text: unread, unless another reading takes their figure
  std::size_t text_bytes_left_ = most_text_bytes;
  ArithmeticReport report_;
};

}  // namespace

ArithmeticReport check_arithmetic(const schema::SourceText& source, const schema::Question& question,
                                  const CheckOptions& options) {
  return Checker(source, question, options).run();
}

}  // namespace napkin::validator
