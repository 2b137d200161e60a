#include "cli/schema_choice.hpp"

#include <variant>

#include <fmt/format.h>

#include "cli/file_reader.hpp"
#include "cli/path_names.hpp"
#include "cli/usage_error.hpp"

namespace napkin::cli {
namespace {

schema::SourceText read_schema(const std::string& path) {
  if (path.empty()) return {"question.yaml (built in)", std::string(schema::question_schema_text())};
  auto bytes = read_regular_file(path);
  if (const auto* error = std::get_if<ReadError>(&bytes))
    throw UsageError(fmt::format("napkin: --schema {}: {}", display_name(path), error->message));
  return {display_name(path), std::move(std::get<std::string>(bytes))};
}

}  // namespace

std::shared_ptr<const schema::Schema> choose_schema(const std::string& path, const std::string& root_class) {
  if (path.empty() && root_class.empty()) return {std::shared_ptr<void>(), &schema::question_schema()};
  const schema::SourceText source = read_schema(path);
  auto loaded = schema::load_schema(source, root_class);
  if (const auto* error = std::get_if<schema::SchemaError>(&loaded)) throw UsageError(describe(source, *error));
  return std::make_shared<const schema::Schema>(std::move(std::get<schema::Schema>(loaded)));
}

}  // namespace napkin::cli
