// Grammar, with one example a production (n: the columns that the line is indented by, more than its
// parent's):
//   mapping(n)  := (key ":" value(n))+                  topic: roofline-analysis
//   sequence(n) := ("-" (collection | value(n)))+       - id: edge-chain-030
//   value(n)    := inline | lines deeper than n         details:⏎  options: …
//                | sequence(n), in a mapping            tags:⏎- a
//   inline      := quoted | block | flow | plain        'it''s' or |2- or [1, 2] or plain text over several
//   lines key         := quoted | plain, on one line          "napkin_math"
// Comments and empty lines may stand between lines.
#include "schema/common_form.hpp"

#include "schema/flow_collection.hpp"
#include "schema/scalar_scan.hpp"
#include "schema/tree_limits.hpp"
#include "schema/yaml_characters.hpp"

namespace napkin::schema {
namespace {

// Room for the keys of a question.
constexpr std::size_t usual_keys = 16;

class CommonFormParser {
 public:
  explicit CommonFormParser(std::string_view bytes) : bytes_(bytes) {}

  std::variant<YamlNode, YamlError, Declined> parse() {
    try {
      return parse_document();
    } catch (const Refusal& refusal) {
      return refusal.error;
    } catch (const Declined& declined) {
      return declined;
    }
  }

 private:
  // The next line that is neither empty nor a comment.
  struct Line {
    std::size_t content = 0;  // its first byte that is no space
    int indent = -1;          // columns before that; -1 at the end of the text
    bool after_comment = false;
  };

  // What ends a plain scalar on one line.
  struct PlainLine {
    std::size_t end = 0;   // of the text, without trailing blanks
    std::size_t stop = 0;  // where the line ends, the comment begins or the colon stands
    bool is_key = false;   // a colon and a gap
  };

  [[noreturn]] static void decline(std::size_t at, Suspicion suspicion = Suspicion::none) {
    throw Declined{at, suspicion};
  }
  bool is_entry(std::size_t at) const { return is_block_indicator(bytes_, at, '-'); }
  bool is_quote(std::size_t at) const { return bytes_[at] == '"' || bytes_[at] == '\''; }

  YamlNode parse_document() {
    std::size_t begin = bytes_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    find_line(begin);
    if (line_.indent == 0 && bytes_.substr(line_.content).starts_with("---")) end_line(line_.content + 3);
    if (line_.indent < 0) decline(bytes_.size());
    const std::size_t content = line_.content;
    if (!is_entry(content) && !is_key(content) && bytes_[content] != '[' && bytes_[content] != '{')
      decline(content, can_start_plain(bytes_, content) ? Suspicion::missing_colon : Suspicion::none);
    YamlNode root = parse_lines(-1, 0);
    if (line_.indent >= 0) decline(line_.content);
    return root;
  }

  // From the start of a line.
  void find_line(std::size_t at) {
    line_ = {};
    while (at < bytes_.size()) {
      const std::size_t content = skip_spaces(bytes_, at);
      const std::size_t length = line_break_length(bytes_, content);
      if (length != 0) {
        at = content + length;
      } else if (content == bytes_.size()) {
        return;
      } else if (bytes_[content] == '#') {
        line_.after_comment = true;
        at = find_line_end(bytes_, content);
        at += line_break_length(bytes_, at);
      } else {
        if (bytes_[content] == '\t') decline(content);
        line_.content = content;
        line_.indent = static_cast<int>(content - at);
        const bool is_marker = line_.indent == 0 && (bytes_[at] == '-' || bytes_[at] == '.') &&
                               (bytes_.substr(at, 3) == "---" || bytes_.substr(at, 3) == "...");
        if (is_marker && is_gap(bytes_, at + 3) && !(bytes_[at] == '-' && !seen_content_)) decline(at);
        seen_content_ = true;
        return;
      }
    }
  }

  // After a value nothing but a comment may stand on the line; then on to the next.
  void end_line(std::size_t at) {
    const std::size_t rest = skip_blanks(bytes_, at);
    const bool is_comment = rest > at && rest < bytes_.size() && bytes_[rest] == '#';
    const std::size_t line_end = is_comment ? find_line_end(bytes_, rest) : rest;
    const std::size_t length = line_break_length(bytes_, line_end);
    if (length == 0 && line_end < bytes_.size())
      decline(line_end, is_quote(at - 1) ? Suspicion::text_after_quote : Suspicion::none);
    find_line(line_end + length);
  }

  PlainLine scan_plain_line(std::size_t begin) const {
    std::size_t at = begin;
    PlainLine line;
    for (; at < bytes_.size(); ++at) {
      const char c = bytes_[at];
      if (is_break(c)) break;
      if (c == ':' && is_gap(bytes_, at + 1)) {
        line.is_key = true;
        break;
      }
      if (c == '#' && at > begin && is_blank(bytes_[at - 1])) break;
    }
    line.stop = line.end = at;
    while (line.end > begin && is_blank(bytes_[line.end - 1])) --line.end;
    return line;
  }

  // Whether a key of a mapping starts there: a scalar on one line, with a colon after it.
  bool is_key(std::size_t at) const {
    if (!is_quote(at)) return can_start_plain(bytes_, at) && scan_plain_line(at).is_key;
    std::string text;
    ScalarSink sink(text);
    const auto end = bytes_[at] == '"' ? scan_double_quoted(bytes_, at, sink) : scan_single_quoted(bytes_, at, sink);
    if (!end || find_line_end(bytes_, at) < *end) return false;
    return is_block_indicator(bytes_, skip_blanks(bytes_, *end), ':');
  }

  // A node on lines of its own, indented deeper than n.
  YamlNode parse_lines(int n, std::size_t depth) {
    const std::size_t content = line_.content;
    if (is_entry(content)) return parse_sequence(content, line_.indent, depth + 1);
    if (is_key(content)) return parse_mapping(content, line_.indent, depth + 1);
    return parse_inline(content, n, depth);
  }

  YamlNode parse_mapping(std::size_t begin, int indent, std::size_t depth) {
    limits_.admit(depth, begin);
    YamlNode node;
    node.kind = NodeKind::mapping;
    node.source.begin = begin;
    for (std::size_t at = begin;; at = line_.content) {
      if (indent == 0 && node.members.empty()) node.members.reserve(usual_keys);
      YamlMember& member = node.members.emplace_back();
      const std::size_t colon = parse_key(at, depth, member.key);
      member.value = parse_value(colon + 1, indent, true, depth);
      if (line_.indent < indent) break;
      if (line_.indent > indent) decline(line_.content, Suspicion::indentation);
    }
    node.source.end = node.members.back().value.source.end;
    return node;
  }

  // Gives the place of the colon.
  std::size_t parse_key(std::size_t begin, std::size_t depth, YamlNode& key) {
    limits_.admit(depth, begin);
    std::size_t colon = 0;
    if (is_quote(begin)) {
      key = parse_quoted(bytes_, begin);
      colon = skip_blanks(bytes_, key.source.end);
      if (find_line_end(bytes_, begin) < colon) decline(begin);
    } else {
      if (!can_start_plain(bytes_, begin)) decline(begin);
      const PlainLine line = scan_plain_line(begin);
      key.value = bytes_.substr(begin, line.end - begin);
      key.source = {begin, line.end};
      colon = line.stop;
    }
    if (!is_block_indicator(bytes_, colon, ':')) decline(begin, Suspicion::missing_colon);
    if (colon - begin > max_simple_key) decline(begin);
    return colon;
  }

  YamlNode parse_sequence(std::size_t begin, int indent, std::size_t depth) {
    limits_.admit(depth, begin);
    YamlNode node;
    node.kind = NodeKind::sequence;
    node.source.begin = begin;
    for (std::size_t at = begin;; at = line_.content) {
      node.items.push_back(parse_entry(at, indent, depth));
      if (line_.indent > indent) decline(line_.content, Suspicion::indentation);
      if (line_.indent < indent || !is_entry(line_.content)) break;
    }
    node.source.end = node.items.back().source.end;
    return node;
  }

  // After the dash a collection may start on the same line; its own column is its indentation.
  YamlNode parse_entry(std::size_t dash, int indent, std::size_t depth) {
    const std::size_t content = skip_spaces(bytes_, dash + 1);
    if (is_gap(bytes_, content) || bytes_[content] == '#') return parse_value(dash + 1, indent, false, depth);
    const int column = indent + static_cast<int>(content - dash);
    if (is_entry(content)) return parse_sequence(content, column, depth + 1);
    if (is_key(content)) return parse_mapping(content, column, depth + 1);
    return parse_inline(content, indent, depth);
  }

  // What stands after a colon or a dash.
  YamlNode parse_value(std::size_t begin, int indent, bool in_mapping, std::size_t depth) {
    const std::size_t at = skip_blanks(bytes_, begin);
    const bool on_this_line = at < bytes_.size() && !is_break(bytes_[at]) && bytes_[at] != '#';
    if (on_this_line) return parse_inline(at, indent, depth);
    end_line(begin);
    if (line_.indent > indent) return parse_lines(indent, depth);
    if (in_mapping && line_.indent == indent && is_entry(line_.content))
      return parse_sequence(line_.content, indent, depth + 1);
    limits_.admit(depth, begin);
    YamlNode empty;
    empty.source = {begin, begin};
    return empty;
  }

  YamlNode parse_inline(std::size_t begin, int indent, std::size_t depth) {
    const char first = bytes_[begin];
    if (first == '[' || first == '{') {
      YamlNode node = parse_flow_collection(bytes_, begin, depth, limits_);
      end_line(node.source.end);
      return node;
    }
    limits_.admit(depth, begin);
    if (first == '|' || first == '>') return parse_block_scalar(begin, indent);
    if (!is_quote(begin)) return parse_plain(begin, indent);
    YamlNode node = parse_quoted(bytes_, begin);
    end_line(node.source.end);
    return node;
  }

  YamlNode parse_block_scalar(std::size_t begin, int indent) {
    const auto header = scan_block_header(bytes_, begin);
    if (!header) decline(begin);
    const auto columns = find_block_indent(bytes_, *header, indent);
    if (!columns) decline(begin);
    YamlNode node;
    node.style = header->folded ? ScalarStyle::folded : ScalarStyle::literal;
    node.indent = *columns;
    ScalarSink sink(node.value);
    const BlockBody body = scan_block_body(bytes_, *header, node.indent, sink);
    node.source = {begin, body.text_end};
    find_line(body.next_line);
    return node;
  }

  YamlNode parse_plain(std::size_t begin, int indent) {
    if (!can_start_plain(bytes_, begin)) decline(begin);
    PlainLine line = scan_plain_line(begin);
    YamlNode node;
    node.source = {begin, line.end};
    bool goes_on = !line.is_key && is_gap_or_end(line.stop);
    bool folded = false;
    end_plain_line(line);
    while (goes_on && line_.indent > indent && !line_.after_comment) {
      if (is_entry(line_.content)) decline(line_.content);
      line = scan_plain_line(line_.content);
      node.source.end = line.end;
      goes_on = is_gap_or_end(line.stop);
      folded = true;
      end_plain_line(line);
    }
    ScalarSink sink(node.value);
    if (folded)
      scan_plain(bytes_, node.source, sink);
    else
      sink.copy(bytes_, node.source);
    return node;
  }

  // A comment on its line ends a plain scalar; a colon in it makes it a key, where none can be.
  bool is_gap_or_end(std::size_t stop) const { return stop >= bytes_.size() || is_break(bytes_[stop]); }
  void end_plain_line(const PlainLine& line) {
    if (line.is_key) decline(line.stop);
    end_line(line.end);
  }

  std::string_view bytes_;
  TreeLimits limits_;
  Line line_;
  bool seen_content_ = false;
};

}  // namespace

std::variant<YamlNode, YamlError, Declined> parse_common_form(const SourceText& source) {
  return CommonFormParser(source.bytes()).parse();
}

}  // namespace napkin::schema
