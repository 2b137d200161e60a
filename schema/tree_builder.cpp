#include "schema/tree_builder.hpp"

#include <algorithm>

#include "schema/scalar_scan.hpp"
#include "schema/yaml_characters.hpp"

namespace napkin::schema {
namespace {

YamlNode make_node(NodeKind kind, const NodeProperties& properties) {
  YamlNode node;
  node.kind = kind;
  node.tag = properties.tag;
  node.anchor = properties.anchor;
  return node;
}

[[noreturn]] void refuse(YamlError::Kind kind, std::string_view message, std::size_t offset) {
  throw Refusal{{kind, std::string(message), offset}};
}

// Whether two texts differ in spaces and line breaks at most: yaml-cpp 0.7 folds some of them wrongly.
bool equal_words(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (true) {
    while (i < a.size() && (a[i] == ' ' || a[i] == '\n')) ++i;
    while (j < b.size() && (b[j] == ' ' || b[j] == '\n')) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (a[i++] != b[j++]) return false;
  }
}

}  // namespace

std::size_t TreeBuilder::offset(const YAML::Mark& mark) const {
  return std::min(base_ + static_cast<std::size_t>(std::max(mark.pos, 0)), bytes_.size());
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (!has_root_) return;
  // What follows a complete root is another document to yaml-cpp, with a marker or without.
  const std::size_t at = offset(mark);
  std::size_t before = at;
  while (before > base_ && is_gap(bytes_, before - 1)) --before;
  const bool is_marked = bytes_.substr(at).starts_with("---") || bytes_.substr(0, before).ends_with("...");
  if (is_marked)
    refuse(YamlError::Kind::multiple_documents, "a second document starts here; keep one document a file", at);
  refuse(YamlError::Kind::syntax, "end of map not found", at);
}

YamlNode TreeBuilder::take_root() {
  const std::size_t rest = skip_to_content(bytes_, root_.source.end);
  const bool ends = rest == bytes_.size() || bytes_.substr(rest, 3) == "...";
  if (is_exact_ && !ends) refuse(YamlError::Kind::syntax, "end of map not found", rest);
  return std::move(root_);
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  // Without an anchor the mark may be that of the next token, whose properties are not ours.
  const NodeProperties properties = read_properties(bytes_, offset(mark), anchor != 0 ? 1 : 0);
  YamlNode node = make_node(NodeKind::scalar, properties);
  node.value = null_word(properties.content);
  const std::size_t empty = anchor != 0 ? properties.end : empty_place(mark);
  const std::size_t begin = node.value.empty() ? empty : properties.content;
  node.source = {begin, begin + node.value.size()};
  add(std::move(node));
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  YamlNode node;
  node.kind = NodeKind::alias;
  if (anchor >= 1 && anchor <= anchors_.size()) node.value = anchors_[anchor - 1];
  node.source = {offset(mark), offset(mark) + 1 + node.value.size()};
  add(std::move(node));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) {
  const NodeProperties properties = read_properties(bytes_, offset(mark), 2);
  YamlNode node = make_node(NodeKind::scalar, properties);
  if (tag == "?" || !read_quoted(properties, value, node)) read_plain(properties, value, node);
  add(std::move(node));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style) {
  open(NodeKind::sequence, collection_properties(mark, tag, anchor), style);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  open(NodeKind::mapping, collection_properties(mark, tag, anchor), style);
}

// A mapping without properties may start with a key that has some.
NodeProperties TreeBuilder::collection_properties(const YAML::Mark& mark, const std::string& tag,
                                                  YAML::anchor_t anchor) const {
  return read_properties(bytes_, offset(mark), (anchor != 0 ? 1 : 0) + (tag != "?" ? 1 : 0));
}

bool TreeBuilder::awaits_key() const {
  return !open_.empty() && open_.back().node.kind == NodeKind::mapping && !open_.back().has_key;
}

// The column of the block collection around the next node; -1 where there is none.
int TreeBuilder::parent_indent() const {
  if (open_.empty()) return -1;
  const std::size_t begin = open_.back().node.source.begin;
  std::size_t line = begin;
  while (line > base_ && !is_break(bytes_[line - 1])) --line;
  return static_cast<int>(begin - line);
}

// A null that is written out. An empty node's mark is that of the next token, which may be a key that starts so.
std::string_view TreeBuilder::null_word(std::size_t at) const {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!bytes_.substr(at).starts_with(word)) continue;
    const std::size_t after = skip_blanks(bytes_, at + word.size());
    const char next = after < bytes_.size() ? bytes_[after] : '\n';
    const bool ends_line = next == '#' || is_break(next);
    const bool ends_item = in_flow() && (next == ',' || next == ']' || next == '}');
    if (ends_line || ends_item || (next == ':' && awaits_key())) return bytes_.substr(at, word.size());
  }
  return {};
}

// An empty node stands after the colon or dash that promised it.
std::size_t TreeBuilder::empty_place(const YAML::Mark& mark) const {
  if (open_.empty() || awaits_key()) return offset(mark);
  const Open& parent = open_.back();
  const bool in_mapping = parent.node.kind == NodeKind::mapping;
  const std::size_t before = in_mapping                  ? parent.key.source.end
                             : parent.node.items.empty() ? parent.node.source.begin
                                                         : parent.node.items.back().source.end;
  const std::size_t at = skip_to_content(bytes_, before);
  if (at < bytes_.size() && bytes_[at] == (in_mapping ? ':' : '-')) return at + 1;
  if (in_mapping && !parent.node.is_flow && !is_explicit(parent.key))
    refuse(YamlError::Kind::syntax, "end of map not found", parent.key.source.begin);
  return offset(mark);
}

// Whether a "?" stands before the key, so that it needs no colon. Keys with properties are taken for explicit.
bool TreeBuilder::is_explicit(const YamlNode& key) const {
  if (key.kind != NodeKind::scalar || !key.tag.empty() || !key.anchor.empty()) return true;
  std::size_t at = key.source.begin;
  while (at > base_ && is_gap(bytes_, at - 1)) --at;
  return at > base_ && bytes_[at - 1] == '?';
}

// Any scalar that is not plain; false where the node is empty and what follows it is none of its own.
bool TreeBuilder::read_quoted(const NodeProperties& properties, const std::string& value, YamlNode& node) {
  const std::size_t begin = properties.content;
  const char first = begin < bytes_.size() ? bytes_[begin] : '\0';
  if (first == '|' || first == '>') return read_block(begin, value, node);
  if (first != '\'' && first != '"') return false;
  std::string text;
  ScalarSink sink(text);
  const auto end = first == '"' ? scan_double_quoted(bytes_, begin, sink) : scan_single_quoted(bytes_, begin, sink);
  if (!end) refuse(YamlError::Kind::syntax, "illegal EOF in scalar", begin);
  if (value.empty() && !text.empty()) return false;
  node.style = first == '"' ? ScalarStyle::double_quoted : ScalarStyle::single_quoted;
  node.value = std::move(text);
  node.source = {begin, *end};
  return true;
}

// yaml-cpp's text is kept where ours has other words: it may then have read on, or stopped, elsewhere.
bool TreeBuilder::read_block(std::size_t begin, const std::string& value, YamlNode& node) {
  const auto header = scan_block_header(bytes_, begin);
  if (!header) return false;
  node.style = header->folded ? ScalarStyle::folded : ScalarStyle::literal;
  node.indent = find_block_indent(bytes_, *header, parent_indent()).value_or(1);
  ScalarSink sink(node.value);
  const BlockBody body = scan_block_body(bytes_, *header, node.indent, sink);
  node.source = {begin, body.text_end};
  if (!equal_words(node.value, value)) {
    node.value = value;
    node.source.end = header->body;
    is_exact_ = false;
  }
  return true;
}

void TreeBuilder::read_plain(const NodeProperties& properties, const std::string& value, YamlNode& node) {
  const std::size_t begin = value.empty() ? properties.end : properties.content;
  const auto extent = find_plain(bytes_, begin, value);
  node.value = value;
  node.source = extent.value_or(ByteRange{begin, begin});
  is_exact_ = is_exact_ && extent.has_value();
}

void TreeBuilder::open(NodeKind kind, const NodeProperties& properties, YAML::EmitterStyle::value style) {
  limits_.admit(open_.size() + 1, properties.content);
  Open opened{make_node(kind, properties), {}, false};
  opened.node.is_flow = style == YAML::EmitterStyle::Flow;
  opened.node.source = {properties.content, properties.content + (opened.node.is_flow ? 1 : 0)};
  open_.push_back(std::move(opened));
}

void TreeBuilder::close(char bracket) {
  YamlNode node = std::move(open_.back().node);
  open_.pop_back();
  const bool has_bracket = node.is_flow && bytes_.find_first_of("[{", node.source.begin) == node.source.begin;
  if (has_bracket) {
    std::size_t at = skip_to_content(bytes_, node.source.end);
    if (at < bytes_.size() && bytes_[at] == ',') at = skip_to_content(bytes_, at + 1);
    const bool found = at < bytes_.size() && bytes_[at] == bracket;
    if (found) node.source.end = at + 1;
    is_exact_ = is_exact_ && found;
  }
  add(std::move(node));
}

void TreeBuilder::add(YamlNode node) {
  if (open_.empty()) {
    root_ = std::move(node);
    has_root_ = true;
    return;
  }
  Open& parent = open_.back();
  if (node.kind == NodeKind::scalar || node.kind == NodeKind::alias) limits_.admit(open_.size(), node.source.begin);
  parent.node.source.end = std::max(parent.node.source.end, node.source.end);
  if (parent.node.kind == NodeKind::sequence) {
    parent.node.items.push_back(std::move(node));
  } else if (!parent.has_key) {
    parent.key = std::move(node);
    parent.has_key = true;
  } else {
    parent.node.members.push_back({std::move(parent.key), std::move(node)});
    parent.key = {};
    parent.has_key = false;
  }
}

}  // namespace napkin::schema
