// What a generated question keeps of its making: enough to make it again, and to say which figures moved.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "generator/instance.hpp"
#include "schema/source_text.hpp"

namespace napkin::generator {

struct Proof {
  std::string id{}, status{};  // of the question
  std::string template_id{};
  int version = 1;
  std::uint64_t seed = 0;
  GivenValues parameters{};
  std::vector<std::pair<std::string, std::string>> figures{};  // name and printed text, in the template's order
  schema::ByteRange source{};                                  // of the proof
};

/// A question that carries no proof: nobody generated it.
struct NotGenerated {};

struct BrokenProof {
  std::string message;
  schema::ByteRange source;
};

using ProofResult = std::variant<Proof, NotGenerated, BrokenProof>;

/// Never throws on any bytes. A file that is no readable question is a BrokenProof with the reader's message.
ProofResult read_proof(const schema::SourceText& source);

}  // namespace napkin::generator
