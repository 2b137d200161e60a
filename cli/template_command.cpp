#include "cli/template_command.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/library_choice.hpp"
#include "cli/output.hpp"
#include "cli/template_choice.hpp"
#include "cli/usage_error.hpp"
#include "generator/template_check.hpp"

namespace napkin::cli {
namespace {

using generator::GeneratedQuestion;
using generator::GenerationFault;
using generator::TemplateReport;

struct CheckArguments {
  std::vector<std::string> templates;
  std::string registry;
  std::size_t seeds = 200;
  std::uint64_t seed = 1;
};

/// One template in a few lines.
std::string as_text(const TemplateReport& report) {
  std::string out = fmt::format(
      "{}: {} of {} seeds hold, {} distinct parameter sets, {} near duplicates, {:.1f} draws a question\n", report.id,
      report.seeds - report.fault_count, report.seeds, report.distinct, report.near_duplicates, report.attempts);
  if (!report.cases.empty()) {
    out += "  cases:";
    for (const auto& [name, count] : report.cases) out += fmt::format(" {} {}", name, count);
    out += "\n";
  }
  if (!report.places_of_answer.empty())
    out += fmt::format("  places of the answer: {}\n", fmt::join(report.places_of_answer, " "));
  for (const GenerationFault& fault : report.faults) out += "  " + fault.message + "\n";
  if (report.fault_count > report.faults.size())
    out += fmt::format("  and {} more\n", report.fault_count - report.faults.size());
  return out;
}

bool holds(const TemplateReport& report) {
  return report.fault_count == 0 &&
         std::all_of(report.cases.begin(), report.cases.end(), [](const auto& item) { return item.second > 0; });
}

int check(const CheckArguments& arguments) {
  const LibraryChoice library(arguments.registry);
  bool all_hold = true;
  for (const ChosenTemplate& chosen : choose_templates(arguments.templates, library.get())) {
    const TemplateReport report =
        generator::check_template(chosen.content, library.get(), arguments.seed, arguments.seeds);
    print(as_text(report));
    all_hold = all_hold && holds(report);
  }
  return all_hold ? exit_clean : exit_findings;
}

struct PreviewArguments {
  std::string name;
  std::string registry;
  std::uint64_t seed = 1;
};

int preview(const PreviewArguments& arguments) {
  const LibraryChoice library(arguments.registry);
  const std::vector<ChosenTemplate> chosen = choose_templates({arguments.name}, library.get());
  const generator::GenerationResult result =
      generator::generate_question(chosen.front().content, library.get(), {.seed = arguments.seed});
  if (const auto* fault = std::get_if<GenerationFault>(&result)) {
    print(fault->text);
    throw UsageError("napkin template preview: " + fault->message);
  }
  print(std::get<GeneratedQuestion>(result).files.yaml);
  return exit_clean;
}

void add_check(CLI::App& parent, Action& action) {
  auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command = parent.add_subcommand("check", "Draw many questions of a template and say what does not hold");
  command->add_option("template", arguments->templates, "Files, folders or built-in templates (default: all built in)")
      ->type_name("TEMPLATE");
  command->add_option("--seeds", arguments->seeds, "How many questions to draw of each (default 200)")
      ->check(whole_number(1, 1'000'000));
  command->add_option("--seed", arguments->seed, "Where to begin (default 1)");
  add_registry_option(*command, arguments->registry);
  on_chosen(*command, action, arguments, check);
}

void add_preview(CLI::App& parent, Action& action) {
  auto arguments = std::make_shared<PreviewArguments>();
  CLI::App* command = parent.add_subcommand("preview", "Show one question of a template");
  command->add_option("template", arguments->name, "A file or a built-in template")->type_name("TEMPLATE")->required();
  command->add_option("--seed", arguments->seed, "The question's own seed (default 1)");
  add_registry_option(*command, arguments->registry);
  on_chosen(*command, action, arguments, preview);
}

}  // namespace

void add_template_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("template", "Look at question templates and prove them");
  command->require_subcommand(1);
  add_check(*command, action);
  add_preview(*command, action);
}

}  // namespace napkin::cli
