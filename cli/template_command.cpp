#include "cli/template_command.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/json_object.hpp"
#include "cli/library_choice.hpp"
#include "cli/ordered_run.hpp"
#include "cli/output.hpp"
#include "cli/path_names.hpp"
#include "cli/progress_bar.hpp"
#include "cli/template_choice.hpp"
#include "cli/template_pages.hpp"
#include "cli/track_choice.hpp"
#include "cli/usage_error.hpp"
#include "generator/scaffold.hpp"
#include "generator/template_check.hpp"
#include "validator/rules/question_vocabulary.hpp"

namespace napkin::cli {
namespace {

using generator::GeneratedQuestion;
using generator::GenerationFault;
using generator::TemplateReport;

struct Arguments {
  std::vector<std::string> templates;
  std::string registry;
  std::string format = "text";
  std::string track;
  std::size_t seeds = 200;
  std::uint64_t seed = 1;
  int jobs = 0;
};

/// Reports are printed as one JSON array, or one text behind the other.
class Listing {
 public:
  explicit Listing(const std::string& format) : is_json_(format == "json") {}
  bool is_json() const { return is_json_; }
  void add_text(const std::string& text) { text_ += text; }
  template <class Append>
  void add_json(Append append) {
    text_ += text_.empty() ? "\n" : ",\n";
    append(text_);
  }
  void finish() const { print(is_json_ ? "[" + text_ + "\n]\n" : text_); }

 private:
  bool is_json_;
  std::string text_;
};

bool holds(const TemplateReport& report) {
  return report.fault_count == 0 &&
         std::all_of(report.cases.begin(), report.cases.end(), [](const auto& item) { return item.second > 0; });
}

int check(const Arguments& arguments) {
  const LibraryChoice library(arguments.registry);
  const std::vector<ChosenTemplate> chosen = choose_templates(arguments.templates, library.get(), arguments.jobs);
  Listing listing(arguments.format);
  ProgressBar progress(chosen.size(), "checking", "templates");
  bool all_hold = true;
  const auto produce = [&](std::size_t i) {
    return generator::check_template(chosen[i].content, library.get(), arguments.seed, arguments.seeds);
  };
  const auto consume = [&](std::size_t i, const TemplateReport& report) {
    progress.advance_to(i + 1);
    if (listing.is_json())
      listing.add_json([&](std::string& out) { append_report_json(out, report, chosen[i].source); });
    else
      listing.add_text(report_text(report, chosen[i].source));
    all_hold = all_hold && holds(report);
  };
  run_in_order(chosen.size(), jobs_or_cores(arguments.jobs), chosen.size() + 1, produce, consume);
  progress.erase();
  listing.finish();
  return all_hold ? exit_clean : exit_findings;
}

std::vector<ListedTemplate> listed(const std::vector<ChosenTemplate>& chosen, const engine::Library& library) {
  std::vector<ListedTemplate> result;
  for (const ChosenTemplate& one : chosen) result.push_back({&one.content, cells_of(one.content, library)});
  return result;
}

int list(const Arguments& arguments) {
  const LibraryChoice library(arguments.registry);
  const std::vector<ChosenTemplate> chosen = choose_templates(arguments.templates, library.get());
  std::vector<ListedTemplate> found = listed(chosen, library.get());
  if (!arguments.track.empty()) check_track("template list", arguments.track);
  if (!arguments.track.empty()) {
    std::erase_if(found, [&](const ListedTemplate& one) {
      return std::none_of(one.cells.begin(), one.cells.end(),
                          [&](const generator::Cell& cell) { return cell.track == arguments.track; });
    });
  }
  if (arguments.format != "json") {
    print(template_table(found));
    return exit_clean;
  }
  Listing listing(arguments.format);
  for (const ListedTemplate& one : found) listing.add_json([&](std::string& out) { append_template_json(out, one); });
  listing.finish();
  return exit_clean;
}

int show(const Arguments& arguments) {
  const LibraryChoice library(arguments.registry);
  const std::vector<ChosenTemplate> chosen = choose_templates(arguments.templates, library.get());
  Listing listing(arguments.format);
  for (const ListedTemplate& one : listed(chosen, library.get())) {
    if (listing.is_json())
      listing.add_json([&](std::string& out) { append_template_json(out, one); });
    else
      listing.add_text(template_page(one) + (chosen.size() > 1 ? "\n" : ""));
  }
  listing.finish();
  return exit_clean;
}

int preview(const Arguments& arguments) {
  const LibraryChoice library(arguments.registry);
  const std::vector<ChosenTemplate> chosen = choose_templates(arguments.templates, library.get());
  const generator::Template& source = chosen.front().content;
  const generator::GenerationResult result =
      generator::generate_question(source, library.get(), {.seed = arguments.seed});
  if (const auto* fault = std::get_if<GenerationFault>(&result)) {
    print(fault->text);
    throw UsageError("napkin template preview: " + describe(chosen.front().source, *fault));
  }
  const auto& question = std::get<GeneratedQuestion>(result);
  print(question.files.yaml + "\n" + origins_table(source, question.instance));
  return exit_clean;
}

struct NewArguments {
  std::string id, track = "cloud", topic, folder = "templates/questions";
};

int create(const NewArguments& arguments) {
  if (!generator::is_template_id(arguments.id))
    throw UsageError(fmt::format(
        "napkin template new: '{}' is no name for a template; use small letters, digits and hyphens", arguments.id));
  const validator::Topic* topic = validator::find_topic(arguments.topic);
  if (topic == nullptr) {
    std::vector<std::string_view> names;
    for (const validator::Topic& known : validator::topics()) names.push_back(known.name);
    throw UsageError(fmt::format("napkin template new: there is no topic '{}'{}", arguments.topic,
                                 did_you_mean(arguments.topic, names)));
  }
  const std::string area(topic->area.empty() ? "cross-cutting" : topic->area);
  const std::string path = joined(joined(arguments.folder, area), arguments.id + ".yaml");
  std::error_code failure;
  if (std::filesystem::exists(path, failure))
    throw UsageError(fmt::format("napkin template new: {} is there already", display_name(path)));
  std::filesystem::create_directories(joined(arguments.folder, area), failure);
  write_file(path, generator::scaffold({arguments.id, arguments.track, area, arguments.topic}));
  print(fmt::format("{}\n", display_name(path)));
  return exit_clean;
}

CLI::App* add_action(CLI::App& parent, Action& action, const std::string& name, const std::string& help,
                     const std::shared_ptr<Arguments>& arguments, int (*run)(const Arguments&)) {
  CLI::App* command = parent.add_subcommand(name, help);
  add_registry_option(*command, arguments->registry);
  on_chosen(*command, action, arguments, run);
  return command;
}

void add_format(CLI::App& command, Arguments& arguments) {
  add_choice(command, "--format", arguments.format, {"text", "json"}, "text (default) or json");
}

void add_templates(CLI::App& command, Arguments& arguments) {
  command.add_option("template", arguments.templates, "Files, folders or built-in templates (default: all built in)")
      ->type_name("TEMPLATE");
}

void add_list(CLI::App& parent, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = add_action(parent, action, "list", "List templates and what they fill", arguments, list);
  add_templates(*command, *arguments);
  command->add_option("--track", arguments->track, "Only templates of this track")->type_name("TRACK");
  add_format(*command, *arguments);
}

void add_show(CLI::App& parent, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      add_action(parent, action, "show", "Show parameters, figures, requirements and cases", arguments, show);
  command->add_option("template", arguments->templates, "Files, folders or built-in templates")
      ->type_name("TEMPLATE")
      ->required();
  add_format(*command, *arguments);
}

void add_check(CLI::App& parent, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = add_action(parent, action, "check",
                                 "Draw many questions of a template and say what does not hold", arguments, check);
  add_templates(*command, *arguments);
  command->add_option("--seeds", arguments->seeds, "How many questions to draw of each (default 200)")
      ->check(whole_number(1, 1'000'000));
  command->add_option("--seed", arguments->seed, "Where to begin (default 1)")->check(whole_number(0, 2'000'000'000));
  command->add_option("--jobs", arguments->jobs, "Threads (default: one for each core)")->check(whole_number(1, 1024));
  add_format(*command, *arguments);
}

void add_preview(CLI::App& parent, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      add_action(parent, action, "preview", "Show one question, and where each figure is from", arguments, preview);
  command->add_option("template", arguments->templates, "A file or a built-in template")
      ->type_name("TEMPLATE")
      ->expected(1)
      ->required();
  command->add_option("--seed", arguments->seed, "The question's own seed (default 1)");
}

void add_new(CLI::App& parent, Action& action) {
  auto arguments = std::make_shared<NewArguments>();
  CLI::App* command = parent.add_subcommand("new", "Begin a template: a small one that works, with comments");
  command->add_option("name", arguments->id, "Its id: small letters, digits, hyphens")->type_name("NAME")->required();
  command->add_option("--topic", arguments->topic, "A topic of the taxonomy; gives the area too")
      ->type_name("TOPIC")
      ->required();
  add_choice(*command, "--track", arguments->track, {"cloud", "edge", "mobile", "tinyml", "global"},
             "cloud (default), edge, mobile, tinyml or global");
  command->add_option("--out", arguments->folder, "Write DIR/<area>/NAME.yaml (default: templates/questions)")
      ->type_name("DIR");
  on_chosen(*command, action, arguments, create);
}

}  // namespace

void add_template_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("template", "Look at question templates, prove them, begin new ones");
  command->require_subcommand(1);
  add_list(*command, action);
  add_show(*command, action);
  add_check(*command, action);
  add_preview(*command, action);
  add_new(*command, action);
}

}  // namespace napkin::cli
