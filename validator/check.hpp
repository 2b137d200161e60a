// Checking one question, and then the bank: the calls that the command, an editor or a service make. Pure:
// bytes in, values out; no file system, thread, clock or terminal.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "schema/question.hpp"
#include "schema/source_text.hpp"
#include "validator/derivation.hpp"
#include "validator/finding.hpp"
#include "validator/scenario_fingerprint.hpp"

namespace napkin::schema {
class Schema;  // schema/linkml.hpp: a loaded LinkML schema
}

namespace napkin::validator {

/// Thresholds of the judge (design 4.3), as fractions.
struct Tolerance {
  double rounding = 0.01;       // silent up to here after "="
  double approximation = 0.05;  // silent up to here after "≈"; after "=" loose from `rounding` to `wrong`
  double wrong = 0.05;          // an error beyond this
};

struct CheckOptions {
  Tolerance tolerance;
  bool derivations = false;  // fill FileReport::derivations (coverage is always counted)
  bool of_a_bank = true;     // fill what only the rules over a bank need: the scenario's fingerprint
};

/// A question's own word on a chain it belongs to.
struct ChainMembership {
  std::string chain;
  std::string position;  // as written; empty where none is
  Place place;
};

/// A bank rule that a comment in the question's file switches off for a part of the file.
struct IgnoredBankRule {
  const RuleInfo* rule = nullptr;
  Place covered;
};

/// What the cross-file rules need of a question; about a kilobyte, so that a whole bank fits in memory.
struct QuestionSummary {
  Place id_place;  // its file is the question's
  std::string id, track, level, topic, status;
  Place scenario_place;
  ScenarioFingerprint scenario;
  std::vector<ChainMembership> chains;
  std::vector<IgnoredBankRule> ignored;
};

struct FileReport {
  std::vector<Finding> findings;  // sorted
  std::vector<Derivation> derivations;
  std::vector<UnresolvedFigure> unresolved;  // with the derivations
  Coverage coverage;
  std::vector<std::size_t> unread_by_reason;  // indexed by UnreadReason
  std::unique_ptr<QuestionSummary> summary;   // nothing where the file is no readable question
};

/// Schema, format and arithmetic of one file. Never throws on any input.
FileReport check_file(const schema::SourceText& source, const schema::Schema& schema, const CheckOptions& options);

/// A file of chains ("chains.json"), of the taxonomy ("taxonomy.yaml") or of near duplicates that are meant
/// ("near-duplicates.yaml"), found beside or above the questions. Read as JSON where the name ends in .json, else as
/// YAML.
struct BankFile {
  std::string name;
  std::string bytes;
  /// Whether every question below the file's folder is among those checked. Where not (one file of a commit),
  /// nothing is said of members that were not read.
  bool complete = false;
};

struct BankFiles {
  std::vector<BankFile> chains, taxonomies, meant_duplicates;
};

/// Rules over questions already read: unique ids, folders, chains, taxonomy, near duplicates. The order of `questions`
/// is irrelevant.
std::vector<Finding> check_bank(const std::vector<QuestionSummary>& questions, const BankFiles& files);

}  // namespace napkin::validator
