#include "schema/question.hpp"

#include <charconv>

#include <fmt/format.h>

namespace napkin::schema {
namespace {

struct PlainEntry {
  std::string_view key;
  PlainField Question::*field;
};
constexpr PlainEntry plain_entries[] = {
    {"id", &Question::id},
    {"track", &Question::track},
    {"level", &Question::level},
    {"zone", &Question::zone},
    {"topic", &Question::topic},
    {"competency_area", &Question::competency_area},
    {"bloom_level", &Question::bloom_level},
    {"phase", &Question::phase},
    {"title", &Question::title},
    {"status", &Question::status},
};

struct TextEntry {
  std::string_view key;
  FieldRole role;
};
constexpr TextEntry top_texts[] = {{"scenario", FieldRole::gives}, {"question", FieldRole::gives}};
constexpr TextEntry detail_texts[] = {{"realistic_solution", FieldRole::claims},
                                      {"common_mistake", FieldRole::wrong},
                                      {"napkin_math", FieldRole::claims}};

template <typename Entries>
const auto* find_entry(const Entries& entries, const YamlNode& key) {
  if (key.kind != NodeKind::scalar) return static_cast<decltype(&entries[0])>(nullptr);
  for (const auto& entry : entries)
    if (entry.key == key.value) return &entry;
  return static_cast<decltype(&entries[0])>(nullptr);
}

PlainField read_plain(const YamlNode& node) {
  if (node.kind != NodeKind::scalar || node.is_plain_null()) return {};
  return {node.value, node.source};
}

class QuestionReader {
 public:
  explicit QuestionReader(const SourceText& source) : source_(source) {}

  Question read(const YamlNode& document) {
    for (const YamlMember& member : document.members) {
      if (const PlainEntry* entry = find_entry(plain_entries, member.key))
        question_.*(entry->field) = read_plain(member.value);
      if (const TextEntry* entry = find_entry(top_texts, member.key)) add_text(entry->key, entry->role, member.value);
      if (member.key.value == "details") read_details(member.value);
      if (member.key.value == "chains") read_chains(member.value);
    }
    return std::move(question_);
  }

 private:
  void add_text(std::string path, FieldRole role, const YamlNode& node) {
    if (node.kind != NodeKind::scalar || node.is_plain_null()) return;
    question_.texts.push_back({std::move(path), role, map_scalar(source_, node)});
  }
  void add_text(std::string_view path, FieldRole role, const YamlNode& node) {
    add_text(std::string(path), role, node);
  }

  void read_details(const YamlNode& details) {
    for (const YamlMember& member : details.members) {
      if (const TextEntry* entry = find_entry(detail_texts, member.key))
        add_text(fmt::format("details.{}", entry->key), entry->role, member.value);
      if (member.key.value == "options") read_options(member.value, correct_index(details));
    }
  }

  static std::size_t correct_index(const YamlNode& details) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    const YamlMember* member = details.find("correct_index");
    if (member == nullptr || member->value.kind != NodeKind::scalar) return none;
    const std::string& text = member->value.value;
    std::size_t index = none;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    return error == std::errc() && end == text.data() + text.size() ? index : none;
  }

  void read_options(const YamlNode& options, std::size_t correct) {
    for (std::size_t i = 0; i < options.items.size(); ++i)
      add_text(fmt::format("details.options[{}]", i), i == correct ? FieldRole::claims : FieldRole::wrong,
               options.items[i]);
  }

  void read_chains(const YamlNode& chains) {
    for (const YamlNode& item : chains.items) {
      const YamlMember* id = item.find("id");
      if (id == nullptr || id->value.kind != NodeKind::scalar) continue;
      const YamlMember* position = item.find("position");
      question_.chains.push_back(
          {id->value.value, position != nullptr ? position->value.value : std::string(), id->value.source});
    }
  }

  const SourceText& source_;
  Question question_;
};

}  // namespace

const TextField* Question::text(std::string_view path) const {
  for (const TextField& field : texts)
    if (field.path == path) return &field;
  return nullptr;
}

Question read_question(const SourceText& source, const YamlNode& document) {
  return QuestionReader(source).read(document);
}

}  // namespace napkin::schema
