#include "engine/load/check_entry.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "engine/expression/describe.hpp"
#include "engine/expression/evaluate.hpp"
#include "engine/formula/compiled_formula.hpp"
#include "engine/registry/lookup.hpp"
#include "engine/text/ascii.hpp"
#include "engine/text/spelling.hpp"

namespace napkin::engine::load {
namespace {

struct PowerRange {
  std::string_view group;
  double least = 0, most = 0;  // W
};

// Wide on purpose: they catch a slipped prefix, not a generous vendor.
constexpr std::array<PowerRange, 10> power_ranges = {{{"gpu", 5, 3000},
                                                      {"tpu", 20, 2000},
                                                      {"accelerator", 0.5, 30'000},
                                                      {"cpu", 2, 700},
                                                      {"soc", 0.3, 1000},
                                                      {"phone", 1, 30},
                                                      {"mcu", 0.0001, 5},
                                                      {"mcu_core", 0.0001, 2},
                                                      {"npu_core", 0.0001, 30},
                                                      {"npu", 0.01, 100}}};

bool is_date(std::string_view text) {
  if (text.size() != 10 && text.size() != 7 && text.size() != 4) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((i == 4 || i == 7) ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  return true;
}

class EntryCheck {
 public:
  EntryCheck(const Entry& entry, const Registry& registry, const LibraryStore& store)
      : entry_(entry), registry_(registry), store_(store) {}

  std::vector<LoadError> run() {
    check_id();
    for (const Source& source : entry_.sources) check_source(source);
    for (const Value& value : entry_.values) check_value(value);
    for (const Part& part : entry_.parts) check_part(part);
    if (!errors_.empty()) return std::move(errors_);
    check_sparsity();
    check_bandwidth();
    check_power();
    check_model();
    check_repeats();
    return std::move(errors_);
  }

 private:
  void report(std::string_view at, std::string message) {
    const Position* position = store_.position(at);
    if (position == nullptr) position = store_.position(entry_.id);
    LoadError error;
    if (position != nullptr) error = {position->path, position->line, position->column, {}};
    error.message = std::move(message);
    errors_.push_back(std::move(error));
  }

  void check_id() {
    const auto allowed = [](char c) { return is_lower(c) || is_digit(c) || c == '_'; };
    if (!std::all_of(entry_.id.begin(), entry_.id.end(), allowed) || entry_.id.empty() || is_digit(entry_.id[0]))
      report(entry_.id, fmt::format("'{}' is no id: small letters, digits and underscores, a letter first", entry_.id));
    if (entry_.year != 0 && (entry_.year < 1940 || entry_.year > 2035))
      report(entry_.id, fmt::format("the year of {} cannot be {}", entry_.id, entry_.year));
  }

  void check_source(const Source& source) {
    if (source.read != "recalled" && !is_date(source.read))
      report(source.title, fmt::format("source '{}' needs 'read': the date on which it was opened (2026-11-21), or "
                                       "'recalled'",
                                       source.key));
    if (!source.url.empty() && !source.url.starts_with("https://") && !source.url.starts_with("http://"))
      report(source.url, fmt::format("'{}' is no address", source.url));
  }

  void check_value(const Value& value) {
    const Field* field = registry_.field(value.field, entry_.kind);
    if (field == nullptr) {
      report(value.field, unknown_field(value.field));
      return;
    }
    check_qualifiers(value, *field);
    const auto quantity = quantity_of(value.text);
    if (!quantity) return;
    const auto fits = [&](std::string_view unit) { return dimension_of_unit(unit) == quantity->dimension; };
    if (std::none_of(field->units.begin(), field->units.end(), fits))
      report(value.text,
             fmt::format("'{}' is {}, but {} is given in {}", value.text,
                         quantity->dimension.is_none() ? "a pure number" : to_string(quantity->dimension), value.field,
                         field->units.front().empty() ? "a pure number" : field->units.front()));
    if (!value.remarks->as_written.empty()) check_as_written(value, *quantity);
  }

  std::string unknown_field(std::string_view path) const {
    std::vector<std::string_view> paths;
    for (const Field& field : registry_.fields())
      if (field.is_of(entry_.kind)) paths.push_back(field.path);
    const auto closest = closest_word(path, std::span<const std::string_view>(paths));
    const std::string message = fmt::format("a {} has no field '{}'", kind_name(entry_.kind), path);
    return closest ? message + fmt::format("; did you mean '{}'?", *closest)
                   : message + "; the fields are the rows of engine/registry/fields.yaml";
  }

  void check_qualifiers(const Value& value, const Field& field) {
    for (const Qualifier& qualifier : value.qualifiers) {
      if (qualifier.name == "date") {
        if (!is_date(qualifier.text)) report(qualifier.text, fmt::format("'{}' is no date", qualifier.text));
      } else if (std::find(field.qualifiers.begin(), field.qualifiers.end(), qualifier.name) ==
                 field.qualifiers.end()) {
        report(qualifier.name, fmt::format("{} takes no qualifier '{}'; it takes {}", value.field, qualifier.name,
                                           fmt::join(field.qualifiers, ", ")));
      } else if (qualifier.name == "precision" && registry_.find(EntryKind::precision, qualifier.text) == nullptr) {
        report(qualifier.text, fmt::format("unknown precision '{}'", qualifier.text));
      }
    }
  }

  /// The one literal of a text; an error where it is anything else.
  std::optional<Quantity> quantity_of(std::string_view text) {
    const ParseResult read = parse_expression(text);
    if (const auto* error = std::get_if<ParseError>(&read)) {
      report(text, fmt::format("'{}': {}", text, describe(*error)));
      return std::nullopt;
    }
    const Expression& expression = std::get<ParsedExpression>(read).expression;
    const EvaluationResult result = evaluate(expression);
    const auto* quantity = std::get_if<Quantity>(&result);
    const std::size_t sign = expression.at(expression.root).kind == NodeKind::negate ? 1 : 0;
    if (quantity == nullptr || expression.nodes.size() != 1 + sign) {
      report(text, fmt::format("'{}' has to be a number with its unit", text));
      return std::nullopt;
    }
    return *quantity;
  }

  double number(const Value& value) {
    const auto quantity = quantity_of(value.text);
    return quantity ? quantity->value.middle() : 0;
  }

  /// "512 KB" of 512 KiB: the same, or apart by a power of 1024/1000.
  void check_as_written(const Value& value, const Quantity& quantity) {
    const ParseResult read = parse_expression(value.remarks->as_written);
    const auto* parsed = std::get_if<ParsedExpression>(&read);
    if (parsed == nullptr) return;  // the vendor's words
    const EvaluationResult result = evaluate(parsed->expression);
    const auto* written = std::get_if<Quantity>(&result);
    if (written == nullptr || written->dimension != quantity.dimension || quantity.dimension != dimensions::information)
      return;
    const double ratio = quantity.value.middle() / written->value.middle();
    for (const int power : {-4, -3, -2, -1, 0, 1, 2, 3, 4})
      if (std::abs(ratio / std::pow(1.024, power) - 1) < 0.002) return;
    report(value.remarks->as_written,
           fmt::format("'{}' as written and '{}' are not the same number of KB, MB or GB, decimal "
                       "or binary",
                       value.remarks->as_written, value.text));
  }

  void check_part(const Part& part) {
    if (registry_.find(part.entry) == nullptr)
      report(part.entry, fmt::format("there is no entry '{}' to be part of {}", part.entry, entry_.id));
    if (const auto count = quantity_of(part.count); count && (!count->dimension.is_none() || count->value.lo < 0))
      report(part.count, fmt::format("'{}' is no count", part.count));
  }

  /// The value that differs from this one in one qualifier alone.
  const Value* sibling(const Value& value, std::string_view name, std::string_view text) const {
    for (const Value& other : entry_.values) {
      if (other.field != value.field || qualifier(other, name) != text) continue;
      const auto same = [&](const Qualifier& q) { return q.name == name || qualifier(other, q.name) == q.text; };
      if (other.qualifiers.size() == value.qualifiers.size() &&
          std::all_of(value.qualifiers.begin(), value.qualifiers.end(), same))
        return &other;
    }
    return nullptr;
  }

  void check_sparsity() {
    for (const Value& dense : entry_.values) {
      if (dense.field != "peak" || qualifier(dense, "sparsity") != "dense") continue;
      const Value* sparse = sibling(dense, "sparsity", "sparse");
      if (sparse == nullptr) continue;
      const double ratio = number(*sparse) / number(dense);
      // Printed figures are rounded: 67 is twice 33.5, which some print as 33.
      if (std::abs(ratio - 2) > 0.05)
        report(sparse->text, fmt::format("sparse {} is {:.3g} times dense {}, not 2", sparse->text, ratio, dense.text));
    }
  }

  void check_bandwidth() {
    const LookupResult bandwidth = look_up(registry_, entry_, "memory.bandwidth");
    const LookupResult width = look_up(registry_, entry_, "memory.bus_width");
    const LookupResult rate = look_up(registry_, entry_, "memory.data_rate");
    const auto *b = std::get_if<Fact>(&bandwidth), *w = std::get_if<Fact>(&width), *r = std::get_if<Fact>(&rate);
    if (b == nullptr || w == nullptr || r == nullptr || b->entry != &entry_) return;
    // A width is told in bits and a rate in bits a second a pin: eight times the bytes, twice over.
    const double expected = number(*w->value) * 8 * number(*r->value);
    const double ratio = number(*b->value) / expected;
    if (std::abs(ratio - 1) > 0.03)
      report(b->value->text, fmt::format("memory bandwidth {} is {:.3g} times bus width {} x data rate {}",
                                         b->value->text, ratio, w->value->text, r->value->text));
  }

  void check_power() {
    for (const Value* value : values_of(entry_, "power.tdp")) {
      const double watts = number(*value);
      for (const PowerRange& range : power_ranges)
        if (range.group == entry_.group && (watts < range.least || watts > range.most))
          report(value->text, fmt::format("{} is out of what a {} draws ({:g} to {:g} W)", value->text, range.group,
                                          range.least, range.most));
    }
  }

  std::optional<double> only(std::string_view field) {
    const auto values = values_of(entry_, field);
    if (values.empty()) return std::nullopt;
    return number(*values.front());
  }

  void check_model() {
    if (entry_.kind != EntryKind::model) return;
    const auto all = only("parameters"), active = only("active_parameters");
    if (all && active && *active > *all) report(entry_.id, "more active parameters than parameters");
    const auto heads = only("heads"), kv_heads = only("kv_heads");
    if (heads && kv_heads && std::fmod(*heads, *kv_heads) != 0)
      report(entry_.id, "the number of heads is no multiple of the number of KV heads");
    const auto flops = only("flops_per_inference"), macs = only("macs_per_inference");
    // The registry keeps MAC as two operations, so that both are the same number.
    if (flops && macs && std::abs(*flops / *macs - 1) > 0.15)
      report(entry_.id, fmt::format("flops_per_inference is {:.3g} times macs_per_inference in operations, not 1",
                                    *flops / *macs));
  }

  void check_repeats() {
    for (std::size_t i = 0; i < entry_.values.size(); ++i)
      for (std::size_t j = i + 1; j < entry_.values.size(); ++j) {
        const Value &a = entry_.values[i], &b = entry_.values[j];
        const auto same = [&](const Qualifier& q) { return qualifier(b, q.name) == q.text; };
        if (a.field == b.field && a.qualifiers.size() == b.qualifiers.size() &&
            std::all_of(a.qualifiers.begin(), a.qualifiers.end(), same))
          report(b.field, fmt::format("{} is given twice with the same qualifiers", b.field));
      }
  }

  const Entry& entry_;
  const Registry& registry_;
  const LibraryStore& store_;
  std::vector<LoadError> errors_;
};

}  // namespace

std::vector<LoadError> check_entry(const Entry& entry, const Registry& registry, const LibraryStore& store) {
  return EntryCheck(entry, registry, store).run();
}

}  // namespace napkin::engine::load
