#include "validator/rules/question_file.hpp"

#include <algorithm>
#include <utility>

namespace napkin::validator {
namespace {

constexpr std::size_t longest_quote = 240;  // bytes; a report shows the place, the quote only names it

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string quote_of(std::string_view bytes) {
  bytes = trimmed(bytes);
  if (bytes.size() <= longest_quote) return std::string(bytes);
  std::size_t end = longest_quote;
  while (end > 0 && is_continuation(bytes[end])) --end;
  return std::string(bytes.substr(0, end)) + "…";
}

}  // namespace

Place place_of(const schema::SourceText& source, schema::ByteRange range, std::string_view field) {
  const auto begin = source.position(range.begin);
  const auto end = source.position(std::max(range.begin, range.end));
  return {source.name(), std::string(field), begin.line, begin.column, end.line, end.column};
}

Finding finding_at(const RuleInfo& rule, const schema::SourceText& source, schema::ByteRange range,
                   std::string_view field, std::string message) {
  Finding finding;
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.place = place_of(source, range, field);
  finding.message = std::move(message);
  const std::size_t begin = std::min(range.begin, source.bytes().size());
  finding.quote = quote_of(source.bytes().substr(begin, std::max(begin, range.end) - begin));
  return finding;
}

Finding finding_at(const RuleInfo& rule, const QuestionFile& file, schema::ByteRange range, std::string_view field,
                   std::string message) {
  Finding finding = finding_at(rule, file.source, range, field, std::move(message));
  finding.question_id = file.question.id.value;
  return finding;
}

bool begins_within(const Place& place, const Place& covered) {
  const auto begin = std::pair(place.line, place.column);
  return std::pair(covered.line, covered.column) <= begin && begin < std::pair(covered.end_line, covered.end_column);
}

const schema::YamlNode* value_under(const schema::YamlNode& mapping, std::string_view key) {
  const schema::YamlMember* member = mapping.find(key);
  return member == nullptr || member->value.is_plain_null() ? nullptr : &member->value;
}

const schema::YamlNode* scalar_under(const schema::YamlNode& mapping, std::string_view key) {
  const schema::YamlNode* value = value_under(mapping, key);
  return value != nullptr && value->kind == schema::NodeKind::scalar ? value : nullptr;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(white);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

}  // namespace napkin::validator
