// The roofline: what bounds a kernel on a device, by how much, and how long it takes at least. Pure arithmetic on
// base units (FLOP, byte, s); device_roof.hpp and model_kernel.hpp take the figures from the registry.
//   Williams, Waterman, Patterson: Roofline, CACM 52(4), 2009, https://doi.org/10.1145/1498765.1498785
#pragma once

namespace napkin::engine::roofline {

/// What a device offers.
struct Roof {
  double peak = 0;       // FLOP/s
  double bandwidth = 0;  // byte/s

  /// The intensity from which on the peak binds.
  constexpr double ridge_point() const { return peak / bandwidth; }
};

/// What a kernel asks for.
struct Kernel {
  double work = 0;     // FLOP
  double traffic = 0;  // byte

  constexpr double intensity() const { return work / traffic; }
};

enum class Bound { memory, compute };

struct Verdict {
  double attainable = 0;     // FLOP/s: min(peak, bandwidth × intensity)
  double share_of_peak = 0;  // the MFU that nothing can exceed at this intensity
  Bound bound = Bound::memory;
  double margin = 1;  // the busier side takes so many times as long as the other; 1 at the ridge point
};

Verdict judge(const Roof& roof, double intensity);

/// The iron law, T = D/BW + O/R + L, and its form for a device that moves data while it computes,
/// T = max(D/BW, O/R) + L.
struct Time {
  double memory = 0, compute = 0, overhead = 0;  // s

  constexpr double overlapped() const { return (memory > compute ? memory : compute) + overhead; }
  constexpr double serial() const { return memory + compute + overhead; }
};

Time iron_law(const Roof& roof, const Kernel& kernel, double overhead = 0);

/// What a measured run made of the device.
struct Achieved {
  double rate = 0;                 // FLOP/s
  double utilization = 0;          // MFU: share of the peak
  double share_of_attainable = 0;  // of what the roofline admits
};

Achieved achieved(const Roof& roof, const Kernel& kernel, double measured_time);

/// Whether something has its place.
struct Fit {
  double needed = 0, capacity = 0;  // byte

  constexpr bool fits() const { return needed <= capacity; }
  constexpr double ratio() const { return needed / capacity; }
};

}  // namespace napkin::engine::roofline
