// The formats in which findings leave the program. A report is fed file by file, in the order in which the
// files should stand in it, and appends text to a buffer that the caller writes out when it likes.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "schema/source_text.hpp"
#include "validator/derivation.hpp"
#include "validator/finding.hpp"
#include "validator/report/summary.hpp"
#include "validator/report/text_store.hpp"

namespace napkin::validator {

enum class ReportFormat : std::uint8_t { text, json, jsonl, github };

/// All names that report_format() knows, for help texts: "text", "json", "jsonl", "github".
std::span<const std::string_view> report_format_names();
std::optional<ReportFormat> report_format(std::string_view name);

struct ReportOptions {
  bool derivations = false;       // json: add the ledger
  bool color = false;             // text
  int width = 100;                // text: columns that a source line may take; at least 40 are used
  MakeTextStore make_store = {};  // json: where to keep what follows the summary; in memory if empty
};

class Report {
 public:
  virtual ~Report() = default;

  /// The findings of one file (or of the bank as a whole), with the file's derivations. `source` gives the
  /// text format its source lines; nullptr where it is not at hand.
  virtual void add(std::span<const Finding> findings, std::span<const Derivation> derivations,
                   const schema::SourceText* source, std::string& out) = 0;

  /// Ends the report; call it once.
  virtual void finish(const Summary& summary, std::string& out) = 0;
  /// The same in pieces, for reports that may be too large for memory.
  virtual void finish(const Summary& summary, const TextSink& sink) {
    std::string out;
    finish(summary, out);
    sink(out);
  }
};

std::unique_ptr<Report> make_report(ReportFormat format, const ReportOptions& options);

}  // namespace napkin::validator
