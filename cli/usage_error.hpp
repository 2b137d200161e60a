// What a command throws when its arguments or its input cannot be used: main prints it and exits with
// status 2.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/text/spelling.hpp"

namespace napkin::cli {

/// The message is one line or more without a final line break; it says what was found, what was expected,
/// what to do.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// ", did you mean 'json'?", or nothing where no candidate is near.
template <class Range>
std::string did_you_mean(std::string_view word, const Range& candidates) {
  const auto best = engine::closest_word(word, candidates);
  return best ? "; did you mean '" + std::string(*best) + "'?" : std::string();
}

}  // namespace napkin::cli
