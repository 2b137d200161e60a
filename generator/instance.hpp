// One draw of a template's parameters, with everything that follows from them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>

#include "engine/registry/registry.hpp"
#include "generator/template.hpp"

namespace napkin::generator {

/// What a name stands for in an instance.
struct DrawnValue {
  ParameterKind kind = ParameterKind::figure;
  const engine::Entry* entry = nullptr;
  double value = 0;     // of a figure, in base units: what is printed
  double in_unit = 0;   // the same in the unit that it is printed in
  std::string text;     // as printed: "64 GB", "H100", "a fraud team"
  std::string number;   // of a figure, without its unit
  FigureFormat format;  // of a figure that is printed
  bool is_printed = true;
};

struct Instance {
  std::uint64_t seed = 0;
  std::map<std::string, DrawnValue, std::less<>> values;
  std::string case_name;
  int attempts = 1;  // draws until the requirements were met
};

struct InstanceFault {
  std::string message;
  std::optional<schema::ByteRange> place{};  // in the template
};

using InstanceResult = std::variant<Instance, InstanceFault>;

/// Values that are given instead of drawn: by name, as a proof stores them ("h100_sxm", "64 GB").
using GivenValues = std::map<std::string, std::string, std::less<>>;

inline constexpr int most_attempts = 400;

/// Draws until the requirements hold; each attempt draws every parameter anew, so that the result is a fair draw among
/// what the requirements admit.
InstanceResult draw_instance(const Template& source, const engine::Registry& registry, std::uint64_t seed,
                             const GivenValues& given = {});

/// The instance of these values whether or not it meets the requirements, and entries whether or not they are drawn any
/// more.
InstanceResult instance_of(const Template& source, const engine::Registry& registry, std::uint64_t seed,
                           const GivenValues& given);

/// The value of an expression in base units; NaN where it is undefined.
double evaluate(const TemplateExpression& expression, const Instance& instance, const engine::Registry& registry);

/// What a proof stores: the parameters by name, as texts that `given` takes again.
std::vector<std::pair<std::string, std::string>> parameter_texts(const Template& source, const Instance& instance);

/// The derived figures that are printed, by name, as printed.
std::vector<std::pair<std::string, std::string>> figure_texts(const Template& source, const Instance& instance);

}  // namespace napkin::generator
