// Texts of an instance.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/instance.hpp"

namespace napkin::generator {

/// Chooses the phrasing by the seed and fills its placeholders. Nothing where the wording has none for the instance's
/// case. `option` is what {{ option }} stands for.
std::optional<std::string> render(const Wording& wording, const Instance& instance, const engine::Registry& registry,
                                  const std::string& option = {});

/// "an H100", "a V100", "an MI300X", "an edge box".
std::string with_article(const std::string& noun);

/// A piece of a rendered text, and where the template has it.
struct RenderedPiece {
  std::string text;
  schema::ByteRange source;
};

/// The same text in pieces, without the figure of an option; empty where there is no phrasing.
std::vector<RenderedPiece> render_pieces(const Wording& wording, const Instance& instance,
                                         const engine::Registry& registry);

}  // namespace napkin::generator
