#include "cli/template_choice.hpp"

#include <algorithm>
#include <filesystem>
#include <variant>

#include <fmt/format.h>

#include "cli/file_reader.hpp"
#include "cli/ordered_run.hpp"
#include "cli/path_names.hpp"
#include "cli/usage_error.hpp"
#include "generator/built_in_templates.hpp"

namespace napkin::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_faults_shown = 10;

ChosenTemplate read(const std::string& name, std::string bytes, const engine::Library& library) {
  schema::SourceText source(name, std::move(bytes));
  generator::TemplateResult result = generator::read_template(source, library);
  if (auto* found = std::get_if<generator::Template>(&result)) return {name, std::move(*found), std::move(source)};
  const auto& faults = std::get<std::vector<generator::TemplateFault>>(result);
  std::string message = "napkin: the template cannot be used:";
  for (std::size_t i = 0; i < faults.size() && i < most_faults_shown; ++i)
    message += "\n" + generator::describe(source, faults[i]);
  if (faults.size() > most_faults_shown) message += fmt::format("\nand {} more", faults.size() - most_faults_shown);
  throw UsageError(message);
}

ChosenTemplate read_file(const std::string& path, const engine::Library& library) {
  auto bytes = read_regular_file(path);
  if (const auto* error = std::get_if<ReadError>(&bytes))
    throw UsageError(fmt::format("napkin: {}: {}", display_name(path), error->message));
  return read(display_name(path), std::move(std::get<std::string>(bytes)), library);
}

/// A template that is to be read: a file, or one that is built in.
struct Source {
  std::string path;
  const generator::BuiltInTemplate* built_in = nullptr;

  ChosenTemplate read(const engine::Library& library) const {
    if (built_in == nullptr) return read_file(path, library);
    return cli::read(std::string(built_in->path), std::string(built_in->text), library);
  }
};

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code failure;
  for (fs::recursive_directory_iterator item(folder, failure), end; !failure && item != end; item.increment(failure))
    if (item->path().extension() == ".yaml") paths.push_back(item->path().string());
  std::sort(paths.begin(), paths.end());
  if (paths.empty()) throw UsageError(fmt::format("napkin: {}: there is no template in it", display_name(folder)));
  return paths;
}

bool is_path(const std::string& name) {
  return name.find('/') != std::string::npos || name.ends_with(".yaml") || name.ends_with(".yml") || name == ".";
}

Source built_in(const std::string& id) {
  std::vector<std::string_view> ids;
  for (const generator::BuiltInTemplate& known : generator::built_in_templates()) {
    if (known.id == id) return {{}, &known};
    ids.push_back(known.id);
  }
  throw UsageError(fmt::format("napkin: there is no template '{}'{}", id, did_you_mean(id, ids)) +
                   "; 'napkin template list' shows them, and a file is named with its path");
}

std::vector<Source> sources_of(const std::vector<std::string>& names) {
  std::vector<Source> sources;
  if (names.empty())
    for (const generator::BuiltInTemplate& known : generator::built_in_templates()) sources.push_back({{}, &known});
  for (const std::string& name : names) {
    std::error_code ignored;
    if (fs::is_directory(name, ignored))
      for (std::string& path : files_below(name)) sources.push_back({std::move(path), nullptr});
    else if (is_path(name))
      sources.push_back({name, nullptr});
    else
      sources.push_back(built_in(name));
  }
  return sources;
}

}  // namespace

std::string describe(const schema::SourceText& source, const generator::GenerationFault& fault) {
  return fault.place ? generator::describe(source, {fault.message, *fault.place}) : fault.message;
}

std::string on_one_line(const schema::SourceText& source, const generator::GenerationFault& fault) {
  if (!fault.place) return fault.message;
  const schema::Position begin = source.position(fault.place->begin);
  return fmt::format("{}:{}:{}: {}", source.name(), begin.line, begin.column, fault.message);
}

std::vector<ChosenTemplate> choose_templates(const std::vector<std::string>& names, const engine::Library& library,
                                             int jobs) {
  // Of several templates with faults the first one is shown, whichever is read first.
  using Read = std::variant<ChosenTemplate, UsageError>;
  const std::vector<Source> sources = sources_of(names);
  std::vector<ChosenTemplate> result;
  run_in_order(
      sources.size(), jobs_or_cores(jobs), sources.size(),
      [&](std::size_t i) -> Read {
        try {
          return sources[i].read(library);
        } catch (const UsageError& error) {
          return error;
        }
      },
      [&](std::size_t, Read read) {
        if (const auto* error = std::get_if<UsageError>(&read)) throw *error;
        result.push_back(std::move(std::get<ChosenTemplate>(read)));
      });
  return result;
}

}  // namespace napkin::cli
