#include "validator/rules/bank_file.hpp"

#include <variant>

#include <fmt/format.h>

#include "schema/json_document.hpp"
#include "validator/rules/question_file.hpp"

namespace napkin::validator {

const RuleInfo unreadable_bank_file_rule{
    .code = "X130",
    .name = "unreadable-bank-file",
    .severity = Severity::error,
    .summary = "chains.json, the taxonomy or near-duplicates.yaml cannot be read.",
    .why = "What they say about the questions cannot be checked, and no tool that needs them runs.",
    .example = "[{\"chain_id\": \"cloud-chain-1\", \"questions\": [}]",
    .fix = "[{\"chain_id\": \"cloud-chain-1\", \"questions\": []}]",
};

std::optional<BankDocument> read_bank_file(const BankFile& file, std::vector<Finding>& findings) {
  schema::SourceText source(file.name, file.bytes);
  schema::YamlResult result = file.name.ends_with(".json") ? schema::parse_json(source) : schema::parse_yaml(source);
  if (const auto* error = std::get_if<schema::YamlError>(&result)) {
    findings.push_back(finding_at(unreadable_bank_file_rule, source, {error->offset, error->offset}, "",
                                  fmt::format("the file cannot be read: {}", error->message)));
    return std::nullopt;
  }
  return BankDocument{std::move(source), std::get<schema::YamlNode>(std::move(result))};
}

}  // namespace napkin::validator
