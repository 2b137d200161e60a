// JSON as it is written: one object or array after the other, commas and all.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

#include "engine/text/json_text.hpp"

namespace napkin::engine {

inline constexpr int json_digits = 15;

/// `append(item)` for each item, between brackets and commas.
template <class Range, class Append>
void append_json_array(std::string& out, const Range& range, Append append) {
  out += '[';
  bool first = true;
  for (const auto& item : range) {
    if (!first) out += ',';
    first = false;
    append(item);
  }
  out += ']';
}

/// Writes an object into `out`, member by member.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  void close() { out_ += '}'; }

  void text(std::string_view name, std::string_view value) {
    key(name);
    append_json_string(out_, value);
  }
  /// null for an empty text.
  void text_or_null(std::string_view name, std::string_view value) {
    key(name);
    append_json_text_or_null(out_, value);
  }
  void number(std::string_view name, double value) {
    key(name);
    append_json_number(out_, value, json_digits);
  }
  /// null where there is none.
  void number(std::string_view name, std::optional<double> value) {
    key(name);
    append_json_number(out_, value, json_digits);
  }
  void boolean(std::string_view name, bool value) {
    key(name);
    out_ += value ? "true" : "false";
  }
  void null(std::string_view name) {
    key(name);
    out_ += "null";
  }
  /// An object, of what `fill(inner)` puts there.
  template <std::invocable<JsonObject&> Fill>
  void object(std::string_view name, Fill fill) {
    key(name);
    JsonObject inner(out_);
    fill(inner);
    inner.close();
  }
  template <class Range, std::invocable<typename Range::value_type> Append>
  void array(std::string_view name, const Range& range, Append append) {
    key(name);
    append_json_array(out_, range, append);
  }
  /// Of texts.
  template <class Range>
  void texts(std::string_view name, const Range& range) {
    key(name);
    append_json_array(out_, range, [this](std::string_view text) { append_json_string(out_, text); });
  }
  /// What the caller appends by itself.
  std::string& member(std::string_view name) {
    key(name);
    return out_;
  }

 private:
  void key(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    append_json_string(out_, name);
    out_ += ':';
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace napkin::engine
