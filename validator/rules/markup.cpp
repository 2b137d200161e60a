#include "validator/rules/markup.hpp"

#include <algorithm>
#include <array>

#include "engine/text/ascii.hpp"

namespace napkin::validator {
namespace {
using engine::is_digit;
using engine::is_letter;
using engine::same_letters;

constexpr std::size_t npos = std::string_view::npos;

// The elements that text could plausibly be formatted or attacked with. A closed list, so that a generic type
// ("List<int>") or a special token ("<unk>") is no tag.
constexpr auto html_elements = std::to_array<std::string_view>({
    "a",     "abbr",    "audio",   "b",    "base",   "blockquote", "body",   "br",       "button", "canvas", "code",
    "dd",    "del",     "details", "div",  "dl",     "dt",         "em",     "embed",    "font",   "form",   "h1",
    "h2",    "h3",      "h4",      "h5",   "h6",     "head",       "hr",     "html",     "i",      "iframe", "img",
    "input", "ins",     "kbd",     "li",   "link",   "mark",       "math",   "meta",     "object", "ol",     "option",
    "p",     "pre",     "s",       "samp", "script", "section",    "select", "small",    "span",   "strong", "style",
    "sub",   "summary", "sup",     "svg",  "table",  "tbody",      "td",     "textarea", "tfoot",  "th",     "thead",
    "tr",    "tt",      "u",       "ul",   "var",    "video",
});

bool is_word(char c) { return is_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0; }

char at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }
char before(std::string_view text, std::size_t i) { return i > 0 ? text[i - 1] : '\0'; }

// The end of the tag that begins at "<", or npos.
std::size_t tag_end(std::string_view text, std::size_t begin) {
  std::size_t i = begin + 1;
  if (at(text, i) == '!' && text.substr(i).starts_with("!--")) return i + 3;
  if (at(text, i) == '/') ++i;
  const std::size_t name = i;
  while (is_letter(at(text, i)) || (i > name && is_digit(at(text, i)))) ++i;
  const std::string_view element = text.substr(name, i - name);
  const bool known = std::any_of(html_elements.begin(), html_elements.end(),
                                 [&](std::string_view known_name) { return same_letters(known_name, element); });
  if (!known) return npos;
  const char next = at(text, i);
  if (next == '>') return i + 1;
  if (next != ' ' && next != '\t' && next != '\n' && next != '\r' && next != '/') return npos;
  // "<i and j>" is prose: an opening tag with anything behind its name has an attribute or closes itself.
  constexpr std::size_t longest_tag = 1000;  // keeps a text of nothing but "<a <a <a" linear
  const std::size_t close = text.substr(0, i + longest_tag).find('>', i);
  if (close == npos) return npos;
  const std::string_view attributes = text.substr(i, close - i);
  const bool is_tag = attributes.find('=') != npos || attributes.find_first_not_of(" \t\r\n/") == npos;
  return is_tag ? close + 1 : npos;
}

std::optional<Markup> find_html(std::string_view text) {
  for (std::size_t i = text.find('<'); i != npos; i = text.find('<', i + 1))
    if (const std::size_t end = tag_end(text, i); end != npos) return Markup{"an HTML tag", i, end};
  return std::nullopt;
}

std::optional<Markup> find_script_address(std::string_view text) {
  constexpr auto schemes = std::to_array<std::string_view>({"javascript:", "vbscript:"});
  for (std::size_t colon = text.find(':'); colon != npos; colon = text.find(':', colon + 1)) {
    for (const std::string_view scheme : schemes) {
      if (colon + 1 < scheme.size()) continue;
      const std::size_t begin = colon + 1 - scheme.size();
      const char next = at(text, colon + 1);
      const bool runs_on = next != '\0' && next != ' ' && next != '\n' && next != '\r' && next != '\t';
      if (runs_on && same_letters(text.substr(begin, scheme.size()), scheme) && !is_word(before(text, begin)))
        return Markup{"an address that runs code", begin, colon + 1};
    }
  }
  return std::nullopt;
}

// "$x^2$": the first dollar hugs what follows it, the last what stands before it and no digit follows. So
// neither
// "$5 or $10" nor "a $100M upgrade" is a formula.
std::optional<Markup> find_formula(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && (is_letter(at(text, i + 1)) || at(text, i + 1) == '(')) return Markup{"LaTeX", i, i + 2};
    if (text[i] != '$' || at(text, i + 1) == ' ' || at(text, i + 1) == '\0') continue;
    const std::size_t close = text.find('$', i + 1);
    if (close == npos) continue;
    if (text[close - 1] != ' ' && !is_digit(at(text, close + 1))) return Markup{"LaTeX", i, close + 1};
  }
  return std::nullopt;
}

// "*word*": stars that hug a word; "2 * 3" and "2*3" are products.
std::optional<Markup> find_emphasis(std::string_view text) {
  for (std::size_t i = text.find('*'); i != npos; i = text.find('*', i + 1)) {
    if (at(text, i + 1) == '*' && is_word(at(text, i + 2))) return Markup{"Markdown", i, i + 2};
    if (is_word(before(text, i)) || !is_word(at(text, i + 1))) continue;
    const std::size_t close = text.find('*', i + 1);
    if (close != npos && text[close - 1] != ' ' && !is_word(at(text, close + 1)))
      return Markup{"Markdown", i, close + 1};
  }
  return std::nullopt;
}

std::optional<Markup> find_markdown(std::string_view text) {
  if (const std::size_t i = text.find('`'); i != npos) return Markup{"Markdown", i, i + 1};
  if (const std::size_t i = text.find("]("); i != npos) return Markup{"a Markdown link", i, i + 2};
  const std::size_t hashes = text.find_first_not_of('#');
  if (hashes != npos && hashes > 0 && text[hashes] == ' ') return Markup{"a Markdown heading", 0, hashes};
  return find_emphasis(text);
}

}  // namespace

std::optional<Markup> find_markup(std::string_view text) {
  if (const auto html = find_html(text)) return html;
  if (const auto formula = find_formula(text)) return formula;
  if (const auto markdown = find_markdown(text)) return markdown;
  if (const std::size_t i = text.find('_'); i != npos) return Markup{"an underscore", i, i + 1};
  return std::nullopt;
}

std::optional<Markup> find_active_content(std::string_view text) {
  if (const auto html = find_html(text)) return html;
  return find_script_address(text);
}

}  // namespace napkin::validator
