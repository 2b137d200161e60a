#include "engine/roofline/roofline.hpp"

#include <algorithm>

namespace napkin::engine::roofline {

Verdict judge(const Roof& roof, double intensity) {
  const double ratio = intensity / roof.ridge_point();
  Verdict verdict;
  verdict.attainable = std::min(roof.peak, roof.bandwidth * intensity);
  verdict.share_of_peak = verdict.attainable / roof.peak;
  verdict.bound = ratio < 1 ? Bound::memory : Bound::compute;
  verdict.margin = std::max(ratio, 1 / ratio);
  return verdict;
}

Time iron_law(const Roof& roof, const Kernel& kernel, double overhead) {
  return {kernel.traffic / roof.bandwidth, kernel.work / roof.peak, overhead};
}

Achieved achieved(const Roof& roof, const Kernel& kernel, double measured_time) {
  const double rate = kernel.work / measured_time;
  return {rate, rate / roof.peak, rate / judge(roof, kernel.intensity()).attainable};
}

}  // namespace napkin::engine::roofline
