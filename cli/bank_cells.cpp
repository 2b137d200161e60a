#include "cli/bank_cells.hpp"

#include <optional>
#include <variant>

#include "cli/file_reader.hpp"
#include "cli/ordered_run.hpp"
#include "cli/path_names.hpp"
#include "schema/question.hpp"

namespace napkin::cli {
namespace {

using generator::Cell;
/// Nothing: a question that does not count.
using Counted = std::variant<std::optional<Cell>, InputError>;

constexpr std::size_t block = 1024;

Counted cell_in(const std::string& path) {
  auto bytes = read_regular_file(path);
  if (auto* error = std::get_if<ReadError>(&bytes)) return InputError{path, std::move(error->message)};
  const schema::SourceText source(display_name(path), std::move(std::get<std::string>(bytes)));
  const schema::YamlResult parsed = schema::parse_yaml(source);
  if (const auto* error = std::get_if<schema::YamlError>(&parsed)) return InputError{path, error->message};
  const schema::Question question = schema::read_question(source, std::get<schema::YamlNode>(parsed));
  if (question.status.value == "deleted") return std::nullopt;
  return Cell{question.track.value, question.level.value, question.zone.value, question.topic.value,
              question.competency_area.value};
}

}  // namespace

std::vector<InputError> count_cells(const std::vector<std::string>& paths, std::size_t jobs,
                                    generator::BankCoverage& coverage) {
  InputFiles input = collect_input_files(paths);
  std::vector<InputError> errors = std::move(input.errors);
  run_in_order(
      input.questions.size(), jobs, block, [&](std::size_t i) { return cell_in(input.questions[i]); },
      [&](std::size_t, Counted counted) {
        if (auto* error = std::get_if<InputError>(&counted))
          errors.push_back(std::move(*error));
        else if (const auto& cell = std::get<std::optional<Cell>>(counted))
          coverage.add_question(*cell);
      });
  return errors;
}

}  // namespace napkin::cli
