// An operation of a network by name: "gemm(512, 512, 512)". The formulas of the library come in pairs, gemm_flops and
// gemm_bytes; a pair makes an operation.
//   call      = name "(" [ argument { "," argument } ] ")"
//   argument  = [ name "=" ] expression
// A comma always separates here: gemm(512,512,512) has three arguments. Positional arguments are those of the bytes
// formula in its order, without bytes_per_element, which the precision gives; then those that only the FLOP formula
// has. Each formula takes what it knows by name.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/roofline/figure.hpp"
#include "engine/roofline/roofline.hpp"

namespace napkin::engine::roofline {

struct OperationInfo {
  std::string name;  // "gemm"
  const Formula* work = nullptr;
  const Formula* traffic = nullptr;
  std::vector<const Argument*> parameters;

  /// "gemm(m, n, k)"; "[batch]" has a default.
  std::string signature() const;
};

/// By name.
std::vector<OperationInfo> operations(const Library& library);

struct Operation {
  std::string text;  // "gemm(512, 512, 512)"
  OperationInfo info;
  Kernel kernel;
};

/// Words where the text is no such call, with what may have been meant.
using OperationResult = std::variant<Operation, std::string>;

OperationResult read_operation(std::string_view call, const Entry& precision, const Library& library);

}  // namespace napkin::engine::roofline
