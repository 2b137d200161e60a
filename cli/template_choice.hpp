// Which templates a command works with: files, or those that are built in.
#pragma once

#include <string>
#include <vector>

#include "engine/formula/library.hpp"
#include "generator/generate.hpp"
#include "generator/template_reader.hpp"

namespace napkin::cli {

struct ChosenTemplate {
  std::string name;  // of its file, for messages
  generator::Template content;
  schema::SourceText source;
};

/// The fault, with the line of the template that is to blame where that is known, and a caret below it.
std::string describe(const schema::SourceText& source, const generator::GenerationFault& fault);
/// The same on one line, without the template's: "link.yaml:12:5: message".
std::string on_one_line(const schema::SourceText& source, const generator::GenerationFault& fault);

/// A path (it holds a slash or ends in .yaml), a folder of templates, or the id of a built-in one; none: all that are
/// built in. A UsageError shows every fault with its line. `jobs` threads read them, 0 for one a core.
std::vector<ChosenTemplate> choose_templates(const std::vector<std::string>& names, const engine::Library& library,
                                             int jobs = 0);

}  // namespace napkin::cli
