#include "schema/checker.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "engine/text/spelling.hpp"
#include "schema/alias_table.hpp"
#include "schema/scalar_check.hpp"
#include "schema/yaml_scalar.hpp"

namespace napkin::schema {
namespace {

// Aliases of aliases nest deeper than the document does.
constexpr std::size_t max_path_depth = 2 * static_cast<std::size_t>(max_yaml_depth);

struct PathStep {
  std::string_view key;  // empty: an item of a list
  std::size_t index = 0;
};

std::string write_path(const std::vector<PathStep>& steps) {
  std::string path;
  for (const PathStep& step : steps) {
    if (step.key.data() == nullptr) {
      path += fmt::format("[{}]", step.index);
    } else {
      if (!path.empty()) path += '.';
      path += step.key;
    }
  }
  return path;
}

// Leads to a key or an item for as long as it lives.
class Step {
 public:
  Step(std::vector<PathStep>& path, PathStep step) : path_(path) { path_.push_back(step); }
  ~Step() { path_.pop_back(); }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

 private:
  std::vector<PathStep>& path_;
};

// A collection and the slot or rule that it is checked against.
struct Pair {
  const YamlNode* node;
  const void* rule;
  friend bool operator==(const Pair&, const Pair&) = default;
};
struct PairHash {
  std::size_t operator()(const Pair& pair) const {
    return std::hash<const void*>()(pair.node) * 31 + std::hash<const void*>()(pair.rule);
  }
};

/// Walks document and schema side by side. A collection behind an alias, and one that several rules are tried on, is
/// first counted: how many issues it has against a rule is remembered, so that aliases of aliases are walked once.
class Checker {
 public:
  Checker(const Schema& schema, const YamlNode& document) : schema_(schema), document_(document), aliases_(document) {}

  SchemaIssues run() {
    ValueRule root;
    root.type = ValueType::object;
    root.classes = {static_cast<ClassIndex>(&schema_.root() - schema_.parts().classes.data())};
    const std::size_t begin =
        document_.members.empty() ? document_.source.begin : document_.members.front().key.source.begin;
    check_value(document_, root,
                document_.members.empty() ? ByteRange{begin, begin} : document_.members.front().key.source);
    return std::move(found_);
  }

 private:
  void report(SchemaIssue issue, ByteRange source) {
    if (counting_ > 0) {
      count_ = std::min(count_ + 1, std::numeric_limits<std::size_t>::max() / 2);
      return;
    }
    if (found_.issues.size() >= max_schema_issues) {
      ++found_.omitted;
      return;
    }
    issue.path = write_path(path_);
    issue.source = source;
    found_.issues.push_back(std::move(issue));
  }

  void report(IssueKind kind, ByteRange source, std::string found, std::string expected) {
    SchemaIssue issue;
    issue.kind = kind;
    issue.found = std::move(found);
    issue.expected = std::move(expected);
    report(std::move(issue), source);
  }

  // How many issues a check would report.
  template <class Check>
  std::size_t count_issues(Check check) {
    const std::size_t before = std::exchange(count_, 0);
    ++counting_;
    check();
    --counting_;
    return std::exchange(count_, before);
  }

  // Runs the check of a collection, unless it is known what it would give.
  template <class Check>
  void check_once(const YamlNode& written, const YamlNode& node, const void* rule, Check check) {
    const bool is_shared = written.kind == NodeKind::alias;
    if (counting_ == 0 && !is_shared) return check();
    const Pair pair{&node, rule};
    const auto known = counts_.find(pair);
    const std::size_t count = known != counts_.end() ? known->second : count_issues(check);
    if (known == counts_.end()) counts_.emplace(pair, count);
    if (counting_ > 0) {
      count_ = std::min(count_ + count, std::numeric_limits<std::size_t>::max() / 2);
    } else if (count > 0 && found_.issues.size() < max_schema_issues) {
      check();
    } else {
      found_.omitted += count;
    }
  }

  // What an alias stands for; nullptr where nothing can be checked, which is then reported.
  const YamlNode* resolve(const YamlNode& written) {
    const YamlNode* node = aliases_.resolve(written);
    if (node == nullptr) {
      report(IssueKind::alias_cycle, written.source, "*" + written.value, "");
    } else if (path_.size() > max_path_depth) {
      report(IssueKind::unsupported_yaml, written.source, "aliases nested too deeply", "");
      return nullptr;
    }
    return node;
  }

  void check_slot(const YamlNode& written, const Slot& slot, ByteRange key) {
    if (slot.collection == Collection::single) return check_value(written, slot.value, key);
    const YamlNode* node = resolve(written);
    if (node == nullptr) return;
    const bool is_list = slot.collection == Collection::list;
    if (slot.nullable_collection && node->kind == NodeKind::scalar && read_scalar(*node).kind == ScalarKind::null)
      return;
    if (node->kind != (is_list ? NodeKind::sequence : NodeKind::mapping)) return report_no_collection(*node, slot, key);
    check_once(written, *node, &slot, [&] {
      const std::size_t size = is_list ? node->items.size() : node->members.size();
      check_cardinality(size, slot, key);
      if (is_list) {
        check_items(*node, slot, key);
      } else {
        check_dictionary(*node, slot);
      }
    });
  }

  void report_no_collection(const YamlNode& node, const Slot& slot, ByteRange key) {
    const bool is_null = node.kind == NodeKind::scalar && read_scalar(node).kind == ScalarKind::null;
    const ByteRange place = node.kind == NodeKind::scalar && !is_null ? node.source : key;
    report(is_null ? IssueKind::null_value : IssueKind::wrong_type, place, describe_found(node),
           slot.collection == Collection::list ? "a list" : "a mapping from names to values");
  }

  void check_cardinality(std::size_t size, const Slot& slot, ByteRange key) {
    const auto items = [](std::size_t count) { return fmt::format("{} item{}", count, count == 1 ? "" : "s"); };
    const auto& least = slot.minimum_cardinality;
    const auto& most = slot.maximum_cardinality;
    if ((!least || size >= *least) && (!most || size <= *most)) return;
    const std::string due = least == most              ? "exactly " + items(*least)
                            : size < least.value_or(0) ? "at least " + items(*least)
                                                       : "at most " + items(*most);
    report(IssueKind::wrong_length, key, items(size), due);
  }

  void check_items(const YamlNode& list, const Slot& slot, ByteRange key) {
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const Step step(path_, {{}, i});
      const ByteRange source = list.items[i].source;
      check_value(list.items[i], slot.value, source.end > source.begin ? source : key);
    }
  }

  void check_dictionary(const YamlNode& mapping, const Slot& slot) {
    std::unordered_map<std::string_view, ByteRange> seen;
    for (const YamlMember& member : mapping.members) {
      const YamlNode* key = key_of(member);
      if (key == nullptr) continue;
      const Step step(path_, {key->value, 0});
      const auto [first, is_new] = seen.emplace(key->value, member.key.source);
      if (!is_new) report_duplicate(*key, member.key.source, first->second);
      const YamlNode* value = resolve(member.value);
      if (value == nullptr) continue;
      if (slot.short_value.empty() || value->kind == NodeKind::mapping) {
        check_value(member.value, slot.value, member.key.source, true);
      } else if (!(value->kind == NodeKind::scalar && slot.value.nullable &&
                   read_scalar(*value).kind == ScalarKind::null)) {
        check_value(member.value, slot.short_value.front(), member.key.source);
      }
    }
  }

  // Of an object in a dictionary the key gives the identifier.
  void check_value(const YamlNode& written, const ValueRule& rule, ByteRange key, bool identifier_is_given = false) {
    const YamlNode* node = resolve(written);
    if (node == nullptr) return;
    if (node->kind == NodeKind::scalar) {
      check_one_scalar(*node, written, rule, key);
    } else if (rule.type == ValueType::object && node->kind == NodeKind::mapping) {
      check_once(written, *node, &rule, [&] { check_object(*node, rule, key, identifier_is_given); });
    } else if (rule.type != ValueType::unstated &&
               !(rule.type == ValueType::anything && node->kind == NodeKind::mapping)) {
      return report(IssueKind::wrong_type, key, describe_found(*node), describe_due(schema_, rule));
    }
    if (!rule.any_of.empty()) check_branches(written, *node, rule, key);
  }

  void check_one_scalar(const YamlNode& node, const YamlNode& written, const ValueRule& rule, ByteRange key) {
    std::optional<SchemaIssue> issue = check_scalar(schema_, rule, node);
    if (!issue || (!rule.any_of.empty() && issue->kind == IssueKind::ambiguous_scalar)) return;
    const bool is_visible = written.source.end > written.source.begin && issue->kind != IssueKind::null_value;
    report(std::move(*issue), is_visible ? written.source : key);
  }

  // At least one branch must hold. Where none does, the one that says most is reported: the only one, or the one with
  // the fewest issues, among those that admit such a value at all.
  void check_branches(const YamlNode& written, const YamlNode& node, const ValueRule& rule, ByteRange key) {
    if (rule.nullable && node.kind == NodeKind::scalar && read_scalar(node).kind == ScalarKind::null) return;
    const ValueRule* best = nullptr;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (const ValueRule& branch : rule.any_of) {
      const std::size_t count = count_issues([&] { check_value(written, branch, key); });
      if (count == 0) return;
      if (!may_hold(branch, node) || count >= fewest) continue;
      fewest = count;
      best = &branch;
    }
    if (best != nullptr) return check_value(written, *best, key);
    const bool is_scalar = node.kind == NodeKind::scalar && written.source.end > written.source.begin;
    report(IssueKind::wrong_type, is_scalar ? written.source : key, describe_found(node), describe_due(schema_, rule));
  }

  static bool may_hold(const ValueRule& rule, const YamlNode& node) {
    if (node.kind == NodeKind::scalar) return admits_kind(rule, read_scalar(node));
    return rule.type == ValueType::unstated ||
           (node.kind == NodeKind::mapping && (rule.type == ValueType::object || rule.type == ValueType::anything));
  }

  // Several classes where the one named has heirs: the instance is of that which it fits best.
  void check_object(const YamlNode& mapping, const ValueRule& rule, ByteRange key, bool identifier_is_given) {
    ClassIndex best = rule.classes.front();
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = 0; rule.classes.size() > 1 && i < rule.classes.size() && fewest > 0; ++i) {
      const std::size_t count =
          count_issues([&] { check_members(mapping, rule.classes[i], key, identifier_is_given); });
      if (count >= fewest) continue;
      fewest = count;
      best = rule.classes[i];
    }
    if (fewest > 0) check_members(mapping, best, key, identifier_is_given);
  }

  void check_members(const YamlNode& mapping, ClassIndex index, ByteRange owner, bool identifier_is_given) {
    const ClassDefinition& cls = schema_.class_at(index);
    std::vector<const YamlNode*> seen(cls.slots.size(), nullptr);
    std::vector<const YamlMember*> unknown;
    bool is_merged = false;
    for (const YamlMember& member : mapping.members) {
      const YamlNode* key = key_of(member);
      if (key == nullptr) continue;
      if (key->value == "<<" && key->style == ScalarStyle::plain) {
        const Step step(path_, {key->value, 0});
        report(IssueKind::unsupported_yaml, member.key.source, "<<", "");
        is_merged = true;
        continue;
      }
      const auto slot = cls.slot_by_name.find(key->value);
      if (slot == cls.slot_by_name.end()) {
        unknown.push_back(&member);
        continue;
      }
      const Step step(path_, {key->value, 0});
      const YamlNode*& first = seen[slot->second];
      if (first != nullptr) report_duplicate(*key, member.key.source, first->source);
      if (first == nullptr) first = &member.key;
      check_slot(member.value, cls.slots[slot->second], member.key.source);
    }
    if (!unknown.empty()) report_unknown(unknown, cls, seen);
    if (!is_merged) report_missing(cls, seen, owner, identifier_is_given);
  }

  // A key's scalar; nullptr, reported, where it is none.
  const YamlNode* key_of(const YamlMember& member) {
    const YamlNode* key = resolve(member.key);
    if (key != nullptr && key->kind == NodeKind::scalar) return key;
    if (key != nullptr)
      report(IssueKind::unsupported_yaml, member.key.source, describe_found(*key) + " as a key", "a key that is text");
    return nullptr;
  }

  void report_duplicate(const YamlNode& key, ByteRange source, ByteRange first) {
    SchemaIssue issue;
    issue.kind = IssueKind::duplicate_key;
    issue.found = key.value;
    issue.related = first;
    report(std::move(issue), source);
  }

  void report_unknown(const std::vector<const YamlMember*>& members, const ClassDefinition& cls,
                      const std::vector<const YamlNode*>& seen) {
    std::vector<std::string_view> free;
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (seen[i] == nullptr) free.push_back(cls.slots[i].name);
    std::unordered_map<std::string_view, ByteRange> firsts;
    for (const YamlMember* member : members) {
      const YamlNode& key = *aliases_.resolve(member->key);
      const Step step(path_, {key.value, 0});
      const auto [first, is_new] = firsts.emplace(key.value, member->key.source);
      if (!is_new) {
        report_duplicate(key, member->key.source, first->second);
        continue;
      }
      SchemaIssue issue;
      issue.kind = IssueKind::unknown_key;
      issue.found = key.value;
      if (counting_ == 0 && found_.issues.size() < max_schema_issues)
        if (const auto nearest = engine::closest_word(key.value, std::span<const std::string_view>(free)))
          issue.suggestion = *nearest;
      report(std::move(issue), member->key.source);
    }
  }

  void report_missing(const ClassDefinition& cls, const std::vector<const YamlNode*>& seen, ByteRange owner,
                      bool identifier_is_given) {
    for (std::size_t i = 0; i < seen.size(); ++i) {
      const Slot& slot = cls.slots[i];
      if (seen[i] != nullptr || !slot.required || (identifier_is_given && cls.identifier == i)) continue;
      const Step step(path_, {slot.name, 0});
      report(IssueKind::missing_key, owner, slot.name, describe_due_in(slot));
    }
  }

  std::string describe_due_in(const Slot& slot) const {
    if (slot.collection == Collection::list) return "a list";
    if (slot.collection == Collection::dictionary) return "a mapping from names to values";
    return slot.value.equals ? "'" + *slot.value.equals + "'" : describe_due(schema_, slot.value);
  }

  const Schema& schema_;
  const YamlNode& document_;
  AliasTable aliases_;
  std::vector<PathStep> path_;
  SchemaIssues found_;
  int counting_ = 0;
  std::size_t count_ = 0;
  std::unordered_map<Pair, std::size_t, PairHash> counts_;
};

}  // namespace

SchemaIssues check_schema(const Schema& schema, const YamlNode& document) { return Checker(schema, document).run(); }

}  // namespace napkin::schema
