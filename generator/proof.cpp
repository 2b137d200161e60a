#include "generator/proof.hpp"

#include <charconv>

#include <fmt/format.h>

#include "schema/document.hpp"

namespace napkin::generator {
namespace {

using schema::NodeKind;
using schema::YamlMember;
using schema::YamlNode;

std::string scalar_of(const YamlNode& mapping, std::string_view key) {
  const YamlMember* member = mapping.find(key);
  return member != nullptr && member->value.kind == NodeKind::scalar ? member->value.value : std::string();
}

template <class Number>
bool read_number(const std::string& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && !text.empty() && end == text.data() + text.size();
}

std::vector<std::pair<std::string, std::string>> texts_of(const YamlNode& mapping, std::string_view key) {
  std::vector<std::pair<std::string, std::string>> texts;
  if (const YamlMember* member = mapping.find(key))
    for (const YamlMember& one : member->value.members) texts.emplace_back(one.key.value, one.value.value);
  return texts;
}

}  // namespace

ProofResult read_proof(const schema::SourceText& source) {
  const schema::YamlResult parsed = schema::parse_yaml(source);
  if (const auto* error = std::get_if<schema::YamlError>(&parsed))
    return BrokenProof{error->message, {error->offset, error->offset}};
  const auto& question = std::get<YamlNode>(parsed);
  const YamlMember* member = question.find("generated_by");
  if (member == nullptr) return NotGenerated{};
  Proof proof{.id = scalar_of(question, "id"),
              .status = scalar_of(question, "status"),
              .template_id = scalar_of(member->value, "template"),
              .source = member->key.source};
  const auto broken = [&](std::string_view key, std::string_view what) {
    return BrokenProof{fmt::format("the proof under generated_by has no {} that is {}", key, what), member->key.source};
  };
  if (proof.id.empty()) return BrokenProof{"a generated question needs its id", member->key.source};
  if (proof.template_id.empty()) return broken("template", "a name");
  if (!read_number(scalar_of(member->value, "version"), proof.version)) return broken("version", "a whole number");
  if (!read_number(scalar_of(member->value, "seed"), proof.seed)) return broken("seed", "a whole number");
  for (auto& [name, text] : texts_of(member->value, "parameters")) proof.parameters.insert_or_assign(name, text);
  proof.figures = texts_of(member->value, "figures");
  return proof;
}

}  // namespace napkin::generator
