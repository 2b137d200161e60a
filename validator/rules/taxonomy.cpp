#include "validator/rules/taxonomy.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "engine/text/spelling.hpp"
#include "validator/rules/question_file.hpp"

namespace napkin::validator {

const RuleInfo prerequisite_cycle_rule{
    .code = "X151",
    .name = "prerequisite-cycle",
    .severity = Severity::error,
    .summary = "A topic of the taxonomy is, by way of others, its own prerequisite.",
    .why =
        "Prerequisites give the order in which topics are learnt. In a cycle there is no first one, and what sorts "
        "the topics fails or loops.",
    .example = "topics:\n  - id: a\n    prerequisites: [b]\n  - id: b\n    prerequisites: [a]",
    .fix = "topics:\n  - id: a\n    prerequisites: [b]\n  - id: b\n    prerequisites: []",
};

const RuleInfo unknown_prerequisite_rule{
    .code = "X152",
    .name = "unknown-prerequisite",
    .severity = Severity::error,
    .summary = "A topic of the taxonomy has a prerequisite that is no topic of it.",
    .why =
        "The arrow leads nowhere: the learner is told to know something that the bank does not teach under that name.",
    .example = "topics:\n  - id: kernel-fusion\n    prerequisites: [rooflines]\n  - id: roofline-analysis",
    .fix = "topics:\n  - id: kernel-fusion\n    prerequisites: [roofline-analysis]\n  - id: roofline-analysis",
};

namespace {

struct Edge {
  std::size_t target;
  const schema::YamlNode* node;
};

struct TaxonomyTopic {
  std::string_view id;
  const schema::YamlNode* node;
  std::vector<Edge> prerequisites;
};

class Taxonomy {
 public:
  Taxonomy(const BankDocument& document, std::vector<Finding>& findings) : document_(document), findings_(findings) {}

  void check() {
    const schema::YamlNode* topics = value_under(document_.root, "topics");
    collect(topics == nullptr ? document_.root : *topics);
    for (TaxonomyTopic& topic : topics_) link(topic);
    find_cycles();
  }

 private:
  void add(std::string_view id, const schema::YamlNode& node) {
    if (index_.emplace(id, topics_.size()).second) topics_.push_back({id, &node, {}});
  }

  void collect(const schema::YamlNode& list) {
    for (const schema::YamlNode& item : list.items)
      if (const schema::YamlNode* id = scalar_under(item, "id")) add(id->value, item);
    for (const schema::YamlMember& member : list.members)
      if (member.value.kind == schema::NodeKind::mapping) add(member.key.value, member.value);
  }

  void link(TaxonomyTopic& topic) {
    if (const schema::YamlNode* list = value_under(*topic.node, "prerequisites"))
      for (const schema::YamlNode& item : list->items)
        link_to(topic, item.kind == schema::NodeKind::scalar ? &item : scalar_under(item, "id"));
    if (const schema::YamlNode* list = value_under(*topic.node, "edges")) {
      for (const schema::YamlNode& item : list->items) {
        const schema::YamlNode* type = scalar_under(item, "edge_type");
        if (type != nullptr && type->value == "prerequisite") link_to(topic, scalar_under(item, "target"));
      }
    }
  }

  void link_to(TaxonomyTopic& topic, const schema::YamlNode* target) {
    if (target == nullptr) return;
    const auto found = index_.find(target->value);
    if (found != index_.end()) {
      topic.prerequisites.push_back({found->second, target});
      return;
    }
    std::vector<std::string_view> names;
    for (const TaxonomyTopic& each : topics_) names.push_back(each.id);
    const auto near = engine::closest_word(target->value, names);
    findings_.push_back(
        finding_at(unknown_prerequisite_rule, document_.source, target->source, topic.id,
                   fmt::format("the topic {} has the prerequisite {}, which is no topic of the taxonomy{}", topic.id,
                               target->value, near ? fmt::format("; did you mean {}?", *near) : std::string())));
  }

  // Depth first without recursion. Every edge back onto the path closes a cycle.
  void find_cycles() {
    enum class State : std::uint8_t { fresh, on_path, done };
    std::vector<State> states(topics_.size(), State::fresh);
    struct Step {
      std::size_t topic, next_edge;
    };
    for (std::size_t start = 0; start < topics_.size(); ++start) {
      if (states[start] != State::fresh) continue;
      std::vector<Step> path{{start, 0}};
      states[start] = State::on_path;
      while (!path.empty()) {
        Step& step = path.back();
        const std::vector<Edge>& edges = topics_[step.topic].prerequisites;
        if (step.next_edge == edges.size()) {
          states[step.topic] = State::done;
          path.pop_back();
          continue;
        }
        const Edge& edge = edges[step.next_edge++];
        if (states[edge.target] == State::on_path) {
          const auto first = std::find_if(path.begin(), path.end(), [&](Step s) { return s.topic == edge.target; });
          std::vector<std::size_t> cycle;
          for (auto at = first; at != path.end(); ++at) cycle.push_back(at->topic);
          report_cycle(cycle, edge);
        } else if (states[edge.target] == State::fresh) {
          states[edge.target] = State::on_path;
          path.push_back({edge.target, 0});
        }
      }
    }
  }

  void report_cycle(const std::vector<std::size_t>& cycle, const Edge& closing) {
    std::string way;
    for (const std::size_t topic : cycle) way += fmt::format("{} → ", topics_[topic].id);
    findings_.push_back(
        finding_at(prerequisite_cycle_rule, document_.source, closing.node->source, topics_[cycle.back()].id,
                   fmt::format("the prerequisites run in a circle: {}{}", way, topics_[closing.target].id)));
  }

  const BankDocument& document_;
  std::vector<Finding>& findings_;
  std::vector<TaxonomyTopic> topics_;
  std::unordered_map<std::string_view, std::size_t> index_;
};

}  // namespace

void check_taxonomy(const BankDocument& document, std::vector<Finding>& findings) {
  Taxonomy(document, findings).check();
}

}  // namespace napkin::validator
