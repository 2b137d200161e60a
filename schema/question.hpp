// A question as the validator sees it: the fields that give and claim, mapped to the file; the rest as plain
// values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/document.hpp"

namespace napkin::schema {

/// Who says it decides what a figure means (design 4.1).
enum class FieldRole {
  gives,   // scenario, question
  claims,  // napkin_math, realistic_solution, the correct option
  wrong,   // common_mistake, the other options: wrong on purpose, never flagged
};

struct TextField {
  std::string path;  // "details.napkin_math", "details.options[2]"
  FieldRole role = FieldRole::gives;
  MappedText text;
};

/// A plain field with its place, for rules across fields and files. Empty value: absent.
struct PlainField {
  std::string value;
  ByteRange source;
};

struct ChainReference {
  std::string id;
  std::string position;
  ByteRange source;
};

struct Question {
  PlainField id, track, level, zone, topic, competency_area, bloom_level, phase, title, status;
  std::vector<ChainReference> chains;
  std::vector<TextField> texts;  // in the order of the file

  const TextField* text(std::string_view path) const;
};

/// Takes what is there; missing or misshapen parts are simply absent (the schema checker has reported them).
Question read_question(const SourceText& source, const YamlNode& document);

}  // namespace napkin::schema
