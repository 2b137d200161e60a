#include "generator/wording_search.hpp"

#include <vector>

#include "generator/render.hpp"

namespace napkin::generator {
namespace {

struct FieldWording {
  std::string_view field;
  const Wording* wording = nullptr;
};

std::vector<FieldWording> wordings_of(const Template& source) {
  std::vector<FieldWording> all = {{"track", &source.track},
                                   {"level", &source.level},
                                   {"zone", &source.zone},
                                   {"topic", &source.topic},
                                   {"competency_area", &source.area},
                                   {"bloom_level", &source.bloom},
                                   {"phase", &source.phase},
                                   {"expected_time_minutes", &source.minutes},
                                   {"title", &source.title},
                                   {"scenario", &source.scenario},
                                   {"question", &source.question},
                                   {"details.realistic_solution", &source.solution},
                                   {"details.common_mistake", &source.pitfall},
                                   {"details.common_mistake", &source.rationale},
                                   {"details.common_mistake", &source.consequence}};
  for (const auto* lines : {&source.assumptions, &source.calculations, &source.conclusions})
    for (const Wording& line : *lines) all.push_back({"details.napkin_math", &line});
  if (source.options) all.push_back({"details.options", &source.options->text});
  if (source.picture) {
    all.push_back({"visual.alt", &source.picture->alt});
    all.push_back({"visual.caption", &source.picture->caption});
  }
  return all;
}

/// A text that goes on over lines of the file stands for its pieces in order, each with its own place.
schema::ByteRange place_within(const std::vector<RenderedPiece>& pieces, std::size_t at) {
  for (const RenderedPiece& piece : pieces) {
    if (at >= piece.text.size()) {
      at -= piece.text.size();
      continue;
    }
    const schema::ByteRange range = piece.source;
    const bool as_written = range.end - range.begin == piece.text.size();
    return as_written ? schema::ByteRange{range.begin + at, range.end} : range;
  }
  return pieces.back().source;
}

}  // namespace

std::optional<schema::ByteRange> find_in_template(const Template& source, const Instance& instance,
                                                  const engine::Registry& registry, std::string_view field,
                                                  std::string_view text) {
  std::vector<std::vector<RenderedPiece>> candidates;
  for (const auto& [name, wording] : wordings_of(source)) {
    if (!field.empty() && name != field) continue;
    std::vector<RenderedPiece> pieces = render_pieces(*wording, instance, registry);
    if (pieces.empty()) continue;
    std::string whole;
    for (const RenderedPiece& piece : pieces) whole += piece.text;
    if (const std::size_t at = whole.find(text); at != std::string::npos) return place_within(pieces, at);
    candidates.push_back(std::move(pieces));
  }
  if (field.empty() || candidates.size() != 1) return std::nullopt;
  return schema::ByteRange{candidates.front().front().source.begin, candidates.front().back().source.end};
}

}  // namespace napkin::generator
