// The pictures of generated questions, from the same figures as their texts.
#pragma once

#include <string>

#include "generator/instance.hpp"

namespace napkin::generator {

/// An SVG, readable on light and dark pages.
std::string draw_picture(const Picture& picture, const Instance& instance);

}  // namespace napkin::generator
