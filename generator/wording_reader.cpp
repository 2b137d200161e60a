// A text is literal but for placeholders:
//
//   placeholder = "{{" subject { "|" filter } "}}"     {{ ridge }}, {{ 2 * batch | unit requests }}, {{ device | a }}
//   subject     = name | expression
//   filter      = "number" | "words" | "full" | "a" | "capital" | "unit" UNIT | "digits" N | "decimals" N
//               | "plural" SINGULAR PLURAL
#include "generator/wording_reader.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "engine/text/spelling.hpp"

namespace napkin::generator {
namespace {

using schema::YamlNode;
using Style = Placeholder::Style;

std::size_t skip_spaces(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && (text[at] == ' ' || text[at] == '\n')) ++at;
  return at;
}

std::size_t trim_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
  return end;
}

class WordingReader {
 public:
  WordingReader(TemplateSource& source, const PrintableNames& names) : source_(source), names_(names) {}

  Wording run(const YamlNode& node, const std::string& name) {
    wording_.name = name;
    if (node.kind == schema::NodeKind::mapping)
      for (const schema::YamlMember& member : node.members) {
        if (!is_case(member.key.value))
          source_.fault(member.key.source, fmt::format("there is no case '{}'", member.key.value));
        phrasings(member.value, member.key.value);
      }
    else
      phrasings(node, {});
    return std::move(wording_);
  }

 private:
  bool is_case(std::string_view name) const {
    return std::any_of(names_.cases.begin(), names_.cases.end(), [&](const Case& known) { return known.name == name; });
  }

  void phrasings(const YamlNode& node, const std::string& case_name) {
    if (node.kind == schema::NodeKind::sequence) {
      for (const YamlNode& item : node.items) phrasing(item, case_name);
      if (node.items.empty()) source_.fault(node.source, "an empty list of phrasings");
    } else {
      phrasing(node, case_name);
    }
  }

  void phrasing(const YamlNode& node, const std::string& case_name) {
    if (!source_.text(node, "a text")) return;
    wording_.alternatives.push_back({case_name, pieces(source_.mapped(node))});
  }

  std::vector<Piece> pieces(const schema::MappedText& text) {
    std::vector<Piece> result;
    std::size_t at = 0;
    while (at < text.text.size()) {
      const std::size_t open = text.text.find("{{", at);
      const std::size_t literal_end = std::min(open, text.text.size());
      if (literal_end > at)
        result.push_back({text.text.substr(at, literal_end - at), text.source_range(at, literal_end), std::nullopt});
      if (open == std::string::npos) break;
      const std::size_t close = text.text.find("}}", open);
      if (close == std::string::npos || text.text.find("{{", open + 2) < close) {
        source_.fault(text.source_range(open, open + 2), "'{{' without '}}'");
        break;
      }
      if (auto placeholder = read_placeholder(text, open + 2, close))
        result.push_back({{}, text.source_range(open, close + 2), std::move(placeholder)});
      at = close + 2;
    }
    while (!result.empty() && !result.back().placeholder && result.back().text == "\n") result.pop_back();
    return result;
  }

  std::optional<Placeholder> read_placeholder(const schema::MappedText& text, std::size_t begin, std::size_t end) {
    std::size_t bar = std::min(text.text.find('|', begin), end);
    const std::size_t first = skip_spaces(text.text, begin, bar), last = trim_end(text.text, first, bar);
    Placeholder result;
    std::string unit;
    bool has_unit = false;
    while (bar < end) {
      const std::size_t filter_begin = skip_spaces(text.text, bar + 1, end);
      bar = std::min(text.text.find('|', filter_begin), end);
      const std::size_t filter_end = trim_end(text.text, filter_begin, bar);
      if (!read_filter(text, filter_begin, filter_end, result, unit, has_unit)) return std::nullopt;
    }
    const std::string subject = text.text.substr(first, last - first);
    const schema::ByteRange range = text.source_range(first, last);
    if (is_printable(subject)) {
      result.name = subject;
      source_.use(subject);
      return takes_unit(subject, has_unit, unit, range, result) ? std::optional(std::move(result)) : std::nullopt;
    }
    auto expression = source_.expression(text, first, last);
    if (!expression) return std::nullopt;
    const engine::Dimension dimension = expression->compiled.program.dimension();
    const auto format = source_.format(unit, &dimension, range);
    if (!format) return std::nullopt;
    adopt(*format, result);
    result.expression = std::move(*expression);
    return result;
  }

  static void adopt(const FigureFormat& format, Placeholder& result) {
    result.format.unit = format.unit;
    result.format.scale = format.scale;
  }

  bool is_printable(std::string_view name) const {
    if (name == "option") return names_.option;
    const auto named = [&](const auto& item) { return item.name == name; };
    return std::any_of(names_.parameters.begin(), names_.parameters.end(), named) ||
           std::any_of(names_.derived.begin(), names_.derived.end(), named);
  }

  /// A name prints in its own unit; with another one it becomes an expression.
  bool takes_unit(const std::string& name, bool has_unit, const std::string& unit, schema::ByteRange range,
                  Placeholder& result) {
    if (!has_unit) return true;
    if (!source_.is_value(name)) {
      source_.fault(range, fmt::format("'{}' is no figure; it takes no unit", name));
      return false;
    }
    const schema::MappedText text{name, {{0, name.size(), range}}};
    auto expression = source_.expression(text, 0, name.size());
    if (!expression) return false;
    const engine::Dimension dimension = expression->compiled.program.dimension();
    const auto format = source_.format(unit, &dimension, range);
    if (!format) return false;
    adopt(*format, result);
    result.expression = std::move(*expression);
    result.name.clear();
    return true;
  }

  bool read_filter(const schema::MappedText& text, std::size_t begin, std::size_t end, Placeholder& result,
                   std::string& unit, bool& has_unit) {
    const std::string filter = text.text.substr(begin, end - begin);
    const std::size_t space = filter.find(' ');
    const std::string word = filter.substr(0, space);
    const std::string rest = space == std::string::npos ? std::string() : filter.substr(space + 1);
    const auto range = text.source_range(begin, end);
    if (word == "number") return take_style(Style::number, range, result);
    if (word == "words") return take_style(Style::words, range, result);
    if (word == "full") return take_style(Style::full, range, result);
    if (word == "plural") return take_style(Style::plural, range, result) && plural(range, rest, result);
    if (word == "a")
      result.article = true;
    else if (word == "capital")
      result.capital = true;
    else if (word == "unit")
      unit = rest, has_unit = true;
    else if (word == "digits" || word == "decimals")
      return whole(text, begin, end, rest, word == "digits" ? result.format.digits : result.format.decimals);
    else
      return unknown(text, begin, end, word);
    return true;
  }

  bool whole(const schema::MappedText& text, std::size_t begin, std::size_t end, const std::string& rest, int& value) {
    const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error == std::errc{} && stop == rest.data() + rest.size() && value >= 0 && value <= 12) return true;
    source_.fault(text.source_range(begin, end), "a whole number from 0 to 12 is due here");
    return false;
  }

  bool take_style(Style style, schema::ByteRange range, Placeholder& result) {
    const bool first = result.style == Style::usual;
    if (!first) source_.fault(range, "a placeholder prints in one way: number, words, full or plural");
    result.style = style;
    return first;
  }

  bool plural(schema::ByteRange range, const std::string& rest, Placeholder& result) {
    const std::size_t space = rest.find(' ');
    result.singular = rest.substr(0, space);
    result.plural = space == std::string::npos ? result.singular + "s" : rest.substr(space + 1);
    if (!result.singular.empty()) return true;
    source_.fault(range, "'plural' takes the word for one, and the word for several where it is not + s");
    return false;
  }

  bool unknown(const schema::MappedText& text, std::size_t begin, std::size_t end, std::string_view word) {
    const std::vector<std::string_view> filters = {"number", "words",  "full",     "a",     "capital",
                                                   "unit",   "digits", "decimals", "plural"};
    const auto closest = engine::closest_word(word, std::span<const std::string_view>(filters));
    source_.fault(text.source_range(begin, end),
                  closest ? fmt::format("unknown filter '{}'; did you mean '{}'?", word, *closest)
                          : fmt::format("unknown filter '{}'; there are {}", word, fmt::join(filters, ", ")));
    return false;
  }

  TemplateSource& source_;
  const PrintableNames& names_;
  Wording wording_;
};

}  // namespace

Wording read_wording(TemplateSource& source, const YamlNode& node, const std::string& name,
                     const PrintableNames& names) {
  return WordingReader(source, names).run(node, name);
}

}  // namespace napkin::generator
