// Finds what is not plain text: Markdown, LaTeX, HTML, addresses that run code.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace napkin::validator {

struct Markup {
  std::string_view kind;  // "LaTeX", "an HTML tag <b>"… for a sentence "the title holds …"
  std::size_t begin = 0, end = 0;
};

/// The first piece of Markdown, LaTeX or HTML, or an underscore. Prices ("$5 or $10"), products ("2 * 3") and
/// comparisons ("a < b") are plain text.
std::optional<Markup> find_markup(std::string_view text);

/// The first HTML tag ("<b>", "</p>", "<img src=…"; not "<10 ms", "List<int>"), or address that runs code
/// ("javascript:…").
std::optional<Markup> find_active_content(std::string_view text);

}  // namespace napkin::validator
