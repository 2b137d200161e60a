// Findings for people: the place, what is wrong, the line with carets under it, what it should be and why.
#pragma once

#include <string>

#include "validator/report/report.hpp"

namespace napkin::validator {

struct TextStyle {
  bool color = false;
  int width = 100;  // columns of the terminal
};

/// Several lines, with a line break at the end. Without a source there is no excerpt.
void append_text(std::string& out, const Finding& finding, const schema::SourceText* source, TextStyle style);

class TextReport : public Report {
 public:
  explicit TextReport(TextStyle style) : style_(style) {}
  void add(std::span<const Finding> findings, std::span<const Derivation> derivations, const schema::SourceText* source,
           std::string& out) override;
  void finish(const Summary& summary, std::string& out) override;

 private:
  TextStyle style_;
  bool empty_ = true;
};

}  // namespace napkin::validator
