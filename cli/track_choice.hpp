// The tracks that a command may be limited to.
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/usage_error.hpp"
#include "validator/rules/question_vocabulary.hpp"

namespace napkin::cli {

/// A UsageError where there is no such track.
inline void check_track(std::string_view command, const std::string& track) {
  if (validator::is_track(track)) return;
  throw UsageError(fmt::format("napkin {}: there is no track '{}'; there are {}{}", command, track,
                               fmt::join(validator::tracks(), ", "), did_you_mean(track, validator::tracks())));
}

}  // namespace napkin::cli
