// napkin eval without an expression: a calculator that remembers names. On a terminal with a prompt, completion and a
// history; elsewhere one line in, one result out.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/formula/calculator.hpp"

namespace napkin::cli {

/// What a session knows beyond the library: the names that its user gave, and "ans", the last result.
class EvalSession {
 public:
  explicit EvalSession(const engine::Library& library) : library_(library) {}

  struct Definition {
    std::string name;
    engine::LibraryCalculation result;
  };
  struct Nothing {};  // a blank line or a comment
  using Answer = std::variant<Nothing, engine::LibraryCalculation, Definition, engine::CalculationError>;

  /// An expression, or "let name = expression". The range of an error is that of the line.
  Answer answer(std::string_view line);

  std::vector<std::string> names() const;

 private:
  engine::LibraryCalculationResult calculated(std::string_view text);
  Answer define(std::string_view line, std::size_t name_at);

  const engine::Library& library_;
  std::map<std::string, engine::Quantity, std::less<>> values_;
};

struct SessionStyle {
  bool with_steps = false;
  bool is_json = false;
};

/// Until standard input ends; gives the exit status.
int run_session(const engine::Library& library, SessionStyle style);

}  // namespace napkin::cli
