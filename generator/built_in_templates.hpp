// The templates that come with the program: templates/questions, embedded at build time.
#pragma once

#include <span>
#include <string_view>

namespace napkin::generator {

struct BuiltInTemplate {
  std::string_view id;    // "ridge-point-placement", the stem of its file
  std::string_view path;  // "templates/questions/compute/ridge-point-placement.yaml"
  std::string_view text;
};

/// Sorted by id.
std::span<const BuiltInTemplate> built_in_templates();

}  // namespace napkin::generator
