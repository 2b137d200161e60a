#include "generator/option_insertion.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "generator/yaml_text.hpp"

namespace napkin::generator {
namespace {

using schema::NodeKind;
using schema::SourceText;
using schema::YamlMember;
using schema::YamlNode;

std::size_t break_length(std::string_view bytes, std::size_t at) {
  if (bytes.substr(at, 2) == "\r\n") return 2;
  return at < bytes.size() && (bytes[at] == '\n' || bytes[at] == '\r') ? 1 : 0;
}

/// Behind the line break of the line that `at` stands in.
std::size_t next_line(std::string_view bytes, std::size_t at) {
  at = std::min(bytes.find_first_of("\r\n", at), bytes.size());
  return at + break_length(bytes, at);
}

std::size_t line_begin(std::string_view bytes, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : bytes.find_last_of("\r\n", at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t column(std::string_view bytes, std::size_t at) { return at - line_begin(bytes, at); }

/// The line break that the file uses: the one in front of the place, else its first one.
std::string line_break(std::string_view bytes, std::size_t place) {
  for (const std::string_view form : {"\r\n", "\n", "\r"})
    if (bytes.substr(0, place).ends_with(form)) return std::string(form);
  const std::size_t first = bytes.find_first_of("\r\n");
  return first == std::string_view::npos ? "\n" : std::string(bytes.substr(first, break_length(bytes, first)));
}

/// Behind which member of details the options belong.
const YamlMember* anchor_of(const YamlNode& details) {
  if (const YamlMember* calculation = details.find("napkin_math")) return calculation;
  const YamlMember* last = nullptr;
  for (const YamlMember& member : details.members)
    if (member.key.value == "realistic_solution" || member.key.value == "common_mistake") last = &member;
  return last;
}

/// Where the line after a value begins.
std::size_t place_behind(const SourceText& source, const YamlMember& member) {
  const std::string_view bytes = source.bytes();
  std::size_t end = std::max(member.key.source.end, member.value.source.end);
  const bool block =
      member.value.style == schema::ScalarStyle::literal || member.value.style == schema::ScalarStyle::folded;
  if (member.value.kind == NodeKind::scalar && block) {
    const schema::MappedText mapped = schema::map_scalar(source, member.value);
    if (!mapped.runs.empty()) end = std::max(end, mapped.runs.back().source.end);
  }
  const bool line_ended = end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r');
  return line_ended ? end : next_line(bytes, end);
}

/// How far the file sets its lists in from their keys.
std::size_t list_indent(std::string_view bytes, const YamlNode& details, const YamlNode& document) {
  for (const YamlNode* mapping : {&details, &document})
    for (const YamlMember& member : mapping->members) {
      if (member.value.kind != NodeKind::sequence || member.value.is_flow || member.value.items.empty()) continue;
      const std::size_t key = column(bytes, member.key.source.begin), item = column(bytes, member.value.source.begin);
      if (item >= key && item <= key + 8) return item - key;
    }
  return 2;
}

bool same(const YamlNode& a, const YamlNode& b) {
  if (a.kind != b.kind || a.value != b.value || a.tag != b.tag || a.anchor != b.anchor ||
      a.members.size() != b.members.size() || a.items.size() != b.items.size())
    return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!same(a.items[i], b.items[i])) return false;
  for (std::size_t i = 0; i < a.members.size(); ++i)
    if (!same(a.members[i].key, b.members[i].key) || !same(a.members[i].value, b.members[i].value)) return false;
  return true;
}

YamlMember* member_named(YamlNode& mapping, std::string_view key) {
  const auto found = std::find_if(mapping.members.begin(), mapping.members.end(),
                                  [&](const YamlMember& member) { return member.key.value == key; });
  return found == mapping.members.end() ? nullptr : &*found;
}

/// Whether the new text says what the old one said, and the options.
bool says_the_same(const YamlNode& before, const std::string& bytes, const std::vector<std::string>& options,
                   const std::string& anchor) {
  schema::YamlResult parsed = schema::parse_yaml(SourceText("", bytes));
  auto* after = std::get_if<YamlNode>(&parsed);
  YamlMember* details = after == nullptr ? nullptr : member_named(*after, "details");
  YamlMember* list = details == nullptr ? nullptr : member_named(details->value, "options");
  if (list == nullptr || list->value.items.size() != options.size()) return false;
  for (std::size_t i = 0; i < options.size(); ++i)
    if (list->value.items[i].value != options[i]) return false;
  auto& members = details->value.members;
  members.erase(std::remove_if(members.begin(), members.end(),
                               [](const YamlMember& member) {
                                 return member.key.value == "options" || member.key.value == "correct_index";
                               }),
                members.end());
  // A block that ended the file without a line break ends with one now.
  const YamlNode* old_details = &before.find("details")->value;
  YamlMember* grown = member_named(details->value, anchor);
  if (grown != nullptr && grown->value.value == old_details->find(anchor)->value.value + "\n")
    grown->value.value.pop_back();
  return same(before, *after);
}

}  // namespace

InsertionResult insert_options(const SourceText& source, const YamlNode& document,
                               const std::vector<std::string>& options, std::size_t correct) {
  const std::string_view bytes = source.bytes();
  const YamlMember* details = document.find("details");
  if (details == nullptr || details->value.kind != NodeKind::mapping)
    return InsertionFault{"there are no details to add options to", document.source};
  if (details->value.is_flow)
    return InsertionFault{"details stand in braces; write each of their keys on a line of its own",
                          details->value.source};
  const YamlMember* anchor = anchor_of(details->value);
  if (anchor == nullptr)
    return InsertionFault{"details hold neither a calculation nor a solution", details->key.source};

  const std::size_t key = anchor->key.source.begin;
  const std::string indent(bytes.substr(line_begin(bytes, key), column(bytes, key)));
  const InsertionFault odd{fmt::format("the options cannot be added behind '{}' without touching what stands there; "
                                       "write the key at the start of a line",
                                       anchor->key.value),
                           anchor->key.source};
  if (indent.find_first_not_of(' ') != std::string::npos) return odd;

  const std::size_t place = place_behind(source, *anchor);
  const std::string end = line_break(bytes, place);
  const std::string item = indent + std::string(list_indent(bytes, details->value, document), ' ') + "- ";
  std::string added = indent + "options:" + end;
  for (const std::string& option : options) added += item + yaml_scalar(option) + end;
  added += indent + fmt::format("correct_index: {}", correct) + end;
  const bool line_ended = place > 0 && (bytes[place - 1] == '\n' || bytes[place - 1] == '\r');
  if (!line_ended) {  // the file ends without a line break, and goes on doing so
    added.erase(added.size() - end.size());
    added.insert(0, end);
  }
  std::string result(bytes);
  result.insert(place, added);
  if (!says_the_same(document, result, options, anchor->key.value)) return odd;
  return result;
}

}  // namespace napkin::generator
