#include "cli/coverage_command.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/bank_cells.hpp"
#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/json_object.hpp"
#include "cli/library_choice.hpp"
#include "cli/ordered_run.hpp"
#include "cli/output.hpp"
#include "cli/path_names.hpp"
#include "cli/table.hpp"
#include "cli/template_choice.hpp"
#include "cli/track_choice.hpp"
#include "validator/rules/question_vocabulary.hpp"

namespace napkin::cli {
namespace {

using generator::CellCoverage;

constexpr int levels = 6;

struct Arguments {
  std::vector<std::string> paths;
  std::vector<std::string> templates;
  std::string registry, track, output;
  std::string format = "text";
  std::size_t below = 1;
  int jobs = 0;
};

/// Questions by track and area, a column for each level; "+" where a template could add to it.
std::string grid(const std::vector<CellCoverage>& cells) {
  struct Counts {
    std::size_t questions = 0;
    bool has_template = false;
  };
  std::map<std::pair<std::string, std::string>, std::map<int, Counts>> by_row;
  for (const CellCoverage& one : cells) {
    const auto level = validator::level_number(one.cell.level);
    if (!level) continue;
    Counts& counts = by_row[{one.cell.track, one.cell.area}][*level];
    counts.questions += one.questions;
    counts.has_template = counts.has_template || !one.templates.empty();
  }
  std::vector<Column> columns = {{"track", Align::left, 0}, {"area", Align::left, 0}};
  for (int level = 1; level <= levels; ++level)
    columns.push_back({std::string(validator::level_name(level)), Align::right, 0});
  columns.push_back({"all", Align::right, 0});
  std::vector<Row> rows;
  for (auto& [key, counts] : by_row) {
    Row row = {key.first, key.second};
    std::size_t all = 0;
    for (int level = 1; level <= levels; ++level) {
      const Counts& one = counts[level];
      all += one.questions;
      row.push_back(
          fmt::format("{}{}", one.questions == 0 ? "." : std::to_string(one.questions), one.has_template ? "+" : " "));
    }
    row.push_back(std::to_string(all));
    rows.push_back(std::move(row));
  }
  return table(columns, rows, table_width());
}

std::string fillable(const std::vector<CellCoverage>& cells, std::size_t below) {
  std::vector<Row> rows;
  for (const CellCoverage& one : cells)
    if (one.questions < below && !one.templates.empty())
      rows.push_back({one.cell.track, one.cell.area, one.cell.level, one.cell.zone, one.cell.topic,
                      std::to_string(one.questions), fmt::format("{}", fmt::join(one.templates, " "))});
  if (rows.empty()) return {};
  return fmt::format("\ncells with fewer than {} question{} that templates can fill:\n", below, below == 1 ? "" : "s") +
         table({{"track", Align::left, 0},
                {"area", Align::left, 3},
                {"level", Align::left, 0},
                {"zone", Align::left, 0},
                {"topic", Align::left, 0},
                {"questions", Align::right, 2},
                {"templates", Align::left, 1}},
               rows, table_width());
}

std::string as_text(const std::vector<CellCoverage>& cells, const Arguments& arguments) {
  std::size_t questions = 0, occupied = 0, reachable = 0;
  for (const CellCoverage& one : cells) {
    questions += one.questions;
    if (one.questions > 0) ++occupied;
    if (one.questions < arguments.below && !one.templates.empty()) ++reachable;
  }
  return grid(cells) + "(+: a template could add to it)\n" + fillable(cells, arguments.below) +
         fmt::format("\n{} question{} in {} cell{} (track, level, zone, topic, area); templates can fill {} more\n",
                     questions, questions == 1 ? "" : "s", occupied, occupied == 1 ? "" : "s", reachable);
}

std::string as_json(const std::vector<CellCoverage>& cells) {
  std::string out;
  append_json_array(out, cells, [&](const CellCoverage& one) {
    out += '\n';
    JsonObject object(out);
    object.text("track", one.cell.track);
    object.text("level", one.cell.level);
    object.text("zone", one.cell.zone);
    object.text("topic", one.cell.topic);
    object.text("area", one.cell.area);
    object.number("questions", static_cast<double>(one.questions));
    object.texts("templates", one.templates);
    object.close();
  });
  return out + "\n";
}

int run(const Arguments& arguments) {
  if (!arguments.track.empty()) check_track("coverage", arguments.track);
  const LibraryChoice library(arguments.registry);
  generator::BankCoverage coverage;
  const std::vector<InputError> errors = count_cells(arguments.paths, jobs_or_cores(arguments.jobs), coverage);
  for (const InputError& error : errors)
    std::fprintf(stderr, "%s: %s\n", display_name(error.path).c_str(), error.message.c_str());
  if (!errors.empty() && coverage.cells().empty()) return exit_usage;
  for (const ChosenTemplate& chosen : choose_templates(arguments.templates, library.get(), arguments.jobs))
    coverage.add_template(chosen.content.id, cells_of(chosen.content, library.get()));
  std::vector<CellCoverage> cells = coverage.cells();
  if (!arguments.track.empty())
    std::erase_if(cells, [&](const CellCoverage& one) { return one.cell.track != arguments.track; });
  Output output(arguments.output);
  output.write(arguments.format == "json"  ? as_json(cells)
               : arguments.format == "svg" ? coverage_picture(cells)
                                           : as_text(cells, arguments));
  output.finish();
  return errors.empty() ? exit_clean : exit_usage;
}

}  // namespace

void add_coverage_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  arguments->paths = {"."};
  CLI::App* command = program.add_subcommand(
      "coverage", "Count a bank's questions by track, level, zone, topic; say what templates can fill");
  command->add_option("path", arguments->paths, "Files and folders of questions (default: .)")->type_name("PATH");
  command->add_option("--template", arguments->templates, "Template files or folders (default: all built in)")
      ->type_name("TEMPLATE")
      ->expected(1)
      ->take_all();
  command->add_option("--track", arguments->track, "Only this track")->type_name("TRACK");
  command->add_option("--below", arguments->below, "List cells with fewer questions than this (default 1: empty ones)")
      ->check(whole_number(1, 1'000'000));
  add_choice(*command, "--format", arguments->format, {"text", "json", "svg"},
             "text (default), json (an array of cells) or svg (a heat map)");
  command->add_option("--output", arguments->output, "Write to FILE instead of standard output")->type_name("FILE");
  command->add_option("--jobs", arguments->jobs, "Threads (default: one for each core)")->check(whole_number(1, 1024));
  add_registry_option(*command, arguments->registry);
  command->footer(
      "'napkin generate --fill --count N --out DIR' fills the cells that templates reach up to N questions each.\n"
      "Examples:\n"
      "  napkin coverage corpus\n"
      "  napkin coverage corpus --format svg --output coverage.svg");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
