// From a judged statement to the finding that says so: which rule, how severe, in which words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "validator/derivation.hpp"
#include "validator/finding.hpp"
#include "validator/judge/judge.hpp"
#include "validator/statement.hpp"

namespace napkin::validator {

/// Nothing where there is nothing to say. `derivation` carries place, quote and figures; `left` and `stated` are the
/// two sides verbatim.
std::optional<Finding> arithmetic_finding(const Statement& statement, const judge::Judgement& judgement,
                                          const Derivation& derivation, std::string_view left, std::string_view stated);

/// For a text that is left unread, as the question's texts hold `bytes` in all and at most `admitted` are read.
Finding too_long_finding(const Derivation& derivation, std::size_t bytes, std::size_t admitted);

}  // namespace napkin::validator
