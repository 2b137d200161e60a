// Options for a question that somebody wrote: the answer that the checker re-derives, and three values that mistakes
// of the catalogue make of its calculation.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "generator/distractors.hpp"
#include "schema/linkml.hpp"
#include "validator/check.hpp"

namespace napkin::generator {

struct ProposedOption {
  std::string text;
  std::string misconception;  // id in the catalogue; empty for the answer
};

struct OptionProposal {
  std::string question_id;
  validator::Derivation derivation;     // the statement that gives the answer
  std::vector<ProposedOption> options;  // four
  std::size_t correct = 0;
  std::string bytes;        // the file with the options
  std::string template_id;  // of a question that a template made; empty else
};

/// Why no options are proposed.
struct OptionRefusal {
  std::string message;
  validator::Place place;
};

using ProposalResult = std::variant<OptionProposal, OptionRefusal>;

/// The same for the same bytes: what is drawn is drawn from the question's id. The new file has no finding that the old
/// one had not.
ProposalResult propose_options(const schema::SourceText& source, const schema::Schema& schema);

}  // namespace napkin::generator
