#include "tests/unit/validator/rules/rule_example.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "schema/linkml.hpp"
#include "validator/check.hpp"

namespace napkin::validator {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

const schema::Schema& lenient_schema() {
  static const schema::Schema schema = [] {
    const fs::path path = rule_examples_folder() / "lenient_schema.yaml";
    auto loaded = schema::load_schema(schema::SourceText(path.string(), read(path)));
    if (const auto* error = std::get_if<schema::SchemaError>(&loaded)) throw std::runtime_error(error->message);
    return std::move(std::get<schema::Schema>(loaded));
  }();
  return schema;
}

struct Head {
  std::string file;
  bool lenient = false;
  std::vector<std::string> expected;  // "F112 14:11"
};

Head read_head(const std::string& text) {
  Head head;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line) && line.starts_with("# ");) {
    const auto value_of = [&](std::string_view key) -> std::string {
      return line.substr(2).starts_with(key) ? line.substr(2 + key.size()) : "";
    };
    if (const std::string file = value_of("file: "); !file.empty()) head.file = file;
    if (const std::string finding = value_of("expected: "); !finding.empty()) head.expected.push_back(finding);
    if (value_of("schema: ") == "lenient") head.lenient = true;
  }
  return head;
}

std::string value_in(const std::string& text, const std::string& key) {
  const std::size_t at = ("\n" + text).find("\n" + key + ": ");
  return at == std::string::npos ? "" : text.substr(at + key.size() + 2, text.find('\n', at + 1) - at - key.size() - 2);
}

std::string natural_name(const std::string& text) {
  return fmt::format("{}/{}/{}.yaml", value_in(text, "track"), value_in(text, "competency_area"), value_in(text, "id"));
}

std::string line_of(const Finding& finding) {
  return fmt::format("{} {} {}:{}", finding.rule->code, finding.place.file, finding.place.line, finding.place.column);
}

void note_findings(const std::vector<Finding>& findings, RuleExample& example) {
  for (const Finding& finding : findings) example.found.push_back(line_of(finding));
}

void run_question(const fs::path& path, RuleExample& example) {
  const std::string text = read(path);
  const Head head = read_head(text);
  const std::string name = head.file.empty() ? natural_name(text) : head.file;
  for (const std::string& finding : head.expected) {
    const std::size_t space = finding.find(' ');
    example.expected.push_back(finding.substr(0, space) + " " + name + finding.substr(space));
  }
  const schema::Schema& schema = head.lenient ? lenient_schema() : schema::question_schema();
  note_findings(check_file(schema::SourceText(name, text), schema, {}).findings, example);
}

void run_bank(const fs::path& folder, RuleExample& example) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<QuestionSummary> questions;
  BankFiles files;
  for (const fs::path& path : paths) {
    const std::string name = path.lexically_relative(folder).generic_string();
    if (name == "expected.txt") {
      std::istringstream lines(read(path));
      for (std::string line; std::getline(lines, line);) example.expected.push_back(line);
    } else if (name == "chains.json") {
      files.chains.push_back({name, read(path), true});
    } else if (name == "taxonomy.yaml") {
      files.taxonomies.push_back({name, read(path), true});
    } else if (name == "near-duplicates.yaml") {
      files.meant_duplicates.push_back({name, read(path), true});
    } else {
      FileReport report = check_file(schema::SourceText(name, read(path)), schema::question_schema(), {});
      note_findings(report.findings, example);
      if (report.summary) questions.push_back(std::move(*report.summary));
    }
  }
  note_findings(check_bank(questions, files), example);
}

}  // namespace

std::filesystem::path rule_examples_folder() { return fs::path(NAPKIN_SOURCE_DIR) / "tests/rules"; }

RuleExample run_rule_example(const std::string& rule_folder, const std::string& side) {
  const fs::path folder = rule_examples_folder() / rule_folder;
  RuleExample example{rule_folder + "/" + side, {}, {}};
  if (fs::is_directory(folder / side))
    run_bank(folder / side, example);
  else
    run_question(folder / (side + ".yaml"), example);
  std::sort(example.expected.begin(), example.expected.end());
  std::sort(example.found.begin(), example.found.end());
  return example;
}

}  // namespace napkin::validator
