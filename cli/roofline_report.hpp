// What `napkin roofline` found, and its two ways of telling it. docs/roofline.md documents the JSON.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/roofline/device_roof.hpp"
#include "engine/roofline/model_kernel.hpp"
#include "engine/roofline/operation.hpp"
#include "engine/roofline/roofline_plot.hpp"

namespace napkin::cli {

/// What runs: an intensity alone, a kernel, an operation or a step of a model.
struct RooflineSubject {
  std::string kind;  // "intensity", "kernel", "operation", "model"
  std::string text;  // "gemm(512,512,512)", "Meta Llama 3 8B, decode, batch 8, context 4,096"
  double intensity = 0;
  std::optional<engine::roofline::Kernel> kernel;
  std::optional<engine::roofline::Operation> operation;
  std::optional<engine::roofline::ModelStep> step;
  std::optional<engine::roofline::ModelKernel> model;

  /// Tokens that one step reads or gives; 0 where it has none.
  double tokens() const;
};

struct DeviceAnalysis {
  engine::roofline::DeviceRoof device;
  engine::roofline::Verdict verdict;
  std::optional<engine::roofline::Time> time;
  std::optional<engine::roofline::Achieved> achieved;
  std::optional<engine::roofline::Fit> fit;
  bool has_own_overhead = false;  // the time's overhead is the device's launch_overhead
  std::string place;              // what the fit is about: "memory", "SRAM", "flash"
};

struct RooflineReport {
  const engine::Entry* precision = nullptr;
  bool sparse = false;
  RooflineSubject subject;
  std::vector<DeviceAnalysis> devices;

  /// Integers count op, floating point FLOP.
  std::string operation_name() const;
};

/// Devices side by side; with_sources adds where each figure is from.
std::string roofline_as_text(const RooflineReport& report, bool with_sources);
std::string roofline_as_json(const RooflineReport& report);

/// For roofline_svg.
engine::roofline::RooflinePlot roofline_as_plot(const RooflineReport& report);

}  // namespace napkin::cli
