// Grammar, with one example a production:
//   collection := sequence | mapping
//   sequence   := "[" (node ("," node)* ","?)? "]"      [1, "two", [3]]
//   mapping    := "{" (pair ("," pair)* ","?)? "}"      {unit: GB, "scale": 1e9}
//   pair       := key ":" node                          the key on one line
//   node       := collection | quoted | plain           plain scalars as in {because: a > b}, on several lines
// Everything between them may stand on several lines too. Pairs in sequences, keys without values and comments
// are left to yaml-cpp.
#include "schema/flow_collection.hpp"

#include "engine/text/ascii.hpp"
#include "schema/scalar_scan.hpp"
#include "schema/yaml_characters.hpp"

namespace napkin::schema {
namespace {

// A line that starts with a document marker ends every scalar and collection.
bool is_document_marker(std::string_view bytes, std::size_t line_start) {
  const std::string_view mark = bytes.substr(line_start, 3);
  return (mark == "---" || mark == "...") && is_gap(bytes, line_start + 3);
}

class FlowParser {
 public:
  FlowParser(std::string_view bytes, TreeLimits& limits) : bytes_(bytes), limits_(limits) {}

  YamlNode parse(std::size_t begin, std::size_t depth) {
    at_ = begin;
    return parse_collection(depth + 1);
  }

 private:
  [[noreturn]] void decline() const { throw Declined{at_}; }
  char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  void skip_gap() {
    while (at_ < bytes_.size() && is_gap(bytes_, at_)) {
      const bool new_line = is_break(bytes_[at_]);
      ++at_;
      if (new_line && is_document_marker(bytes_, at_)) decline();
    }
  }

  YamlNode parse_collection(std::size_t depth) {
    limits_.admit(depth, at_);
    const bool is_mapping = peek() == '{';
    const char closing = is_mapping ? '}' : ']';
    YamlNode node;
    node.kind = is_mapping ? NodeKind::mapping : NodeKind::sequence;
    node.is_flow = true;
    node.source.begin = at_++;
    for (skip_gap(); peek() != closing; skip_gap()) {
      if (is_mapping)
        node.members.push_back(parse_pair(depth));
      else
        node.items.push_back(parse_node(depth));
      skip_gap();
      if (peek() == closing) break;
      if (peek() != ',') decline();
      ++at_;
    }
    node.source.end = ++at_;
    return node;
  }

  YamlMember parse_pair(std::size_t depth) {
    const std::size_t begin = at_;
    YamlMember member;
    member.key = parse_scalar(depth);
    const bool is_quoted = member.key.style != ScalarStyle::plain;
    if (bytes_.substr(begin, at_ - begin).find_first_of("\n\r") != std::string_view::npos) decline();
    at_ = skip_blanks(bytes_, at_);
    if (peek() != ':' || at_ - begin > max_simple_key || !(is_quoted || is_gap(bytes_, at_ + 1))) decline();
    ++at_;
    skip_gap();
    member.value = parse_node(depth);
    return member;
  }

  YamlNode parse_node(std::size_t depth) {
    if (peek() == '[' || peek() == '{') return parse_collection(depth + 1);
    return parse_scalar(depth);
  }

  YamlNode parse_scalar(std::size_t depth) {
    limits_.admit(depth, at_);
    if (peek() != '"' && peek() != '\'') return parse_plain();
    YamlNode node = parse_quoted(bytes_, at_);
    at_ = node.source.end;
    return node;
  }

  // Whether the text goes on in the next line that is not empty, which is then at the cursor.
  bool continues_below() {
    const std::size_t line_end = at_;
    skip_gap();
    const char c = peek();
    if (c != ',' && c != ']' && c != '}' && at_ < bytes_.size()) {
      const bool is_indented = is_blank(bytes_[at_ - 1]);
      if (!is_indented || (!engine::is_letter(c) && !engine::is_digit(c) && c != '(')) decline();
      return true;
    }
    at_ = line_end;
    return false;
  }

  // Only what reads the same in every reader of YAML: the indicators of flow collections, keys and comments within the
  // text are left to yaml-cpp.
  YamlNode parse_plain() {
    if (!can_start_plain(bytes_, at_) || peek() == '?' || peek() == ':') decline();
    const std::size_t begin = at_;
    std::size_t end = begin;
    while (at_ < bytes_.size()) {
      const char c = bytes_[at_];
      if (is_break(c)) {
        if (!continues_below()) break;
        continue;
      }
      if (c == ',' || c == ']' || c == '}') break;
      if (c == ':' && (is_gap(bytes_, at_ + 1) || bytes_[at_ + 1] == ',')) break;
      if (c == '[' || c == '{' || c == '?' || c == '#' || c == ':') decline();
      ++at_;
      if (!is_blank(c)) end = at_;
    }
    YamlNode node;
    ScalarSink sink(node.value);
    scan_plain(bytes_, {begin, end}, sink);
    node.source = {begin, end};
    return node;
  }

  std::string_view bytes_;
  TreeLimits& limits_;
  std::size_t at_ = 0;
};

}  // namespace

YamlNode parse_flow_collection(std::string_view bytes, std::size_t begin, std::size_t depth, TreeLimits& limits) {
  return FlowParser(bytes, limits).parse(begin, depth);
}

YamlNode parse_quoted(std::string_view bytes, std::size_t begin) {
  const bool is_double = bytes[begin] == '"';
  YamlNode node;
  ScalarSink sink(node.value);
  const auto end = is_double ? scan_double_quoted(bytes, begin, sink) : scan_single_quoted(bytes, begin, sink);
  if (!end) throw Declined{begin, Suspicion::open_quote};
  node.style = is_double ? ScalarStyle::double_quoted : ScalarStyle::single_quoted;
  node.source = {begin, *end};
  for (std::size_t at = find_line_end(bytes, begin); at < *end; at = find_line_end(bytes, at)) {
    at += line_break_length(bytes, at);
    if (is_document_marker(bytes, at)) throw Declined{at};
  }
  return node;
}

}  // namespace napkin::schema
