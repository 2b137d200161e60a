// Templates for tests, read from text.
#pragma once

#include <string>

#include <catch2/catch.hpp>

#include "generator/built_in_templates.hpp"
#include "generator/scaffold.hpp"
#include "generator/template_reader.hpp"

namespace napkin::generator {

/// The template that 'napkin template new' writes.
inline std::string example_text() {
  return scaffold({"example", "cloud", "networking", "network-bandwidth-bottlenecks"});
}

/// What the reader objects to, one fault behind the other; empty where it takes the text.
inline std::string faults_of(const std::string& text) {
  const schema::SourceText source("t.yaml", text);
  const TemplateResult result = read_template(source, engine::built_in_library());
  const auto* faults = std::get_if<std::vector<TemplateFault>>(&result);
  std::string message;
  if (faults != nullptr)
    for (const TemplateFault& fault : *faults) message += describe(source, fault) + "\n";
  return message;
}

inline Template read_example(const std::string& text) {
  INFO(faults_of(text));
  TemplateResult result = read_template(schema::SourceText("t.yaml", text), engine::built_in_library());
  REQUIRE(std::holds_alternative<Template>(result));
  return std::move(std::get<Template>(result));
}

inline Template built_in_template(const BuiltInTemplate& one) { return read_example(std::string(one.text)); }

/// The text with `what`, which has to occur in it, replaced by `with`.
inline std::string with_replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace napkin::generator
