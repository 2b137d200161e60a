// An expression compiled for many evaluations: dimensions are checked once, and what is left is a short list of
// operations on plain doubles.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/expression/evaluate.hpp"

namespace napkin::engine {

class Program {
 public:
  std::size_t input_count() const { return inputs_; }
  std::size_t operation_count() const { return operations_.size(); }
  Dimension dimension() const { return dimension_; }

  /// Inputs in base units, in the order given to compile(). NaN or infinity where the value is undefined there. Of an
  /// if(…), both branches are computed and one is chosen.
  double evaluate(std::span<const double> inputs) const;

 private:
  friend class ProgramWriter;

  enum class Operation : std::uint8_t {
    constant,
    add,
    subtract,
    multiply,
    divide,
    power,
    square_root,
    negate,
    minimum,
    maximum,
    absolute,
    remainder,
    less,
    less_equal,
    equal,
    both,
    either,
    opposite,
    choose,
    function
  };
  struct Instruction {
    Operation operation = Operation::constant;
    Function function = Function::min;  // for Operation::function
    std::uint16_t a = 0, b = 0, c = 0;  // slots: the inputs, then the results of the instructions in order
    double value = 0;                   // for Operation::constant
  };

  static double apply(const Instruction& instruction, std::span<const double> slots);
  double compute(std::span<const double> inputs, std::span<double> slots) const;

  std::size_t inputs_ = 0;
  std::vector<Instruction> operations_;
  std::uint16_t result_ = 0;  // slot
  Dimension dimension_;
};

struct Input {
  std::string name;  // of the symbol
  Dimension dimension;
};

using CompileResult = std::variant<Program, EvaluationError>;

/// The expression as a program over these inputs; the first readings of its units are taken unless `readings` chooses.
/// An error where dimensions clash, a symbol is no input, or the expression is larger than 20,000 operations.
CompileResult compile(const Expression& expression, std::span<const Input> inputs,
                      std::span<const std::uint8_t> readings = {});

}  // namespace napkin::engine
