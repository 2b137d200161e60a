#include "generator/wording_search.hpp"

#include <algorithm>
#include <vector>

#include "engine/text/ascii.hpp"
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

/// Where the text stands by itself: "5 min" is not in "15 min".
std::size_t find_apart(std::string_view whole, std::string_view text) {
  const auto is_word = [](char c) { return engine::is_letter(c) || engine::is_digit(c); };
  if (text.empty()) return std::string_view::npos;
  for (std::size_t at = whole.find(text); at != std::string_view::npos; at = whole.find(text, at + 1)) {
    const std::size_t end = at + text.size();
    const char before = at > 0 ? whole[at - 1] : ' ', after = end < whole.size() ? whole[end] : ' ';
    const bool goes_on_before = is_word(text.front()) && (is_word(before) || before == '.' || before == ',');
    if (!goes_on_before && !(is_word(text.back()) && is_word(after))) return at;
  }
  return std::string_view::npos;
}

struct RenderedWording {
  std::vector<RenderedPiece> pieces;
  std::string text;
};

}  // namespace

std::optional<schema::ByteRange> find_in_template(const Template& source, const Instance& instance,
                                                  const engine::Registry& registry, const QuotedWords& words) {
  const std::string_view field = std::string_view(words.field).substr(0, words.field.find('['));
  std::vector<RenderedWording> candidates;
  for (const auto& [name, wording] : wordings_of(source)) {
    if (!field.empty() && name != field) continue;
    RenderedWording rendered{render_pieces(*wording, instance, registry), {}};
    for (const RenderedPiece& piece : rendered.pieces) rendered.text += piece.text;
    if (!rendered.pieces.empty()) candidates.push_back(std::move(rendered));
  }
  std::stable_partition(candidates.begin(), candidates.end(),
                        [&](const RenderedWording& one) { return words.line.find(one.text) != std::string::npos; });
  for (const RenderedWording& one : candidates)
    if (const std::size_t at = find_apart(one.text, words.text); at != std::string::npos)
      return place_within(one.pieces, at);
  if (field.empty() || candidates.size() != 1) return std::nullopt;
  const std::vector<RenderedPiece>& only = candidates.front().pieces;
  return schema::ByteRange{only.front().source.begin, only.back().source.end};
}

}  // namespace napkin::generator
