#include "schema/syntax_advice.hpp"

#include <fmt/format.h>

#include "schema/yaml_characters.hpp"

namespace napkin::schema {
namespace {

// Where yaml-cpp notices an error, seen from the place that is wrong.
enum class Notice { there, later, after_escape };

struct Advice {
  std::string_view message;  // how yaml-cpp's begins
  std::string_view text;
  Notice notice = Notice::there;
};

constexpr Advice advices[] = {
    {"end of map not found", "expected a key and a colon here; check the indentation, quotes and colons around it",
     Notice::later},
    {"end of sequence not found", "expected a list item ('- ') here; check the indentation around it", Notice::later},
    {"end of map flow not found", "a '{' is not closed before this, or a ',' is missing; close it, or quote the text"},
    {"end of sequence flow not found",
     "a '[' is not closed before this, or a ',' is missing; close it, or quote the text"},
    {"illegal map value", "a colon where no key can end; quote the text if the colon belongs to it", Notice::later},
    {"illegal map key", "a '? ' where no key can start; quote the text if it belongs to it"},
    {"illegal block entry", "a list item ('- ') where none can start; put it on a line of its own, or quote the text"},
    {"illegal flow end", "a closing bracket without its opening one; remove it, or quote the text"},
    {"illegal tab when looking for indentation", "a tab in the indentation; indent with spaces"},
    {"illegal document indicator in scalar", "'---' or '...' at the start of a line inside quotes; indent the line"},
    {"illegal EOF in scalar", "this quote is never closed; close it", Notice::later},
    {"unknown token", "no value can start with this character; quote the text"},
    {"unexpected character in block scalar", "text on the line of '|' or '>'; start it on the next line"},
    {"cannot set zero indentation", "an indentation of 0 after '|' or '>'; remove the digit"},
    {"unknown escape character", "no such escape inside double quotes; write the backslash twice, or use single quotes",
     Notice::after_escape},
    {"bad character found while scanning hex",
     "too few hexadecimal digits in the escape; write the backslash twice if it is meant as one", Notice::after_escape},
    {"invalid unicode", "the escape names no Unicode character; mend its digits", Notice::after_escape},
    {"the referenced anchor is not defined",
     "'*' refers to an anchor that is not defined before; quote the text if the '*' belongs to it"},
    {"alias not found after *", "a value cannot start with '*'; quote the text"},
    {"anchor not found after &", "a value cannot start with '&'; quote the text"},
    {"illegal character found while scanning alias", "a value cannot start with '*'; quote the text"},
    {"illegal character found while scanning anchor", "a value cannot start with '&'; quote the text"},
    {"aliases can't have any content", "text after an alias; quote the text if the '*' belongs to it"},
    {"tag handle with no suffix", "a value cannot start with '!'; quote the text"},
    {"illegal character found while scanning tag handle", "a value cannot start with '!'; quote the text"},
};

std::string_view explain(Suspicion suspicion) {
  switch (suspicion) {
    case Suspicion::none: return {};
    case Suspicion::missing_colon: return "expected a key, a colon and a space on this line; write 'key: value'";
    case Suspicion::indentation: return "indented deeper than the line it belongs to; indent it as its neighbours";
    case Suspicion::open_quote: return "this quote is never closed; close it";
    case Suspicion::text_after_quote:
      return "text after the closing quote; write a quote inside single quotes twice, inside double quotes with a "
             "backslash before it";
  }
  return {};
}

std::size_t line_start(std::string_view bytes, std::size_t at) {
  at = std::min(at, bytes.size());
  while (at > 0 && !is_break(bytes[at - 1])) --at;
  return at;
}

}  // namespace

YamlError explain_syntax_error(std::string_view bytes, const YamlError& error, const Declined& declined) {
  // A tab before a key is no error to yaml-cpp until the colon: look for it first.
  const std::size_t indentation = skip_spaces(bytes, line_start(bytes, error.offset));
  if (indentation < bytes.size() && indentation <= error.offset && bytes[indentation] == '\t')
    return {error.kind, "a tab in the indentation; indent with spaces", indentation};
  for (const Advice& advice : advices) {
    if (!error.message.starts_with(advice.message)) continue;
    const bool is_suspected = advice.notice == Notice::later && declined.offset <= error.offset;
    if (const std::string_view text = explain(declined.suspicion); is_suspected && !text.empty())
      return {error.kind, std::string(text), declined.offset};
    const std::size_t backslash = bytes.substr(0, error.offset).rfind('\\');
    const bool is_escape = advice.notice == Notice::after_escape && backslash != std::string_view::npos;
    return {error.kind, std::string(advice.text), is_escape ? backslash : error.offset};
  }
  return {error.kind, fmt::format("not valid YAML: {}", error.message), error.offset};
}

}  // namespace napkin::schema
