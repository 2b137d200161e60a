// What --statistics prints: findings by rule and unread statements by reason, the most frequent first.
#pragma once

#include <string>

#include "validator/report/summary.hpp"

namespace napkin::cli {

std::string statistics_text(const validator::Summary& summary);

}  // namespace napkin::cli
