// Any bytes as a file: read as YAML, mapped scalar by scalar and taken as a question. No crash, and every byte of
// every decoded text stands somewhere in the file, in order.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "schema/question.hpp"

namespace {

using namespace napkin::schema;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_map(const SourceText& source, const MappedText& mapped) {
  std::size_t decoded = 0;
  for (const TextRun& run : mapped.runs) {
    require(run.decoded_begin == decoded);
    require(run.source.begin <= run.source.end && run.source.end <= source.bytes().size());
    decoded += run.decoded_length;
  }
  require(decoded == mapped.text.size());
  require(mapped.source_offset(mapped.text.size()) <= source.bytes().size());
}

void visit(const SourceText& source, const YamlNode& node) {
  require(node.source.begin <= node.source.end && node.source.end <= source.bytes().size());
  if (node.kind == NodeKind::scalar) {
    const MappedText mapped = map_scalar(source, node);
    require(mapped.text == node.value);
    check_map(source, mapped);
  }
  for (const YamlMember& member : node.members) {
    visit(source, member.key);
    visit(source, member.value);
  }
  for (const YamlNode& item : node.items) visit(source, item);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const SourceText source("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  const YamlResult result = parse_yaml(source);
  if (const auto* error = std::get_if<YamlError>(&result)) {
    require(!error->message.empty() && error->offset <= size);
    return 0;
  }
  const YamlNode& document = std::get<YamlNode>(result);
  visit(source, document);
  for (const TextField& field : read_question(source, document).texts) check_map(source, field.text);
  return 0;
}
