// What 'napkin template' prints of templates: lists, pages, reports.
#pragma once

#include <string>
#include <vector>

#include "engine/formula/library.hpp"
#include "generator/generate.hpp"
#include "generator/template_cells.hpp"
#include "generator/template_check.hpp"

namespace napkin::cli {

struct ListedTemplate {
  const generator::Template* content = nullptr;
  std::vector<generator::Cell> cells;
};

std::string template_table(const std::vector<ListedTemplate>& templates);
std::string template_page(const ListedTemplate& listed);
/// An object with id, doc, version, tracks, levels, zones, topics, areas, cases, options, picture, parameters, figures.
void append_template_json(std::string& out, const ListedTemplate& listed);

/// Faults are shown with their line of the template.
std::string report_text(const generator::TemplateReport& report, const schema::SourceText& source);
void append_report_json(std::string& out, const generator::TemplateReport& report, const schema::SourceText& source);

/// A table of the figures of a question: what each is computed from.
std::string origins_table(const generator::Template& source, const generator::Instance& instance);

}  // namespace napkin::cli
