// How many questions each cell of a bank has, and which templates could fill it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "generator/template_cells.hpp"

namespace napkin::generator {

struct CellCoverage {
  Cell cell;
  std::size_t questions = 0;
  std::vector<std::string> templates;  // ids, sorted
};

class BankCoverage {
 public:
  void add_question(const Cell& cell) { ++cells_[cell].questions; }
  void add_template(const std::string& id, const std::vector<Cell>& cells);

  /// Those with a question or a template, sorted.
  std::vector<CellCoverage> cells() const;
  std::size_t questions_in(const Cell& cell) const;

 private:
  struct Count {
    std::size_t questions = 0;
    std::vector<std::string> templates;
  };
  std::map<Cell, Count> cells_;
};

/// A heat map: an area a row, a track's levels the columns; a ring where a template could add to it. Readable on light
/// and dark.
std::string coverage_picture(const std::vector<CellCoverage>& cells);

}  // namespace napkin::generator
