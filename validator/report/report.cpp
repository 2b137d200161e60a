#include "validator/report/report.hpp"

#include <array>

#include "validator/report/github.hpp"
#include "validator/report/json.hpp"
#include "validator/report/jsonl.hpp"
#include "validator/report/text.hpp"

namespace napkin::validator {
namespace {
constexpr auto names = std::to_array<std::string_view>({"text", "json", "jsonl", "github"});  // as ReportFormat
}

std::span<const std::string_view> report_format_names() { return names; }

std::optional<ReportFormat> report_format(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<ReportFormat>(i);
  return std::nullopt;
}

std::unique_ptr<Report> make_report(ReportFormat format, const ReportOptions& options) {
  switch (format) {
    case ReportFormat::text: return std::make_unique<TextReport>(TextStyle{options.color, options.width});
    case ReportFormat::json: return std::make_unique<JsonReport>(options);
    case ReportFormat::jsonl: return std::make_unique<JsonLinesReport>();
    case ReportFormat::github: return std::make_unique<GithubReport>();
  }
  return nullptr;
}

}  // namespace napkin::validator
