// Physical dimension: exponents over the nine base quantities that ML-systems arithmetic uses.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>

namespace napkin::engine {

enum class Base : std::uint8_t { time, information, operation, energy, money, co2e_mass, length, temperature, charge };
inline constexpr std::size_t base_count = 9;

/// Exponents are kept in halves, so that the square root of every dimension exists. Base units: second, byte,
/// operation (1 FLOP; 1 MAC is 2), joule, US dollar, gram of CO2e, metre, kelvin (differences), coulomb.
/// Power is energy/time, bandwidth information/time, voltage energy/charge, current charge/time.
class Dimension {
 public:
  constexpr Dimension() = default;
  constexpr explicit Dimension(Base base, int exponent = 1) {
    halves_[static_cast<std::size_t>(base)] = static_cast<std::int8_t>(2 * exponent);
  }

  constexpr bool is_none() const { return *this == Dimension{}; }
  constexpr int halves(Base base) const { return halves_[static_cast<std::size_t>(base)]; }

  /// The dimension to the power numerator/denominator; the denominator is 1 or 2. Exponents saturate at ±63.
  constexpr Dimension power(int numerator, int denominator = 1) const {
    Dimension result;
    for (std::size_t i = 0; i < base_count; ++i) result.halves_[i] = clamped(halves_[i] * numerator / denominator);
    return result;
  }
  constexpr Dimension inverse() const { return power(-1); }

  friend constexpr Dimension operator*(Dimension a, Dimension b) {
    Dimension result;
    for (std::size_t i = 0; i < base_count; ++i) result.halves_[i] = clamped(a.halves_[i] + b.halves_[i]);
    return result;
  }
  friend constexpr Dimension operator/(Dimension a, Dimension b) { return a * b.inverse(); }
  friend constexpr bool operator==(const Dimension& a, const Dimension& b) {
    using Words = std::array<std::uint64_t, 2>;  // two comparisons, where one by elements is a call
    return std::bit_cast<Words>(a.halves_) == std::bit_cast<Words>(b.halves_);
  }

 private:
  static constexpr std::int8_t clamped(int halves) {
    return static_cast<std::int8_t>(halves > 126 ? 126 : halves < -126 ? -126 : halves);
  }
  static constexpr std::size_t width = 16;  // beyond base_count all zero
  static_assert(base_count <= width);
  alignas(8) std::array<std::int8_t, width> halves_{};
};

/// "byte/s", "op/byte", "J", "1" for none: the dimension in base units, as diagnostics print it.
std::string to_string(const Dimension& dimension);

namespace dimensions {
inline constexpr Dimension none{};
inline constexpr Dimension time{Base::time};
inline constexpr Dimension information{Base::information};
inline constexpr Dimension operation{Base::operation};
inline constexpr Dimension energy{Base::energy};
inline constexpr Dimension money{Base::money};
inline constexpr Dimension co2e_mass{Base::co2e_mass};
inline constexpr Dimension length{Base::length};
inline constexpr Dimension temperature{Base::temperature};
inline constexpr Dimension charge{Base::charge};
inline constexpr Dimension power = energy / time;
inline constexpr Dimension bandwidth = information / time;
inline constexpr Dimension operation_rate = operation / time;
inline constexpr Dimension frequency = none / time;
inline constexpr Dimension current = charge / time;
inline constexpr Dimension voltage = energy / charge;
}  // namespace dimensions

}  // namespace napkin::engine
