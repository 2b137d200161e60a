#include "generator/template_cells.hpp"

#include <algorithm>
#include <set>

#include "generator/generate.hpp"
#include "generator/render.hpp"

namespace napkin::generator {
namespace {

constexpr std::uint64_t draws = 300;

bool is_fixed(const Wording& wording) {
  return wording.alternatives.size() == 1 && wording.alternatives[0].case_name.empty() &&
         std::none_of(wording.alternatives[0].pieces.begin(), wording.alternatives[0].pieces.end(),
                      [](const Piece& piece) { return piece.placeholder.has_value(); });
}

std::string text_of(const Wording& wording) {
  std::string text;
  for (const Piece& piece : wording.alternatives[0].pieces) text += piece.text;
  return text;
}

}  // namespace

std::optional<Cell> cell_of(const Template& source, const Instance& instance, const engine::Registry& registry) {
  Cell cell;
  const auto read = [&](const Wording& wording, std::string& text) {
    const auto rendered = render(wording, instance, registry);
    if (rendered) text = *rendered;
    return rendered.has_value();
  };
  const bool complete = read(source.track, cell.track) && read(source.level, cell.level) &&
                        read(source.zone, cell.zone) && read(source.topic, cell.topic) && read(source.area, cell.area);
  return complete ? std::optional<Cell>(std::move(cell)) : std::nullopt;
}

std::vector<Cell> cells_of(const Template& source, const engine::Library& library) {
  const Wording* const wordings[] = {&source.track, &source.level, &source.zone, &source.topic, &source.area};
  if (std::all_of(std::begin(wordings), std::end(wordings), [](const Wording* one) { return is_fixed(*one); }))
    return {{text_of(source.track), text_of(source.level), text_of(source.zone), text_of(source.topic),
             text_of(source.area)}};
  std::set<Cell> cells;
  for (std::uint64_t number = 0; number < draws; ++number) {
    const InstanceResult drawn = draw_instance(source, library.registry(), question_seed(1, source.id, number));
    if (const auto* instance = std::get_if<Instance>(&drawn))
      if (auto cell = cell_of(source, *instance, library.registry())) cells.insert(std::move(*cell));
  }
  return {cells.begin(), cells.end()};
}

}  // namespace napkin::generator
