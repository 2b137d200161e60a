// An instance as a question file.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/formula/library.hpp"
#include "generator/instance.hpp"

namespace napkin::generator {

/// Where the file of an instance belongs.
struct QuestionPlace {
  std::string track, area;
};

/// The file beside a question that shows its figure.
struct PictureFile {
  std::string name;  // "cloud-1204.svg"
  std::string svg;   // ends in picture_mark
};

/// By this a picture is known as ours also where a run was cut off before its question was written.
inline constexpr std::string_view picture_mark = "<!-- made by napkin generate -->\n";

struct ComposedQuestion {
  std::string yaml;
  std::optional<PictureFile> picture;
};

using ComposeResult = std::variant<ComposedQuestion, InstanceFault>;

std::optional<QuestionPlace> place_of(const Template& source, const Instance& instance,
                                      const engine::Registry& registry);

/// What of a question its template does not say.
struct QuestionLabels {
  std::string id, status;
};

/// The whole file, its proof included. A fault where a text has no phrasing for the instance's case, or fewer than
/// three wrong options stand apart from the answer.
ComposeResult compose_question(const Template& source, const Instance& instance, const engine::Library& library,
                               const QuestionLabels& labels);

}  // namespace napkin::generator
