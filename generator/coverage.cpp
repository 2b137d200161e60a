#include "generator/coverage.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/text/xml_text.hpp"
#include "validator/rules/question_vocabulary.hpp"

namespace napkin::generator {
namespace {

constexpr int levels = 6;
constexpr int cell_width = 22, cell_height = 22, left = 120, top = 64, gap = 14;

struct Square {
  std::size_t questions = 0;
  bool has_template = false;
};

std::string square(int x, int y, const Square& content, std::size_t most, const std::string& title) {
  // By the logarithm: a bank has cells of one question beside cells of a hundred.
  const double strength = content.questions == 0 ? 0.0
                                                 : 0.25 + 0.75 * std::log1p(static_cast<double>(content.questions)) /
                                                              std::log1p(static_cast<double>(most));
  std::string out = fmt::format("<g><title>{}</title><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" ",
                                engine::xml_text(title), x, y, cell_width - 2, cell_height - 2);
  out += content.questions == 0 ? "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.25\"/>"
                                : fmt::format("fill=\"#3b82c4\" fill-opacity=\"{:.2f}\"/>", strength);
  if (content.has_template)
    out += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"5\" fill=\"none\" stroke=\"#d97706\" stroke-width=\"2\"/>",
                       x + cell_width / 2 - 1, y + cell_height / 2 - 1);
  return out + "</g>\n";
}

std::string label(int x, int y, std::string_view anchor, std::string_view text) {
  return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" fill=\"currentColor\">{}</text>\n", x, y, anchor,
                     engine::xml_text(text));
}

std::vector<std::string> sorted_values(const std::vector<CellCoverage>& cells, std::string Cell::*field) {
  std::vector<std::string> values;
  for (const CellCoverage& one : cells) values.push_back(one.cell.*field);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace

void BankCoverage::add_template(const std::string& id, const std::vector<Cell>& cells) {
  for (const Cell& cell : cells) {
    std::vector<std::string>& ids = cells_[cell].templates;
    ids.insert(std::upper_bound(ids.begin(), ids.end(), id), id);
  }
}

std::vector<CellCoverage> BankCoverage::cells() const {
  std::vector<CellCoverage> result;
  for (const auto& [cell, count] : cells_) result.push_back({cell, count.questions, count.templates});
  return result;
}

std::size_t BankCoverage::questions_in(const Cell& cell) const {
  const auto found = cells_.find(cell);
  return found == cells_.end() ? 0 : found->second.questions;
}

std::string coverage_picture(const std::vector<CellCoverage>& cells) {
  const std::vector<std::string> tracks = sorted_values(cells, &Cell::track);
  const std::vector<std::string> areas = sorted_values(cells, &Cell::area);
  std::map<std::pair<std::string, std::string>, std::map<int, Square>> squares;  // by track and area, level
  std::size_t most = 1;
  for (const CellCoverage& one : cells) {
    const auto number = validator::level_number(one.cell.level);
    if (!number) continue;
    Square& content = squares[{one.cell.track, one.cell.area}][*number];
    content.questions += one.questions;
    content.has_template = content.has_template || !one.templates.empty();
    most = std::max(most, content.questions);
  }
  const int track_width = levels * cell_width + gap;
  const int width = left + static_cast<int>(tracks.size()) * track_width;
  const int height = top + static_cast<int>(areas.size()) * cell_height + 34;
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" font-size=\"12\">\n"
      "<style>svg{{color:#222}}@media(prefers-color-scheme:dark){{svg{{color:#ddd}}}}</style>\n"
      "<title>Questions by area, track and level</title>\n",
      width, height);
  for (std::size_t t = 0; t < tracks.size(); ++t) {
    const int x = left + static_cast<int>(t) * track_width;
    out += label(x + levels * cell_width / 2, top - 30, "middle", tracks[t]);
    for (int level = 1; level <= levels; ++level)
      out += label(x + (level - 1) * cell_width + cell_width / 2 - 1, top - 8, "middle", validator::level_name(level));
    for (std::size_t a = 0; a < areas.size(); ++a)
      for (int level = 1; level <= levels; ++level) {
        const Square content = squares[{tracks[t], areas[a]}][level];
        out += square(x + (level - 1) * cell_width, top + static_cast<int>(a) * cell_height, content, most,
                      fmt::format("{} {} {}: {}{}", tracks[t], areas[a], validator::level_name(level),
                                  content.questions, content.has_template ? ", a template could add to it" : ""));
      }
  }
  for (std::size_t a = 0; a < areas.size(); ++a)
    out += label(left - 10, top + static_cast<int>(a) * cell_height + 15, "end", areas[a]);
  out += label(left, height - 10, "start", "darker: more questions; ring: a template could add to it");
  return out + "</svg>\n";
}

}  // namespace napkin::generator
