#include "cli/template_choice.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/file_reader.hpp"
#include "cli/path_names.hpp"
#include "cli/usage_error.hpp"
#include "generator/built_in_templates.hpp"

namespace napkin::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_faults_shown = 10;

ChosenTemplate read(const std::string& name, std::string bytes, const engine::Library& library) {
  const schema::SourceText source(name, std::move(bytes));
  generator::TemplateResult result = generator::read_template(source, library);
  if (auto* found = std::get_if<generator::Template>(&result)) return {name, std::move(*found)};
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

ChosenTemplate built_in(const std::string& id, const engine::Library& library) {
  std::vector<std::string_view> ids;
  for (const generator::BuiltInTemplate& known : generator::built_in_templates()) {
    if (known.id == id) return read(std::string(known.path), std::string(known.text), library);
    ids.push_back(known.id);
  }
  throw UsageError(fmt::format("napkin: there is no template '{}'{}", id, did_you_mean(id, ids)) +
                   "; 'napkin template list' shows them, and a file is named with its path");
}

}  // namespace

std::vector<ChosenTemplate> choose_templates(const std::vector<std::string>& names, const engine::Library& library) {
  std::vector<ChosenTemplate> result;
  if (names.empty())
    for (const generator::BuiltInTemplate& known : generator::built_in_templates())
      result.push_back(read(std::string(known.path), std::string(known.text), library));
  for (const std::string& name : names) {
    std::error_code ignored;
    if (fs::is_directory(name, ignored))
      for (const std::string& path : files_below(name)) result.push_back(read_file(path, library));
    else if (is_path(name))
      result.push_back(read_file(name, library));
    else
      result.push_back(built_in(name, library));
  }
  return result;
}

}  // namespace napkin::cli
