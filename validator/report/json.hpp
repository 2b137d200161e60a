// One JSON object for the whole run, as docs/ describes it for machines.
#pragma once

#include <string>

#include "validator/report/report.hpp"

namespace napkin::validator {

/// One object without a line break, keys in the documented order.
void append_json(std::string& out, const Finding& finding);
void append_json(std::string& out, const Derivation& derivation);
void append_json(std::string& out, const Summary& summary);

/// The summary stands before the findings, so that everything is kept, rendered, until the end.
class JsonReport : public Report {
 public:
  explicit JsonReport(const ReportOptions& options);
  void add(std::span<const Finding> findings, std::span<const Derivation> derivations, const schema::SourceText* source,
           std::string& out) override;
  void finish(const Summary& summary, std::string& out) override;
  void finish(const Summary& summary, const TextSink& sink) override;

 private:
  // A JSON array without its brackets.
  struct Items {
    std::unique_ptr<TextStore> store;
    bool empty = true;
  };
  template <class Item>
  void append(Items& items, const Item& item);

  bool with_derivations_;
  std::string line_;  // room for one item, kept from item to item
  Items findings_, derivations_;
};

}  // namespace napkin::validator
