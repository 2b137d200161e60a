// Reads one element of a LinkML file: each key goes to the function that a table names for it, metadata is passed over,
// anything else is refused.
#pragma once

#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "schema/document.hpp"
#include "schema/linkml.hpp"
#include "schema/linkml_vocabulary.hpp"

namespace napkin::schema::linkml {

[[noreturn]] void refuse(const YamlNode& at, std::string message);

/// The values of a LinkML file; each throws SchemaError where the node is no such value.
std::string read_text(const YamlNode& node);
bool read_bool(const YamlNode& node);
double read_number(const YamlNode& node);
std::size_t read_count(const YamlNode& node);
/// The mapping's members; none for a null.
const std::vector<YamlMember>& read_mapping(const YamlNode& node);
/// A list's texts and where they stand; a single text counts as a list of one.
struct TextAt {
  std::string text;
  std::size_t offset;
};
std::vector<TextAt> read_texts(const YamlNode& node);

template <class Target>
struct KeyReader {
  std::string_view key;
  void (*read)(Target& target, const YamlNode& value);
};

template <class Target>
void read_element(Element element, const YamlNode& node, std::span<const KeyReader<Target>> readers, Target& target) {
  for (const YamlMember& member : read_mapping(node)) {
    const std::string key = read_text(member.key);
    bool taken = is_metadata(element, key);
    for (const KeyReader<Target>& reader : readers) {
      if (reader.key != key) continue;
      reader.read(target, member.value);
      taken = true;
      break;
    }
    if (taken) continue;
    std::vector<std::string_view> supported;
    for (const KeyReader<Target>& reader : readers) supported.push_back(reader.key);
    refuse(member.key, refusal(element, key, supported));
  }
}

}  // namespace napkin::schema::linkml
