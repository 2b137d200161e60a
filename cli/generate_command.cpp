#include "cli/generate_command.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "cli/bank_cells.hpp"
#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/library_choice.hpp"
#include "cli/ordered_run.hpp"
#include "cli/output.hpp"
#include "cli/path_names.hpp"
#include "cli/progress_bar.hpp"
#include "cli/question_folder.hpp"
#include "cli/template_choice.hpp"
#include "cli/track_choice.hpp"
#include "cli/usage_error.hpp"

namespace napkin::cli {
namespace {

using generator::GeneratedQuestion;
using generator::GenerationFault;
using generator::GenerationResult;

// Drawn and written at a time, so that memory stays flat.
constexpr std::size_t block = 1024;
// Of a template that can make few distinct questions, this many draws for each one wanted are tried.
constexpr std::size_t draws_per_question = 20;

struct Arguments {
  std::vector<std::string> templates;
  std::size_t count = 1;
  std::uint64_t seed = 1;
  std::string out;
  std::vector<std::string> settings;  // "batch=8"
  std::vector<std::string> tracks;
  std::string registry;
  int jobs = 0;
  bool dry_run = false;
  bool fill = false;
  bool force = false;
};

generator::GivenValues given_values(const Arguments& arguments) {
  generator::GivenValues given;
  for (const std::string& setting : arguments.settings) {
    const std::size_t sign = setting.find('=');
    if (sign == std::string::npos || sign == 0)
      throw UsageError(fmt::format("napkin generate: --set takes name=value, not '{}'", setting));
    given[setting.substr(0, sign)] = setting.substr(sign + 1);
  }
  return given;
}

/// One question that is to be written.
struct Planned {
  const ChosenTemplate* chosen = nullptr;
  std::string id;
  generator::Instance instance;
};

/// Instances of a template, by consecutive numbers.
struct Draws {
  const ChosenTemplate* chosen = nullptr;
  std::size_t first = 0, count = 0;
  std::vector<generator::InstanceResult> instances;
};

class Generation {
 public:
  Generation(const Arguments& arguments, const engine::Library& library)
      : arguments_(arguments), library_(library), given_(given_values(arguments)), folder_(arguments.out) {}

  int run() {
    const std::vector<ChosenTemplate> chosen = choose_templates(arguments_.templates, library_, arguments_.jobs);
    if (arguments_.fill) {
      fill_cells(chosen);
    } else {
      for (const ChosenTemplate& one : chosen) try_first(one);
      progress_.emplace(chosen.size() * arguments_.count, "writing", "questions");
      plan(chosen);
    }
    make();
    progress_.reset();
    say();
    return faults_.empty() ? exit_clean : exit_findings;
  }

 private:
  /// What cannot even be drawn once cannot be meant: it is said before anything is written.
  void try_first(const ChosenTemplate& chosen) const {
    const auto drawn = draw_instance(chosen.content, library_.registry(), seed_of(chosen.content, 0), given_);
    if (const auto* fault = std::get_if<generator::InstanceFault>(&drawn))
      throw UsageError("napkin generate: " + describe(chosen.source, as_generation_fault(*fault)));
  }

  void plan(const std::vector<ChosenTemplate>& chosen) {
    std::vector<Draws> drawn;
    for (std::size_t i = 0, draws = 0; i < chosen.size(); ++i) {
      drawn.push_back({&chosen[i], 0, std::min(block, arguments_.count), {}});
      draws += drawn.back().count;
      if (draws < block && i + 1 < chosen.size()) continue;
      draw(drawn);
      for (Draws& first : drawn) plan(std::move(first));
      drawn.clear();
      draws = 0;
    }
  }

  /// Draws on until `count` distinct questions are found, or a draw fails; what the folder holds already counts.
  void plan(Draws draws) {
    std::set<std::string> seen;
    std::size_t found = 0;
    const ChosenTemplate& source = *draws.chosen;
    const std::size_t most = arguments_.count * draws_per_question;
    for (;;) {
      for (generator::InstanceResult& drawn : draws.instances) {
        if (const auto* fault = std::get_if<generator::InstanceFault>(&drawn))
          return faults_.push_back(describe(source.source, as_generation_fault(*fault)));
        if (take(source, std::move(std::get<generator::Instance>(drawn)), seen)) ++found;
      }
      if (planned_.size() >= block) make();
      const std::size_t next = draws.first + draws.count;
      if (found == arguments_.count || next >= most) break;
      std::vector<Draws> more{{&source, next, std::min({block, arguments_.count - found, most - next}), {}}};
      draw(more);
      draws = std::move(more.front());
    }
    if (found < arguments_.count)
      warnings_.push_back(
          fmt::format("template {} gives no more than {} distinct questions here", source.content.id, found));
  }

  void draw(std::vector<Draws>& all) const {
    std::vector<std::pair<Draws*, std::size_t>> each;  // with the number
    for (Draws& draws : all)
      for (std::size_t i = 0; i < draws.count; ++i) each.emplace_back(&draws, draws.first + i);
    run_in_order(
        each.size(), jobs_or_cores(arguments_.jobs), block,
        [&](std::size_t i) {
          const generator::Template& source = each[i].first->chosen->content;
          return draw_instance(source, library_.registry(), seed_of(source, each[i].second), given_);
        },
        [&](std::size_t i, generator::InstanceResult drawn) { each[i].first->instances.push_back(std::move(drawn)); });
  }

  /// Whether the instance is one more question.
  bool take(const ChosenTemplate& chosen, generator::Instance instance, std::set<std::string>& seen) {
    const auto place = place_of(chosen.content, instance, library_.registry());
    if (!place || !is_wanted(place->track) || !seen.insert(signature(chosen.content, instance)).second) return false;
    add(chosen, std::move(instance), *place);
    return true;
  }

  /// Every cell that a template reaches gets questions up to `count`, from its templates in turn.
  void fill_cells(const std::vector<ChosenTemplate>& chosen) {
    std::map<generator::Cell, std::vector<const ChosenTemplate*>> reach;
    for (const ChosenTemplate& one : chosen)
      for (generator::Cell& cell : cells_of(one.content, library_))
        if (is_wanted(cell.track)) reach[std::move(cell)].push_back(&one);
    generator::BankCoverage coverage;
    std::error_code failure;
    if (std::filesystem::exists(arguments_.out, failure))
      for (const InputError& error : count_cells({arguments_.out}, jobs_or_cores(arguments_.jobs), coverage))
        warnings_.push_back(fmt::format("{}: {}", display_name(error.path), error.message));
    const auto missing = [&](const generator::Cell& cell) {
      return arguments_.count - std::min(arguments_.count, coverage.questions_in(cell));
    };
    std::size_t total = 0;
    for (const auto& [cell, templates] : reach) total += missing(cell);
    progress_.emplace(total, "writing", "questions");
    for (const auto& [cell, templates] : reach) fill(cell, templates, missing(cell));
  }

  void fill(const generator::Cell& cell, const std::vector<const ChosenTemplate*>& templates, std::size_t wanted) {
    std::set<std::string> seen;
    std::size_t found = 0;
    for (std::uint64_t number = 0; found < wanted && number < (wanted + 1) * draws_per_question; ++number) {
      for (const ChosenTemplate* chosen : templates) {
        if (found == wanted) return;
        const generator::Template* source = &chosen->content;
        const std::uint64_t seed = seed_of(*source, number);
        if (folder_.find({source->id, seed}) != nullptr) continue;  // counted as there
        generator::InstanceResult drawn = draw_instance(*source, library_.registry(), seed, given_);
        auto* instance = std::get_if<generator::Instance>(&drawn);
        if (instance == nullptr || cell_of(*source, *instance, library_.registry()) != cell ||
            !seen.insert(source->id + "\n" + signature(*source, *instance)).second)
          continue;
        ++found;
        planned_.push_back({chosen, folder_.take_id(cell.track), std::move(*instance)});
        if (planned_.size() >= block) make();
      }
    }
    if (found < wanted)
      warnings_.push_back(fmt::format("{} {} {} {} gets {} of {} questions", cell.track, cell.level, cell.zone,
                                      cell.topic, found, wanted));
  }

  /// Settings count: the same number with other settings is another question.
  std::uint64_t seed_of(const generator::Template& source, std::uint64_t number) const {
    std::string name = source.id;
    for (const auto& [parameter, value] : given_) name += fmt::format("\n{}={}", parameter, value);
    return generator::question_seed(arguments_.seed, name, number);
  }

  bool is_wanted(const std::string& track) const {
    return arguments_.tracks.empty() ||
           std::find(arguments_.tracks.begin(), arguments_.tracks.end(), track) != arguments_.tracks.end();
  }

  static std::string signature(const generator::Template& source, const generator::Instance& instance) {
    std::string text;
    for (const auto& [name, value] : parameter_texts(source, instance)) text += value + "\n";
    return text;
  }

  void add(const ChosenTemplate& chosen, generator::Instance instance, const generator::QuestionPlace& place) {
    const std::string* there = folder_.find({chosen.content.id, instance.seed});
    if (there != nullptr && !arguments_.force) {
      ++kept_;
      return;
    }
    std::string id = there == nullptr ? folder_.take_id(place.track) : stem(*there);
    planned_.push_back({&chosen, std::move(id), std::move(instance)});
  }

  static std::string stem(const std::string& path) {
    std::string name(file_name(path));
    return name.substr(0, name.rfind('.'));
  }

  /// Writes what is planned so far.
  void make() {
    std::vector<Planned> batch = std::exchange(planned_, {});
    run_in_order(
        batch.size(), jobs_or_cores(arguments_.jobs), block,
        [&](std::size_t i) {
          Planned& planned = batch[i];
          return generate_question(planned.chosen->content, library_, std::move(planned.instance), {planned.id, {}});
        },
        [&](std::size_t i, GenerationResult result) {
          write(std::move(result), batch[i].chosen->source);
          progress_->advance_to(kept_ + ++worked_on_);
        });
  }

  void write(GenerationResult result, const schema::SourceText& source) {
    if (const auto* fault = std::get_if<GenerationFault>(&result)) {
      faults_.push_back(describe(source, *fault));
      return;
    }
    const auto& question = std::get<GeneratedQuestion>(result);
    ++made_;
    if (arguments_.out.empty())
      print((made_ > 1 ? "---\n" : "") + question.files.yaml);
    else if (!arguments_.dry_run)
      folder_.write(question);
    else
      print(folder_.path(question.place, question.id + ".yaml") + "\n");
  }

  void say() const {
    constexpr std::size_t most_faults_shown = 20;
    for (std::size_t i = 0; i < faults_.size() && i < most_faults_shown; ++i)
      std::fprintf(stderr, "napkin generate: refused: %s\n", faults_[i].c_str());
    for (const std::string& warning : warnings_) std::fprintf(stderr, "napkin generate: %s\n", warning.c_str());
    std::string line = fmt::format("{} question{} {}", made_, made_ == 1 ? "" : "s",
                                   arguments_.dry_run ? "would be written" : "written");
    if (kept_ > 0) line += fmt::format(", {} there already", kept_);
    if (!faults_.empty()) line += fmt::format(", {} refused", faults_.size());
    if (!arguments_.out.empty()) std::fprintf(stderr, "%s\n", line.c_str());
  }

  const Arguments& arguments_;
  const engine::Library& library_;
  generator::GivenValues given_;
  QuestionFolder folder_;
  std::optional<ProgressBar> progress_;
  std::vector<Planned> planned_;  // drawn, and not written yet
  std::vector<std::string> faults_, warnings_;
  std::size_t made_ = 0, kept_ = 0, worked_on_ = 0;
};

int run(const Arguments& arguments) {
  for (const std::string& track : arguments.tracks) check_track("generate", track);
  if (arguments.fill && arguments.out.empty())
    throw UsageError("napkin generate: --fill needs --out DIR, the bank whose cells are to be filled");
  const LibraryChoice library(arguments.registry);
  return Generation(arguments, library.get()).run();
}

}  // namespace

void add_generate_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("generate", "Write questions from templates, each proven by the checker");
  command->add_option("template", arguments->templates, "Files, folders or built-in templates (default: all built in)")
      ->type_name("TEMPLATE");
  command->add_option("--count", arguments->count, "How many questions of each template (default 1)")
      ->check(whole_number(1, 1'000'000));
  command->add_option("--seed", arguments->seed, "Another number gives other questions (default 1)")
      ->check(whole_number(0, 2'000'000'000));
  command->add_option("--out", arguments->out, "Write DIR/<track>/<area>/<id>.yaml; else print to standard output")
      ->type_name("DIR");
  command->add_option("--set", arguments->settings, "Fix a parameter: --set batch=8")->type_name("NAME=VALUE");
  command->add_option("--track", arguments->tracks, "Only questions of this track")->type_name("TRACK");
  command->add_option("--jobs", arguments->jobs, "Threads (default: one for each core)")->check(whole_number(1, 1024));
  command->add_flag("--fill", arguments->fill, "Fill each cell that templates reach up to --count questions");
  command->add_flag("--dry-run", arguments->dry_run, "Say what would be written, and write nothing");
  command->add_flag("--force", arguments->force, "Write questions anew that are there already");
  add_registry_option(*command, arguments->registry);
  command->footer(
      "A question that is there already (same template, same seed) is left alone, so that a run that was cut off is\n"
      "completed by the same command.\n"
      "Examples:\n"
      "  napkin generate ridge-point-placement\n"
      "  napkin generate templates/questions/compute --count 20 --seed 7 --out bank");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
