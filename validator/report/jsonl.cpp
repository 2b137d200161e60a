#include "validator/report/jsonl.hpp"

#include "validator/report/json.hpp"

namespace napkin::validator {

void JsonLinesReport::add(std::span<const Finding> findings, std::span<const Derivation>, const schema::SourceText*,
                          std::string& out) {
  for (const Finding& finding : findings) {
    append_json(out, finding);
    out += '\n';
  }
}

void JsonLinesReport::finish(const Summary& summary, std::string& out) {
  out += "{\"version\":1,\"summary\":";
  append_json(out, summary);
  out += "}\n";
}

}  // namespace napkin::validator
