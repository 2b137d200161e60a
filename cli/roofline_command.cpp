#include "cli/roofline_command.hpp"

#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/library_choice.hpp"
#include "cli/output.hpp"
#include "cli/roofline_report.hpp"
#include "cli/usage_error.hpp"
#include "engine/quantity/format.hpp"

namespace napkin::cli {
namespace {

namespace roofline = engine::roofline;
using engine::Dimension;
using engine::Entry;
using engine::EntryKind;
using engine::Library;

constexpr int largest_batch = 1'000'000, largest_context = 100'000'000;
constexpr std::string_view overhead_of_device = "device";

struct Arguments {
  std::vector<std::string> devices;
  std::string precision = "fp16";
  bool sparse = false;
  std::string intensity, operation, work, traffic, model, phase;
  int batch = 1, context = 2048;
  std::string overhead, measured;
  std::string format = "text", svg, registry;
  bool sources = false;
};

[[noreturn]] void refuse(const std::string& message) { throw UsageError("napkin roofline: " + message); }

const Entry& entry(const Library& library, EntryKind kind, std::string_view word, const std::string& name) {
  const engine::Registry& registry = library.registry();
  if (const Entry* found = registry.find(kind, name)) return *found;
  // "hw.h100_sxm" as expressions have it.
  if (const Entry* found = registry.find(name); found != nullptr && found->kind == kind) return *found;
  const std::vector<std::string> similar = registry.similar(kind, name);
  const std::string command = kind == EntryKind::model ? "model list" : fmt::format("hw list --kind {}", word);
  const std::string hint = similar.empty() ? fmt::format("'napkin {}' has all of them", command)
                                           : fmt::format("did you mean '{}'?", fmt::join(similar, "' or '"));
  refuse(fmt::format("unknown {} '{}'; {}", word, name, hint));
}

/// A positive figure of an option: "170" where a bare number may stand, "4 GFLOP".
double figure(const Library& library, const std::string& option, const std::string& text, const Dimension& dimension,
              const std::string& bare_unit, bool zero_allowed = false) {
  const auto computed = [&](const Dimension& wanted) { return roofline::compute(text, wanted, library); };
  roofline::ComputedResult result = computed(dimension);
  if (!bare_unit.empty())
    if (roofline::ComputedResult bare = computed(engine::dimensions::none); bare.index() == 0) result = std::move(bare);
  if (const auto* error = std::get_if<std::string>(&result)) refuse(fmt::format("{}: {}", option, *error));
  const double value = std::get<roofline::Computed>(result).value;
  if (value < 0 || (value == 0 && !zero_allowed)) refuse(fmt::format("{} has to be above zero", option));
  return value;
}

void set_model(RooflineSubject& subject, const Arguments& arguments, const Library& library, const Entry& precision) {
  roofline::ModelStep step{&entry(library, EntryKind::model, "model", arguments.model), roofline::Phase::decode,
                           static_cast<double>(arguments.batch), static_cast<double>(arguments.context)};
  const auto only = roofline::only_phase(*step.model);
  if (arguments.phase.empty() && !only)
    refuse(fmt::format("--phase prefill or --phase decode is needed for {}", step.model->name));
  if (only) step.phase = *only;
  for (const roofline::Phase phase : {roofline::Phase::prefill, roofline::Phase::decode, roofline::Phase::inference})
    if (arguments.phase == roofline::phase_name(phase)) step.phase = phase;
  roofline::ModelKernelResult result = roofline::model_kernel(step, precision, library);
  if (const auto* error = std::get_if<std::string>(&result)) refuse(*error);
  subject.step = step;
  subject.model = std::move(std::get<roofline::ModelKernel>(result));
  subject.kernel = subject.model->kernel;
  subject.text =
      fmt::format("{}, {}, batch {}", step.model->name, phase_name(step.phase), engine::format_number(step.batch));
  if (step.phase != roofline::Phase::inference)
    subject.text += fmt::format(", context {}", engine::format_number(step.context, 9));
}

RooflineSubject subject_of(const Arguments& arguments, const Library& library, const Entry& precision) {
  using namespace engine::dimensions;
  RooflineSubject subject;
  if (!arguments.intensity.empty()) {
    subject.kind = "intensity";
    subject.intensity = figure(library, "--intensity", arguments.intensity, operation / information, "FLOP/byte");
    return subject;
  }
  if (!arguments.operation.empty()) {
    subject.kind = "operation";
    roofline::OperationResult result = roofline::read_operation(arguments.operation, precision, library);
    if (const auto* error = std::get_if<std::string>(&result)) refuse("--op: " + *error);
    subject.operation = std::move(std::get<roofline::Operation>(result));
    subject.kernel = subject.operation->kernel;
    subject.text = subject.operation->text;
  } else if (!arguments.model.empty()) {
    subject.kind = "model";
    set_model(subject, arguments, library, precision);
  } else {
    subject.kind = "kernel";
    subject.kernel = roofline::Kernel{figure(library, "--work", arguments.work, operation, ""),
                                      figure(library, "--traffic", arguments.traffic, information, "")};
  }
  subject.intensity = subject.kernel->intensity();
  return subject;
}

/// Where a model's weights have to lie: in main memory, or, of a microcontroller, in its flash.
void set_fit(DeviceAnalysis& analysis, const RooflineSubject& subject) {
  const auto& level = analysis.device.levels.front();
  const bool in_flash = level.name != "memory" && analysis.device.flash && subject.model->cache == 0;
  const auto& capacity = in_flash ? analysis.device.flash : level.capacity;
  if (!capacity) return;
  analysis.fit = roofline::Fit{subject.model->memory_needed(), capacity->value};
  analysis.place = in_flash ? "flash" : std::string(level.name);
}

DeviceAnalysis analysis_of(const Entry& device, const RooflineReport& report, const Arguments& arguments,
                           const Library& library) {
  roofline::DeviceRoofResult found =
      roofline::device_roof(library.registry(), device, *report.precision, report.sparse);
  if (const auto* error = std::get_if<std::string>(&found)) refuse(*error);
  DeviceAnalysis analysis;
  analysis.device = std::move(std::get<roofline::DeviceRoof>(found));
  const RooflineSubject& subject = report.subject;
  const roofline::Roof roof = analysis.device.roof();
  analysis.verdict = roofline::judge(roof, subject.intensity);
  if (!subject.kernel) return analysis;
  double overhead = 0;
  if (arguments.overhead == overhead_of_device) {
    if (!analysis.device.launch_overhead) refuse(full_name(device) + " has no launch_overhead; give --overhead a time");
    overhead = analysis.device.launch_overhead->value;
    analysis.has_own_overhead = true;
  } else if (!arguments.overhead.empty()) {
    overhead = figure(library, "--overhead", arguments.overhead, engine::dimensions::time, "", true);
  }
  analysis.time = roofline::iron_law(roof, *subject.kernel, overhead);
  if (!arguments.measured.empty())
    analysis.achieved = roofline::achieved(
        roof, *subject.kernel, figure(library, "--measured", arguments.measured, engine::dimensions::time, ""));
  if (subject.model) set_fit(analysis, subject);
  return analysis;
}

void check(const Arguments& arguments) {
  const bool has_kernel = !arguments.work.empty() || !arguments.traffic.empty();
  const int subjects = !arguments.intensity.empty() + !arguments.operation.empty() + !arguments.model.empty() +
                       static_cast<int>(has_kernel);
  if (subjects != 1)
    refuse("one of --intensity, --op, --model, or --work with --traffic says what runs" +
           std::string(subjects == 0 ? "" : "; there is more than one"));
  if (has_kernel && (arguments.work.empty() || arguments.traffic.empty()))
    refuse("--work and --traffic belong together");
  if (arguments.model.empty() && !arguments.phase.empty()) refuse("--phase belongs to --model");
  if (!arguments.intensity.empty() && !(arguments.overhead.empty() && arguments.measured.empty()))
    refuse("an intensity alone takes no time; give --work and --traffic");
}

int run(const Arguments& arguments) {
  check(arguments);
  const LibraryChoice choice(arguments.registry);
  const Library& library = choice.get();
  RooflineReport report;
  report.precision = &entry(library, EntryKind::precision, "precision", arguments.precision);
  report.sparse = arguments.sparse;
  std::vector<const Entry*> devices;
  for (const std::string& name : arguments.devices)
    devices.push_back(&entry(library, EntryKind::device, "device", name));
  report.subject = subject_of(arguments, library, *report.precision);
  for (const Entry* device : devices) report.devices.push_back(analysis_of(*device, report, arguments, library));

  if (!arguments.svg.empty()) {
    Output file(arguments.svg);
    file.write(roofline::roofline_svg(roofline_as_plot(report)));
    file.finish();
  }
  print(arguments.format == "json" ? roofline_as_json(report) : roofline_as_text(report, arguments.sources));
  return exit_clean;
}

}  // namespace

void add_roofline_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("roofline", "Tell what bounds a kernel or a model on devices");
  command->add_option("-d,--device", arguments->devices, "Device of the registry; several stand side by side")
      ->type_name("NAME")
      ->required();
  command->add_option("-p,--precision", arguments->precision, "Number format (default fp16)")->type_name("NAME");
  command->add_flag("--sparse", arguments->sparse, "Take the peak with structured sparsity");
  command->add_option("--intensity", arguments->intensity, "Arithmetic intensity, in FLOP/byte")->type_name("NUMBER");
  command->add_option("--op", arguments->operation, "Operation, as in 'gemm(512, 512, 512)'")->type_name("CALL");
  command->add_option("--work", arguments->work, "Operations of a kernel, as in '4 GFLOP'")->type_name("FIGURE");
  command->add_option("--traffic", arguments->traffic, "Bytes that it moves, as in '100 MB'")->type_name("FIGURE");
  command->add_option("--model", arguments->model, "Model of the registry")->type_name("NAME");
  add_choice(*command, "--phase", arguments->phase, {"prefill", "decode", "inference"}, "Which step of the model");
  command->add_option("--batch", arguments->batch, "Sequences or inputs at a time (default 1)")
      ->type_name("N")
      ->transform(whole_number(1, largest_batch));
  command->add_option("--context", arguments->context, "Tokens of each sequence (default 2048)")
      ->type_name("N")
      ->transform(whole_number(1, largest_context));
  command->add_option("--overhead", arguments->overhead, "Time added to each run, or 'device': its launch overhead")
      ->type_name("TIME");
  command->add_option("--measured", arguments->measured, "Measured time of a run, for its MFU")->type_name("TIME");
  command->add_flag("--sources", arguments->sources, "Say where each figure is from");
  command->add_option("--svg", arguments->svg, "Draw the log-log plot into this file")->type_name("FILE");
  add_registry_option(*command, arguments->registry);
  add_choice(*command, "--format", arguments->format, {"text", "json"}, "How to print (default text)");
  command->footer(
      "Examples:\n"
      "  napkin roofline --device h100-sxm --intensity 170\n"
      "  napkin roofline --device v100 --device h100-sxm --op 'gemm(512, 512, 512)' --svg roofline.svg\n"
      "  napkin roofline --device a100 --model llama-3-8b --phase decode --batch 8 --context 4096 --sources\n"
      "  napkin roofline --device h100-sxm --work '4 GFLOP' --traffic '100 MB' --measured '50 µs'");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
