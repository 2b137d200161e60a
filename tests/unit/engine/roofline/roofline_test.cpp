#include "engine/roofline/roofline.hpp"

#include <catch2/catch.hpp>

using namespace napkin::engine::roofline;

namespace {

constexpr Roof roof{1000e12, 2e12};  // ridge point at 500 FLOP/byte

}  // namespace

TEST_CASE("below the ridge point memory bounds, above it compute", "[roofline]") {
  const Verdict below = judge(roof, 100);
  CHECK(below.bound == Bound::memory);
  CHECK(below.attainable == Approx(200e12));
  CHECK(below.share_of_peak == Approx(0.2));
  CHECK(below.margin == Approx(5));

  const Verdict above = judge(roof, 1500);
  CHECK(above.bound == Bound::compute);
  CHECK(above.attainable == Approx(1000e12));
  CHECK(above.share_of_peak == Approx(1));
  CHECK(above.margin == Approx(3));

  const Verdict at = judge(roof, 500);
  CHECK(at.bound == Bound::compute);
  CHECK(at.margin == Approx(1));
}

TEST_CASE("the iron law adds up, with overlap the longer side counts", "[roofline]") {
  const Time time = iron_law(roof, {4e9, 100e6}, 5e-6);
  CHECK(time.memory == Approx(50e-6));
  CHECK(time.compute == Approx(4e-6));
  CHECK(time.overlapped() == Approx(55e-6));
  CHECK(time.serial() == Approx(59e-6));
}

TEST_CASE("a measured time tells what was made of the device", "[roofline]") {
  const Kernel kernel{4e9, 100e6};
  const Achieved run = achieved(roof, kernel, 100e-6);
  CHECK(run.rate == Approx(40e12));
  CHECK(run.utilization == Approx(0.04));
  CHECK(run.share_of_attainable == Approx(0.5));
}

TEST_CASE("what is as large as its place fits", "[roofline]") {
  CHECK(Fit{16, 16}.fits());
  CHECK_FALSE(Fit{17, 16}.fits());
  CHECK(Fit{24, 16}.ratio() == Approx(1.5));
}
