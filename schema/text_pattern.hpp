// A LinkML pattern: a regular expression that must be found in a text, or, where that is all it says, bounds on the
// text's length.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace re2 {
class RE2;
}

namespace napkin::schema {

/// In Unicode code points.
struct LengthBounds {
  std::size_t minimum = 0;
  std::optional<std::size_t> maximum;
};

class TextPattern {
 public:
  /// Compiles the expression; gives what is wrong with it where it cannot be. LinkML has no lengths of its own, so
  /// "^[\s\S]{1,120}$" and "^[\s\S]{30,}$" are read as lengths.
  static std::variant<TextPattern, std::string> compile(std::string_view expression);

  bool matches(std::string_view text) const;
  const std::string& expression() const { return expression_; }
  const std::optional<LengthBounds>& length() const { return length_; }

 private:
  std::string expression_;
  std::optional<LengthBounds> length_;
  std::shared_ptr<const re2::RE2> program_;  // shared, so that slots are copied cheaply; RE2 is safe among threads
};

/// Code points of valid UTF-8.
std::size_t count_code_points(std::string_view text);

}  // namespace napkin::schema
