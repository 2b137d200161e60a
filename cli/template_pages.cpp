#include "cli/template_pages.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/json_object.hpp"
#include "cli/table.hpp"
#include "cli/template_choice.hpp"
#include "generator/figure_origins.hpp"

namespace napkin::cli {
namespace {

using generator::Cell;
using generator::Parameter;
using generator::ParameterKind;
using generator::Picture;
using generator::Template;

constexpr std::size_t page_width = 120;
constexpr std::size_t label_width = 16;

std::vector<std::string> distinct(const std::vector<Cell>& cells, std::string Cell::*field) {
  std::vector<std::string> values;
  for (const Cell& cell : cells) values.push_back(cell.*field);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

std::string joined_field(const ListedTemplate& listed, std::string Cell::*field) {
  return fmt::format("{}", fmt::join(distinct(listed.cells, field), " "));
}

std::vector<std::string> case_names(const Template& source) {
  std::vector<std::string> names;
  for (const generator::Case& one : source.cases) names.push_back(one.name);
  return names;
}

std::string_view picture_kind(const Template& source) {
  if (!source.picture) return "";
  return source.picture->kind == Picture::Kind::bars ? "bars" : "roofline";
}

std::string choices_of(const Parameter& parameter) {
  constexpr std::size_t most_shown = 12;
  std::vector<std::string> words;
  if (parameter.kind == ParameterKind::entry)
    for (const engine::Entry* entry : parameter.candidates) words.emplace_back(entry->id);
  else
    words = parameter.kind == ParameterKind::word ? parameter.words : parameter.values;
  if (parameter.range) return fmt::format("from {} to {}", parameter.range->from.text, parameter.range->to.text);
  const std::size_t shown = std::min(words.size(), most_shown);
  std::string text =
      fmt::format("{}", fmt::join(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  if (words.size() > shown) text += fmt::format(" and {} more", words.size() - shown);
  return text;
}

void add_line(std::string& page, std::string_view label, std::string_view text) {
  page += "  " + wrapped(fmt::format("{:<{}}{}", label, label_width, text), page_width - 2, label_width + 2) + "\n";
}

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string span(std::size_t least, std::size_t most) {
  return least == most ? fmt::format("{}", least) : fmt::format("{} to {}", least, most);
}

/// What the questions ask for, and how they are spread.
std::string work_and_cases(const generator::TemplateReport& report) {
  std::string out = fmt::format("  work: {} step{} with {} operand{}", span(report.least.steps, report.most.steps),
                                report.most.steps == 1 ? "" : "s", span(report.least.operands, report.most.operands),
                                report.most.operands == 1 ? "" : "s");
  if (report.least.closest_decision > 0)
    out += fmt::format("; the closest decision is at a ratio of {:.2f}", report.least.closest_decision);
  out += "\n";
  if (!report.cases.empty()) {
    out += "  cases:";
    for (const auto& [name, count] : report.cases) out += fmt::format(" {} {}", name, count);
    out += "\n";
    for (const auto& [name, count] : report.cases)
      if (count == 0) out += fmt::format("  case '{}' was never reached in {}\n", name, counted(report.seeds, "seed"));
  }
  if (!report.places_of_answer.empty())
    out += fmt::format("  places of the answer: {}\n", fmt::join(report.places_of_answer, " "));
  return out;
}

}  // namespace

std::string template_table(const std::vector<ListedTemplate>& templates) {
  std::vector<Row> rows;
  for (const ListedTemplate& one : templates)
    rows.push_back({one.content->id, joined_field(one, &Cell::track), joined_field(one, &Cell::area),
                    joined_field(one, &Cell::level), joined_field(one, &Cell::zone), joined_field(one, &Cell::topic),
                    fmt::format("{}", fmt::join(case_names(*one.content), " ")), one.content->options ? "yes" : "",
                    std::string(picture_kind(*one.content))});
  return table({{"template", Align::left, 0},
                {"track", Align::left, 0},
                {"area", Align::left, 1},
                {"level", Align::left, 0},
                {"zone", Align::left, 2},
                {"topic", Align::left, 3},
                {"cases", Align::left, 4},
                {"options", Align::left, 5},
                {"picture", Align::left, 6}},
               rows, table_width());
}

std::string template_page(const ListedTemplate& listed) {
  const Template& source = *listed.content;
  std::string page =
      fmt::format("{}, version {}\n{}\n\n", source.id, source.version, wrapped(source.doc, page_width, 0));
  for (const Cell& cell : listed.cells)
    add_line(page, &cell == &listed.cells.front() ? "fills" : "",
             fmt::format("{}, {}, {}, {} ({})", cell.track, cell.level, cell.zone, cell.topic, cell.area));
  page += "\nparameters\n";
  for (const Parameter& parameter : source.parameters) add_line(page, parameter.name + " ", choices_of(parameter));
  if (!source.derived.empty()) page += "\nfigures\n";
  for (const generator::DerivedFigure& figure : source.derived)
    add_line(page, figure.name + " ",
             fmt::format("= {}{}", figure.expression.text,
                         figure.is_printed && !figure.format.unit.empty() ? ", in " + figure.format.unit : ""));
  if (!source.requirements.empty()) page += "\nrequirements\n";
  for (const generator::Requirement& requirement : source.requirements)
    page += "  " +
            wrapped(fmt::format("{}{}", requirement.condition.text,
                                requirement.because.empty() ? "" : ": " + requirement.because),
                    page_width, 4) +
            "\n";
  if (!source.cases.empty()) page += "\ncases\n";
  for (const generator::Case& one : source.cases)
    add_line(page, one.name + " ", one.condition ? one.condition->text : "otherwise");
  if (source.options) {
    std::vector<std::string> wrong;
    for (const generator::WrongAnswer& one : source.options->wrong) wrong.push_back(one.misconception);
    page += "\noptions\n";
    add_line(page, "answer", source.options->answer);
    add_line(page, "wrong", fmt::format("{}", fmt::join(wrong, ", ")));
  }
  if (source.picture) page += fmt::format("\npicture\n  {}\n", picture_kind(source));
  return page;
}

void append_template_json(std::string& out, const ListedTemplate& listed) {
  const Template& source = *listed.content;
  JsonObject object(out);
  object.text("id", source.id);
  object.text("doc", source.doc);
  object.number("version", source.version);
  object.texts("tracks", distinct(listed.cells, &Cell::track));
  object.texts("levels", distinct(listed.cells, &Cell::level));
  object.texts("zones", distinct(listed.cells, &Cell::zone));
  object.texts("topics", distinct(listed.cells, &Cell::topic));
  object.texts("areas", distinct(listed.cells, &Cell::area));
  object.texts("cases", case_names(source));
  object.boolean("options", source.options.has_value());
  object.text_or_null("picture", picture_kind(source));
  object.array("parameters", source.parameters, [&](const Parameter& parameter) {
    JsonObject one(out);
    one.text("name", parameter.name);
    one.text("choices", choices_of(parameter));
    one.close();
  });
  object.array("figures", source.derived, [&](const generator::DerivedFigure& figure) {
    JsonObject one(out);
    one.text("name", figure.name);
    one.text("expression", figure.expression.text);
    one.text_or_null("unit", figure.format.unit);
    one.boolean("printed", figure.is_printed);
    one.close();
  });
  object.close();
}

std::string report_text(const generator::TemplateReport& report, const schema::SourceText& source) {
  std::string out =
      fmt::format("{}: {} of {} seeds hold, {}, {}, {:.1f} draws a question\n", report.id,
                  report.seeds - report.fault_count, report.seeds, counted(report.distinct, "distinct parameter set"),
                  counted(report.near_duplicates, "near duplicate"), report.attempts);
  if (report.fault_count < report.seeds) out += work_and_cases(report);
  for (const generator::GenerationFault& fault : report.faults) {
    out += "  ";
    for (const char c : describe(source, fault)) out += c == '\n' ? std::string("\n  ") : std::string(1, c);
    out += "\n";
  }
  if (report.fault_count > report.faults.size())
    out += fmt::format("  {} seeds fail, here or alike\n", report.fault_count);
  return out;
}

void append_report_json(std::string& out, const generator::TemplateReport& report, const schema::SourceText& source) {
  const auto count = [](std::size_t number) { return static_cast<double>(number); };
  JsonObject object(out);
  object.text("id", report.id);
  object.number("seeds", count(report.seeds));
  object.number("faults", count(report.fault_count));
  object.array("messages", report.faults, [&](const generator::GenerationFault& fault) {
    validator::append_json_string(out, on_one_line(source, fault));
  });
  object.number("distinct", count(report.distinct));
  object.number("near_duplicates", count(report.near_duplicates));
  object.number("draws", report.attempts);
  object.number("least_steps", count(report.least.steps));
  object.number("most_steps", count(report.most.steps));
  object.number("least_operands", count(report.least.operands));
  object.number("most_operands", count(report.most.operands));
  object.number("closest_decision", report.least.closest_decision);
  JsonObject cases(object.member("cases"));
  for (const auto& [name, times] : report.cases) cases.number(name, count(times));
  cases.close();
  object.array("places_of_answer", report.places_of_answer,
               [&](std::size_t times) { validator::append_json_number(out, count(times), json_digits); });
  object.close();
}

std::string origins_table(const Template& source, const generator::Instance& instance) {
  std::vector<Row> rows;
  for (const generator::FigureOrigin& origin : figure_origins(source, instance))
    rows.push_back({origin.name, origin.text, origin.expression.empty() ? "drawn" : "= " + origin.expression,
                    origin.substituted.empty() ? "" : "= " + origin.substituted});
  return table(
      {{"figure", Align::left, 0}, {"value", Align::left, 0}, {"from", Align::left, 0}, {"here", Align::left, 1}}, rows,
      table_width());
}

}  // namespace napkin::cli
