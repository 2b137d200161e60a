#include "validator/rules/chain_file.hpp"

#include <unordered_map>

#include <fmt/format.h>

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

const RuleInfo chain_format_rule{
    .code = "X137",
    .name = "chain-format",
    .severity = Severity::error,
    .summary = "A chain has no id, another chain's id, or no list of questions.",
    .why =
        "Questions name the chains they belong to by id, and the practice page walks along the list. A chain of "
        "another form is dropped in silence.",
    .example = "[{\"chain_id\": \"cloud-chain-1\"}]",
    .fix = "[{\"chain_id\": \"cloud-chain-1\", \"questions\": [{\"id\": \"cloud-0001\", \"level\": \"L1\"}]}]",
};

namespace {

std::string text_under(const schema::YamlNode& mapping, std::string_view key) {
  const schema::YamlNode* value = scalar_under(mapping, key);
  return value == nullptr ? std::string() : value->value;
}

class ChainReader {
 public:
  ChainReader(const BankDocument& document, bool complete, std::vector<Finding>& findings)
      : document_(document), complete_(complete), findings_(findings) {}

  std::vector<Chain> read() {
    const schema::YamlNode& root = document_.root;
    const schema::YamlNode* list = root.kind == schema::NodeKind::mapping ? value_under(root, "chains") : &root;
    if (list == nullptr || list->kind != schema::NodeKind::sequence) {
      report(root, "", "the file holds no list of chains");
      return {};
    }
    for (std::size_t i = 0; i < list->items.size(); ++i) read_chain(list->items[i], fmt::format("[{}]", i));
    return std::move(chains_);
  }

 private:
  // Points at the first line of what may be a large part of the file.
  void report(const schema::YamlNode& node, std::string_view path, std::string message) {
    const std::size_t line_end = document_.source.bytes().find_first_of("\r\n", node.source.begin);
    findings_.push_back(finding_at(chain_format_rule, document_.source,
                                   {node.source.begin, std::min(node.source.end, line_end)}, path, std::move(message)));
  }

  void read_chain(const schema::YamlNode& node, const std::string& path) {
    const schema::YamlNode* id = scalar_under(node, "chain_id");
    if (id == nullptr) id = scalar_under(node, "id");
    if (id == nullptr) return report(node, path, "the chain has no chain_id; give it one that no other chain has");
    const auto [first, added] = places_.emplace(id->value, id->source);
    if (!added) {
      report(*id, path, fmt::format("the chain_id {} belongs to another chain", id->value));
      findings_.back().related.push_back({place_of(document_.source, first->second, ""), "the chain that has it"});
      return;
    }
    const schema::YamlNode* questions = value_under(node, "questions");
    if (questions == nullptr || questions->kind != schema::NodeKind::sequence || questions->items.empty())
      return report(*id, path, fmt::format("the chain {} has no list of questions", id->value));
    Chain chain{id->value,
                text_under(node, "track"),
                text_under(node, "topic"),
                place_of(document_.source, id->source, path),
                {},
                complete_};
    for (std::size_t i = 0; i < questions->items.size(); ++i)
      read_member(questions->items[i], fmt::format("{}.questions[{}]", path, i), chain);
    chains_.push_back(std::move(chain));
  }

  void read_member(const schema::YamlNode& node, const std::string& path, Chain& chain) {
    const bool bare = node.kind == schema::NodeKind::scalar && !node.is_plain_null();
    const schema::YamlNode* id = bare ? &node : scalar_under(node, "id");
    if (id == nullptr) return report(node, path, fmt::format("a question of the chain {} has no id", chain.id));
    chain.members.push_back(
        {id->value, bare ? std::string() : text_under(node, "level"), place_of(document_.source, id->source, path)});
  }

  const BankDocument& document_;
  bool complete_;
  std::vector<Finding>& findings_;
  std::vector<Chain> chains_;
  std::unordered_map<std::string, schema::ByteRange> places_;
};

}  // namespace

std::vector<Chain> read_chains(const BankDocument& document, bool complete, std::vector<Finding>& findings) {
  return ChainReader(document, complete, findings).read();
}

}  // namespace napkin::validator
