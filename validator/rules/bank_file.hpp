// X130: the files beside the questions, read as a tree.
#pragma once

#include <memory>
#include <optional>

#include "schema/document.hpp"
#include "schema/source_text.hpp"
#include "validator/check.hpp"

namespace napkin::validator {

extern const RuleInfo unreadable_bank_file_rule;

struct BankDocument {
  schema::SourceText source;
  schema::YamlNode root;
};

/// Nothing, and a finding, where the file cannot be read.
std::optional<BankDocument> read_bank_file(const BankFile& file, std::vector<Finding>& findings);

}  // namespace napkin::validator
