#include "cli/statistics.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "validator/rules/registry.hpp"
#include "validator/statement.hpp"

namespace napkin::cli {
namespace {
using Row = std::pair<std::size_t, std::string>;

void append_ranking(std::string& out, std::string_view heading, std::vector<Row> rows) {
  out += fmt::format("{}:{}\n", heading, rows.empty() ? " none" : "");
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.first > b.first; });
  for (const auto& [number, what] : rows) out += fmt::format("{:>8}  {}\n", number, what);
}
}  // namespace

std::string statistics_text(const validator::Summary& summary) {
  std::vector<Row> rules, reasons;
  for (const auto& [code, number] : summary.by_rule) {
    const validator::RuleInfo* rule = validator::find_rule(code);
    rules.emplace_back(number, rule == nullptr ? std::string(code) : fmt::format("{} {}", code, rule->name));
  }
  for (std::size_t i = 0; i < summary.unread_by_reason.size(); ++i)
    if (summary.unread_by_reason[i] > 0)
      reasons.emplace_back(summary.unread_by_reason[i], to_string(static_cast<validator::UnreadReason>(i)));
  std::string out;
  append_ranking(out, "findings by rule", std::move(rules));
  append_ranking(out, "unread statements by reason", std::move(reasons));
  return out;
}

}  // namespace napkin::cli
