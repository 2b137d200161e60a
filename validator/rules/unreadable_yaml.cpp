#include "validator/rules/unreadable_yaml.hpp"

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

const RuleInfo unreadable_yaml_rule{
    .code = "S001",
    .name = "unreadable-yaml",
    .severity = Severity::error,
    .summary = "The file is no readable YAML document.",
    .why =
        "A loader stops at the first mistake it meets, so the question vanishes from the bank or takes the whole "
        "build down with it. Nothing else in the file can be checked until it is read.",
    .example = "title: 'The Ridge Point",
    .fix = "title: 'The Ridge Point'",
};

Finding unreadable_yaml(const schema::SourceText& source, const schema::YamlError& error) {
  const std::size_t at = std::min(error.offset, source.bytes().size());
  const std::size_t line_end = source.bytes().find_first_of("\r\n", at);
  const std::size_t end = std::min(line_end, source.bytes().size());
  return finding_at(unreadable_yaml_rule, source, {at, end}, "", error.message);
}

}  // namespace napkin::validator
