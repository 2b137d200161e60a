#include "validator/rules/meant_duplicates.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "validator/rules/question_file.hpp"

namespace napkin::validator {

const RuleInfo meant_duplicates_rule{
    .code = "D402",
    .name = "meant-duplicates-format",
    .severity = Severity::error,
    .summary = "An entry of near-duplicates.yaml names no group of questions, or gives no reason.",
    .why =
        "The file keeps D401 silent about questions that are meant to be alike. An entry of another form silences "
        "nothing, and one without a reason cannot be reviewed.",
    .example = "# near-duplicates.yaml\n- [cloud-0001, cloud-0002]",
    .fix =
        "# near-duplicates.yaml\n- questions: [cloud-0001, cloud-0002]\n  why: the second asks what changes on the "
        "H200",
};

namespace {

using schema::NodeKind;
using schema::YamlNode;

class Reader {
 public:
  Reader(const BankDocument& document, MeantDuplicates& pairs, std::vector<Finding>& findings)
      : document_(document), pairs_(pairs), findings_(findings) {}

  void read() {
    const YamlNode& root = document_.root;
    if (root.kind != NodeKind::sequence) return report(root, "", "the file holds no list");
    for (std::size_t i = 0; i < root.items.size(); ++i) read_entry(root.items[i], fmt::format("[{}]", i));
  }

 private:
  void report(const YamlNode& node, std::string_view path, std::string_view what) {
    const std::size_t line_end = document_.source.bytes().find_first_of("\r\n", node.source.begin);
    findings_.push_back(finding_at(meant_duplicates_rule, document_.source,
                                   {node.source.begin, std::min(node.source.end, line_end)}, path,
                                   fmt::format("{}; write a list of entries with 'questions' (ids) and 'why'", what)));
  }

  void read_entry(const YamlNode& node, const std::string& path) {
    const YamlNode* questions = node.kind == NodeKind::mapping ? value_under(node, "questions") : nullptr;
    if (questions == nullptr || questions->kind != NodeKind::sequence || questions->items.size() < 2)
      return report(node, path, "the entry names no two questions");
    const YamlNode* why = scalar_under(node, "why");
    if (why == nullptr || why->value.empty()) return report(node, path, "the entry says not why they are alike");
    for (const YamlNode& one : questions->items)
      for (const YamlNode& other : questions->items)
        if (one.value < other.value) pairs_.emplace(one.value, other.value);
  }

  const BankDocument& document_;
  MeantDuplicates& pairs_;
  std::vector<Finding>& findings_;
};

}  // namespace

void read_meant_duplicates(const BankDocument& document, MeantDuplicates& pairs, std::vector<Finding>& findings) {
  Reader(document, pairs, findings).read();
}

}  // namespace napkin::validator
