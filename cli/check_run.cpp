#include "cli/check_run.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <variant>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/exit_status.hpp"
#include "cli/file_reader.hpp"
#include "cli/input_files.hpp"
#include "cli/ordered_run.hpp"
#include "cli/output.hpp"
#include "cli/path_names.hpp"
#include "cli/progress_bar.hpp"
#include "cli/schema_choice.hpp"
#include "cli/spilling_store.hpp"
#include "cli/statistics.hpp"
#include "cli/terminal.hpp"
#include "cli/usage_error.hpp"
#include "validator/check.hpp"
#include "validator/report/summary.hpp"
#include "validator/rules/bank.hpp"
#include "validator/rules/unique_ids.hpp"

namespace napkin::cli {
namespace {
using validator::BankFile;
using validator::FileReport;
using validator::Finding;

// Files that a thread takes at once: few enough to share the work evenly, enough to seldom meet at the lock.
constexpr std::size_t batch_files = 8;
constexpr int report_width = 100;

/// One file to check; standard input has been read already.
struct Input {
  std::string path;
  std::string name;  // as reports show it
  const std::string* bytes = nullptr;
};

struct CheckedFile {
  std::string error;  // why it could not be read; the rest is empty then
  FileReport report;
  std::unique_ptr<schema::SourceText> source;  // only where a finding needs its lines
};

class CheckRun {
 public:
  explicit CheckRun(const CheckRequest& request)
      : request_(request),
        selection_(request.select, request.ignore),
        schema_(choose_schema(request.schema)),
        output_(request.output),
        report_(make_report(request.format, report_options())) {
    options_.derivations = request.derivations;
  }

  int run() {
    collect_inputs();
    check_files();
    check_across_files();
    report_->finish(summary_, [this](std::string_view text) { output_.write(text); });
    output_.finish();
    say_what_was_done();
    return exit_status();
  }

 private:
  validator::ReportOptions report_options() const {
    const bool color = wants_color(request_.color, output_.descriptor());
    return {request_.derivations, color, terminal_width(output_.descriptor(), report_width),
            [] { return std::make_unique<SpillingStore>(); }};
  }

  void collect_inputs() {
    std::vector<std::string> paths;
    std::copy_if(request_.paths.begin(), request_.paths.end(), std::back_inserter(paths),
                 [](const std::string& path) { return path != "-"; });
    if (paths.size() < request_.paths.size()) add_standard_input();
    InputFiles files = collect_input_files(paths);
    for (const InputError& error : files.errors) miss(display_name(error.path), error.message);
    for (std::string& path : files.questions) {
      if (standard_input_ && stands_for(path)) continue;
      std::string name = display_name(path);
      inputs_.push_back({std::move(path), std::move(name), nullptr});
    }
    std::stable_sort(inputs_.begin(), inputs_.end(), [](const Input& a, const Input& b) { return a.name < b.name; });
    bank_files_ = {read_bank_files(files.chains), read_bank_files(files.taxonomies),
                   read_bank_files(files.meant_duplicates)};
    if (inputs_.empty() && files.errors.empty()) complain("nothing to check", "no question among the paths given");
  }

  void add_standard_input() {
    auto bytes = read_standard_input();
    if (const auto* error = std::get_if<ReadError>(&bytes)) return complain("standard input", error->message);
    standard_input_ = std::move(std::get<std::string>(bytes));
    inputs_.push_back({{}, display_name(request_.stdin_filename), &*standard_input_});
  }

  // Whether standard input is the new text of that file: an editor's buffer, not yet saved.
  bool stands_for(const std::string& path) const {
    std::error_code ignored;
    return file_name(path) == file_name(request_.stdin_filename) &&
           std::filesystem::equivalent(path, request_.stdin_filename, ignored);
  }

  std::vector<BankFile> read_bank_files(const std::vector<BankPath>& paths) {
    std::vector<BankFile> files;
    for (const auto& [path, folder_walked] : paths) {
      auto bytes = read_regular_file(path);
      if (const auto* error = std::get_if<ReadError>(&bytes))
        complain(display_name(path), error->message);
      else
        files.push_back({display_name(path), std::move(std::get<std::string>(bytes)), folder_walked});
    }
    return files;
  }

  void check_files() {
    const std::size_t batches = (inputs_.size() + batch_files - 1) / batch_files;
    ProgressBar progress(inputs_.size());
    run_in_order(
        batches, request_.jobs, 4 * request_.jobs, [this](std::size_t batch) { return check_batch(batch); },
        [&](std::size_t batch, std::vector<CheckedFile> files) {
          for (std::size_t i = 0; i < files.size(); ++i)
            take(inputs_[batch * batch_files + i], std::move(files[i]), progress);
          progress.advance_to(std::min(inputs_.size(), (batch + 1) * batch_files));
        });
  }

  std::vector<CheckedFile> check_batch(std::size_t batch) const {
    const std::size_t begin = batch * batch_files, end = std::min(begin + batch_files, inputs_.size());
    std::vector<CheckedFile> files;
    files.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) files.push_back(check(inputs_[i]));
    return files;
  }

  CheckedFile check(const Input& input) const {
    CheckedFile file;
    auto bytes = input.bytes ? std::variant<std::string, ReadError>(*input.bytes) : read_regular_file(input.path);
    if (auto* error = std::get_if<ReadError>(&bytes)) {
      file.error = std::move(error->message);
      return file;
    }
    auto source = std::make_unique<schema::SourceText>(input.name, std::move(std::get<std::string>(bytes)));
    file.report = validator::check_file(*source, *schema_, options_);
    selection_.filter(file.report.findings);
    const bool shows_lines = request_.format == validator::ReportFormat::text;
    if (shows_lines && !file.report.findings.empty()) file.source = std::move(source);
    return file;
  }

  void take(const Input& input, CheckedFile file, ProgressBar& progress) {
    if (!file.error.empty()) {
      progress.erase();
      return miss(input.name, file.error);
    }
    summary_.cover(file.report.coverage, file.report.unread_by_reason);
    report(file.report.findings, file.report.derivations, file.source.get(), &progress);
    if (file.report.summary)
      questions_.push_back(std::move(*file.report.summary));
    else
      missed_.push_back(input.name);
  }

  // An editor's buffer and the file that it will be saved to have one id, but are one question.
  static void explain_unnamed_input(Finding& finding) {
    const bool concerned = finding.place.file == unnamed_input ||
                           std::any_of(finding.related.begin(), finding.related.end(),
                                       [](const auto& related) { return related.place.file == unnamed_input; });
    if (concerned && finding.rule == &validator::duplicate_id_rule)
      finding.message += "; if standard input is the new text of that file, say so with --stdin-filename";
  }

  // A question that could not be read may be the one that a chain names.
  void limit_to_what_was_read() {
    for (BankFile& file : bank_files_.chains)
      file.complete = file.complete && std::none_of(missed_.begin(), missed_.end(), [&](const std::string& name) {
                        return validator::stands_beside_or_below(name, file.name);
                      });
  }

  void check_across_files() {
    limit_to_what_was_read();
    std::vector<Finding> findings = validator::check_bank(questions_, bank_files_);
    selection_.filter(findings);
    for (Finding& finding : findings) explain_unnamed_input(finding);
    std::sort(findings.begin(), findings.end());
    for (auto begin = findings.begin(); begin != findings.end();) {
      const auto end = std::find_if(begin, findings.end(),
                                    [&](const Finding& finding) { return finding.place.file != begin->place.file; });
      const std::unique_ptr<schema::SourceText> source = source_named(begin->place.file);
      report({begin, end}, {}, source.get(), nullptr);
      begin = end;
    }
  }

  // The text of a file or bank file once more, for its lines; nothing where it is not to be had any longer.
  std::unique_ptr<schema::SourceText> source_named(const std::string& name) const {
    if (request_.format != validator::ReportFormat::text) return nullptr;
    for (const auto* files : {&bank_files_.chains, &bank_files_.taxonomies, &bank_files_.meant_duplicates})
      for (const BankFile& file : *files)
        if (file.name == name) return std::make_unique<schema::SourceText>(name, file.bytes);
    const auto input = std::lower_bound(inputs_.begin(), inputs_.end(), name,
                                        [](const Input& a, const std::string& b) { return a.name < b; });
    if (input == inputs_.end() || input->name != name) return nullptr;
    if (input->bytes != nullptr) return std::make_unique<schema::SourceText>(name, *input->bytes);
    auto bytes = read_regular_file(input->path);
    if (std::holds_alternative<ReadError>(bytes)) return nullptr;
    return std::make_unique<schema::SourceText>(name, std::move(std::get<std::string>(bytes)));
  }

  void report(std::span<const Finding> findings, std::span<const validator::Derivation> derivations,
              const schema::SourceText* source, ProgressBar* progress) {
    summary_.count(findings);
    std::string text;
    report_->add(findings, derivations, source, text);
    if (text.empty()) return;
    if (progress != nullptr && is_terminal(output_.descriptor())) progress->erase();
    output_.write(text);
  }

  // Something that was to be checked, and was not.
  void miss(const std::string& name, const std::string& why) {
    missed_.push_back(name);
    complain(name, why);
  }

  void complain(const std::string& what, const std::string& why) {
    input_failed_ = true;
    std::fprintf(stderr, "napkin: %s: %s\n", what.c_str(), why.c_str());
  }

  void say_what_was_done() const {
    std::string text;
    if (request_.statistics) text += statistics_text(summary_);
    if (!request_.quiet) text += last_line() + '\n';
    std::fputs(text.c_str(), stderr);
  }

  std::string last_line() const {
    const std::string findings = findings_line(summary_);
    const bool silent = summary_.by_rule.empty();
    if (summary_.coverage.files == 0 && silent) return "nothing was checked";
    return fmt::format("{}; {}{}", coverage_line(summary_.coverage), findings,
                       silent && input_failed_ ? " in what could be read" : "");
  }

  int exit_status() const {
    if (input_failed_) return exit_usage;
    if (!request_.fail_on) return exit_clean;
    for (auto severity = static_cast<std::size_t>(*request_.fail_on); severity < summary_.by_severity.size();
         ++severity)
      if (summary_.by_severity[severity] > 0) return exit_findings;
    return exit_clean;
  }

  const CheckRequest& request_;
  RuleSelection selection_;
  std::shared_ptr<const schema::Schema> schema_;
  Output output_;
  std::unique_ptr<validator::Report> report_;
  validator::CheckOptions options_;
  std::optional<std::string> standard_input_;
  std::vector<Input> inputs_;
  validator::BankFiles bank_files_;
  std::vector<std::string> missed_;  // files and folders whose questions, if any, are not among the questions
  std::vector<validator::QuestionSummary> questions_;
  validator::Summary summary_;
  bool input_failed_ = false;
};
}  // namespace

int run_check(const CheckRequest& request) { return CheckRun(request).run(); }

}  // namespace napkin::cli
