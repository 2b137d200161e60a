// What the parts of the template reader share: the faults, and the names that an expression may use at a given place.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/template_reader.hpp"
#include "schema/document.hpp"

namespace napkin::generator {

class TemplateSource {
 public:
  TemplateSource(const schema::SourceText& source, const engine::Library& library)
      : source_(source), library_(library) {}

  const engine::Library& library() const { return library_; }

  // Faults --------------------------------------------------------------------------------------------------------
  void fault(schema::ByteRange range, std::string message);
  std::vector<TemplateFault> take_faults() { return std::move(faults_); }
  /// That byte, or nothing behind the end.
  schema::ByteRange byte_at(std::size_t offset) const;
  bool has_faults() const { return !faults_.empty(); }

  // Shapes: a fault and nothing where the node is of another shape ---------------------------------------------------
  std::optional<std::string> text(const schema::YamlNode& node, std::string_view what);
  bool is_mapping(const schema::YamlNode& node, std::string_view what);
  std::vector<std::string> texts(const schema::YamlNode& node, std::string_view what);  // a text or a list of texts
  std::optional<double> number(const schema::YamlNode& node, std::string_view what);
  /// Faults for keys that are none of these.
  void only_keys(const schema::YamlNode& mapping, std::string_view what, const std::vector<std::string_view>& keys);
  const schema::YamlNode* required(const schema::YamlNode& mapping, std::string_view key, std::string_view what);

  // Names -----------------------------------------------------------------------------------------------------------
  void add_value(const std::string& name, engine::Dimension dimension, schema::ByteRange range);
  void add_entry(const std::string& name, engine::EntryKind kind, schema::ByteRange range);
  void add_word(const std::string& name, schema::ByteRange range);
  /// A name whose definition has a fault: what uses it is not blamed.
  void add_broken(const std::string& name) { broken_.push_back(name); }
  bool mentions_broken(std::string_view text) const;
  /// "; did you mean 'window'?", where a name is defined that the word is nearly.
  std::string name_like(std::string_view word) const;
  bool is_value(std::string_view name) const { return dimension_of(name) != nullptr; }
  /// Of a figure; nullptr for what is none.
  const engine::Dimension* dimension_of(std::string_view name) const;
  bool is_known(std::string_view name) const;
  void use(std::string_view name);
  /// Faults for what nobody used.
  void report_unused();

  // Expressions -------------------------------------------------------------------------------------------------------
  std::optional<TemplateExpression> expression(const schema::YamlNode& scalar, std::string_view what);
  /// The part [begin, end) of a scalar's text.
  std::optional<TemplateExpression> expression(const schema::MappedText& text, std::size_t begin, std::size_t end);
  schema::MappedText mapped(const schema::YamlNode& scalar) const { return schema::map_scalar(source_, scalar); }
  /// "TFLOPS", "%", "$/hour", "requests": the scale of a unit as the text writes it; of several readings the one of
  /// `wanted`.
  std::optional<FigureFormat> format(const std::string& unit, const engine::Dimension* wanted, schema::ByteRange range);

 private:
  struct Known {
    std::string name;
    schema::ByteRange range;
    bool used = false;
  };
  bool add(const std::string& name, schema::ByteRange range);

  const schema::SourceText& source_;
  const engine::Library& library_;
  std::vector<TemplateFault> faults_;
  std::vector<Known> known_;
  std::vector<engine::Input> values_;
  std::vector<engine::OpenEntry> entries_;
  std::vector<std::string> broken_;
};

}  // namespace napkin::generator
