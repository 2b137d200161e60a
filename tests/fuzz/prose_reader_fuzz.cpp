// Any bytes as the text of the claiming fields of a question: read, derived and judged without a crash, and every
// place lies in the file.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "validator/arithmetic.hpp"

namespace {

using namespace napkin;

schema::TextField field(std::string path, schema::FieldRole role, std::string_view text, std::size_t offset) {
  schema::MappedText mapped;
  mapped.text = text;
  mapped.runs.push_back({0, text.size(), {offset, offset + text.size()}});
  return {std::move(path), role, std::move(mapped)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  // What stands before the first NUL is given, the rest claimed.
  const std::size_t cut = std::min(bytes.find('\0'), bytes.size());
  const std::size_t rest = std::min(cut + 1, bytes.size());

  const schema::SourceText source("fuzz.yaml", bytes);
  schema::Question question;
  question.id.value = "cloud-0001";
  const std::string_view view = bytes;
  question.texts.push_back(field("scenario", schema::FieldRole::gives, view.substr(0, cut), 0));
  question.texts.push_back(field("details.napkin_math", schema::FieldRole::claims, view.substr(rest), rest));

  const auto report = validator::check_arithmetic(source, question, {});
  for (const auto& finding : report.findings) {
    if (finding.rule == nullptr || finding.message.empty()) std::abort();
    if (finding.place.line < 1 || finding.place.line > source.line_count()) std::abort();
  }
  return 0;
}
