#include "cli/schema_command.hpp"

#include "cli/exit_status.hpp"
#include "cli/output.hpp"
#include "cli/schema_choice.hpp"
#include "schema/json_schema.hpp"
#include "schema/outline.hpp"

namespace napkin::cli {
namespace {

struct Arguments {
  std::string file;
  std::string root_class;
  bool json_schema = false;
  bool linkml = false;
};

int run(const Arguments& arguments) {
  std::string text;
  if (arguments.linkml) {
    text = schema::question_schema_text();
  } else {
    const auto schema = choose_schema(arguments.file, arguments.root_class);
    text = arguments.json_schema ? schema::to_json_schema(*schema) : schema::outline(*schema);
  }
  print(text);
  return exit_clean;
}

}  // namespace

void add_schema_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("schema", "Print the schema of a question, also as JSON Schema for editors");
  CLI::Option* file =
      command->add_option("--schema", arguments->file, "Another LinkML schema; the built-in one if left out");
  file->type_name("FILE");
  command->add_option("--class", arguments->root_class, "The class that a document is an instance of")
      ->type_name("NAME");
  CLI::Option* json = command->add_flag("--json-schema", arguments->json_schema, "As JSON Schema (draft-07)");
  command->add_flag("--linkml", arguments->linkml, "The built-in schema as LinkML")->excludes(json)->excludes(file);
  command->footer("Example: napkin schema --json-schema > question.schema.json");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
