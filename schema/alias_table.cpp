#include "schema/alias_table.hpp"

#include <algorithm>

namespace napkin::schema {

void AliasTable::collect(const YamlNode& node) {
  if (!node.anchor.empty()) anchored_[node.anchor].push_back(&node);
  for (const YamlMember& member : node.members) {
    collect(member.key);
    collect(member.value);
  }
  for (const YamlNode& item : node.items) collect(item);
}

const YamlNode* AliasTable::resolve(const YamlNode& node) {
  if (node.kind != NodeKind::alias) return &node;
  if (!collected_) collect(document_);
  collected_ = true;
  const auto found = anchored_.find(node.value);
  if (found == anchored_.end()) return nullptr;
  const auto& candidates = found->second;
  const auto starts_after = [](std::size_t at, const YamlNode* candidate) { return at < candidate->source.begin; };
  const auto next = std::upper_bound(candidates.begin(), candidates.end(), node.source.begin, starts_after);
  if (next == candidates.begin()) return nullptr;
  const YamlNode* target = *std::prev(next);
  const bool is_inside = target->kind != NodeKind::scalar && node.source.begin < target->source.end;
  return is_inside ? nullptr : target;
}

}  // namespace napkin::schema
