// A template to begin with: small, complete, and proven like every other.
#pragma once

#include <string>

namespace napkin::generator {

struct ScaffoldRequest {
  std::string id;  // "kv-cache-concurrency"
  std::string track, area, topic;
};

/// The text of a template that passes `napkin template check` as it is; its comments say what to write where.
std::string scaffold(const ScaffoldRequest& request);

}  // namespace napkin::generator
