// Random texts, written in every style that can hold them, come back as they were and know where they stand.
#include <random>

#include <catch2/catch.hpp>

#include "scalar_checks.hpp"
#include "schema/document_events.hpp"

namespace napkin::schema {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

// Everything that the styles treat differently; every other text holds no indicator, as plain scalars like
// it.
std::string random_text(Random& random) {
  static constexpr std::string_view pieces[] = {"a", "b",  "µ",  "×",  "😀",  "1.5", "GB/s", "x",  " ",    " ",   " ",
                                                " ", "\n", "'",  "''", "\"", "\\",  "#",    ":",  "-",    "?",   "[",
                                                "}", ",",  "&x", "*y", "!z", "%",   "\\n",  "|",  ">",    "---", "@",
                                                "`", "~",  "=",  " ",  "  ", " ",   " ",    "\n", "\n\n", "\n ", "\t"};
  constexpr std::size_t harmless = 13;
  const std::size_t known = below(random, 2) == 0 ? harmless : std::size(pieces);
  std::string text;
  for (std::size_t count = 1 + below(random, 14); count > 0; --count) text += pieces[below(random, known)];
  return text;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  }
  return lines;
}

bool is_blank_byte(char c) { return c == ' ' || c == '\t'; }

// A line feed is written as two line breaks, a space between words now and then as one. Blanks beside a line
// break would be lost: such texts cannot be folded.
std::optional<std::string> fold_lines(Random& random, std::string_view text, const std::string& indent) {
  std::string folded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool at_edge = i == 0 || i + 1 == text.size();
    if (text[i] == '\n') {
      std::size_t end = i;
      while (end < text.size() && text[end] == '\n') ++end;
      if (i == 0 || end == text.size() || is_blank_byte(text[i - 1]) || is_blank_byte(text[end])) return std::nullopt;
      folded += std::string(end - i + 1, '\n') + indent;
      i = end - 1;
    } else if (text[i] == ' ' && !at_edge && text[i - 1] > ' ' && text[i + 1] > ' ' && below(random, 3) == 0) {
      folded += std::string(below(random, 3), ' ') + '\n' + indent + std::string(below(random, 3), ' ');
    } else {
      folded += text[i];
    }
  }
  return folded;
}

std::string double_each(std::string_view text, char doubled) {
  std::string result;
  for (const char c : text) {
    result += c;
    if (c == doubled) result += c;
  }
  return result;
}

std::optional<std::string> write_single_quoted(Random& random, std::string_view text, const std::string& indent) {
  const auto folded = fold_lines(random, double_each(text, '\''), indent);
  return folded ? std::optional("'" + *folded + "'") : std::nullopt;
}

std::optional<std::string> write_double_quoted(Random& random, std::string_view text, const std::string& indent) {
  std::string written = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '\\')
      written += {'\\', c};
    else if (c == '\n')
      written += below(random, 2) == 0 ? "\\n" : "\\x0A";
    else if (c == '\t')
      written += "\\t";
    else if (c == ' ' && i > 0 && i + 1 < text.size() && text[i - 1] > ' ' && text[i + 1] > ' ' &&
             below(random, 3) == 0)
      written += "\n" + indent;
    else if (static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) < 0x80 && below(random, 8) == 0)
      written += std::string(1, c) + "\\\n" + indent;
    else if (text.substr(i).starts_with("µ") && below(random, 2) == 0)
      written += below(random, 2) == 0 ? "\\xb5" : "\\u00B5", ++i;
    else
      written += c;
  }
  // An escaped break drops the blanks after it, and a break there is an empty line.
  for (const char next : {' ', '\n'})
    if (written.find("\\\n" + indent + next) != std::string::npos) return std::nullopt;
  return written + "\"";
}

std::string chomping_of(std::string_view text) {
  const std::size_t content = text.find_last_not_of('\n');
  const std::size_t feeds = text.size() - (content == std::string_view::npos ? 0 : content + 1);
  if (content == std::string_view::npos || feeds > 1) return "+";
  return feeds == 1 ? "" : "-";
}

std::string block_header(char style, std::string_view text, std::size_t columns) {
  const std::size_t first = text.find_first_not_of('\n');
  const bool needs_digit = first == std::string_view::npos || is_blank_byte(text[first]);
  return style + (needs_digit ? std::to_string(columns) : std::string()) + chomping_of(text) + "\n";
}

// The text's lines, the last one without its line feed: the document goes on with one.
std::vector<std::string> block_lines(std::string_view text) {
  std::vector<std::string> lines = split_lines(text);
  if (lines.size() > 1 && lines.back().empty()) lines.pop_back();
  return lines;
}

std::optional<std::string> write_literal(Random&, std::string_view text, const std::string& indent) {
  std::string written = block_header('|', text, 2);
  bool first = true;
  for (const std::string& line : block_lines(text)) {
    if (!first) written += '\n';
    first = false;
    if (!line.empty()) written += indent + line;
  }
  return written;
}

std::optional<std::string> write_folded(Random& random, std::string_view text, const std::string& indent) {
  std::string written = block_header('>', text, 2);
  const std::vector<std::string> lines = block_lines(text);
  const auto is_spaced = [](const std::string& line) { return is_blank_byte(line[0]); };
  const std::string* previous = nullptr;  // the last line that was not empty
  std::size_t feeds = 0;
  for (const std::string& line : lines) {
    if (!line.empty()) {
      const bool folds = previous != nullptr && !is_spaced(*previous) && !is_spaced(line);
      written += std::string(feeds + (folds ? 1 : 0), '\n') + indent;
      for (std::size_t i = 0; i < line.size(); ++i) {
        const bool between = line[i] == ' ' && i > 0 && i + 1 < line.size() && line[i - 1] != ' ' &&
                             line[i + 1] > ' ' && !is_spaced(line);
        written += between && below(random, 3) == 0 ? "\n" + indent : std::string(1, line[i]);
      }
      previous = &line;
      feeds = 0;
    }
    ++feeds;
  }
  return written + std::string(feeds - 1, '\n');
}

std::optional<std::string> write_plain(Random& random, std::string_view text, const std::string& indent) {
  const bool has_indicator = text.find_first_of("'\"\\#:-?[],{}&*!%|>@`~=\t") != std::string_view::npos;
  if (has_indicator || text.empty() || is_blank_byte(text.front()) || is_blank_byte(text.back())) return std::nullopt;
  return fold_lines(random, text, indent);
}

using Writer = std::optional<std::string> (*)(Random&, std::string_view, const std::string&);
struct Style {
  ScalarStyle style;
  Writer write;
};
constexpr Style styles[] = {{ScalarStyle::plain, write_plain},
                            {ScalarStyle::single_quoted, write_single_quoted},
                            {ScalarStyle::double_quoted, write_double_quoted},
                            {ScalarStyle::literal, write_literal},
                            {ScalarStyle::folded, write_folded}};

void check_round_trip(const std::string& document, std::string_view text, const Style& style,
                      const YamlResult& result) {
  INFO(document);
  INFO(describe(result));
  REQUIRE(std::holds_alternative<YamlNode>(result));
  const SourceText source("test.yaml", document);
  const YamlNode& node = std::get<YamlNode>(result).members.at(0).value.members.at(0).value;
  REQUIRE(node.value == text);
  REQUIRE(node.style == style.style);
  check_mapping(source, node);
  REQUIRE(is_mapped_in_detail(source, node));
}

}  // namespace

TEST_CASE("random texts come back from every style that can hold them", "[yaml]") {
  Random random(20240607);
  std::size_t written_of[std::size(styles)] = {};
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    for (std::size_t i = 0; i < std::size(styles); ++i) {
      const auto written = styles[i].write(random, text, "    ");
      if (!written) continue;
      ++written_of[i];
      const std::string document = "a:\n  key: " + *written + "\nb: 1\n";
      check_round_trip(document, text, styles[i], parse_yaml(SourceText("test.yaml", document)));
      check_round_trip(document, text, styles[i], parse_events(SourceText("test.yaml", document)));
    }
  }
  for (const std::size_t count : written_of) CHECK(count > 100);
}

}  // namespace napkin::schema
