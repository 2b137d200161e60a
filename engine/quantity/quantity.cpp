#include "engine/quantity/quantity.hpp"

#include <algorithm>

namespace napkin::engine {

CountLabels multiply(const CountLabels& a, const CountLabels& b) {
  CountLabels product;
  product.reserve(a.size() + b.size());
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() || right != b.end()) {
    if (right == b.end() || (left != a.end() && left->name < right->name)) {
      product.push_back(*left++);
    } else if (left == a.end() || right->name < left->name) {
      product.push_back(*right++);
    } else {
      const int exponent = left->exponent + right->exponent;
      if (exponent != 0) product.push_back({left->name, exponent});
      ++left, ++right;
    }
  }
  return product;
}

CountLabels power(const CountLabels& labels, int exponent) {
  if (exponent == 0) return {};
  CountLabels result = labels;
  constexpr int limit = 63;  // as the exponents of a dimension
  for (CountLabel& label : result)
    label.exponent = std::clamp(label.exponent * std::clamp(exponent, -limit, limit), -limit, limit);
  return result;
}

Quantity operator*(const Quantity& a, const Quantity& b) {
  return {a.value * b.value, a.dimension * b.dimension, multiply(a.labels, b.labels)};
}

Quantity operator/(const Quantity& a, const Quantity& b) {
  return {a.value / b.value, a.dimension / b.dimension, multiply(a.labels, power(b.labels, -1))};
}

}  // namespace napkin::engine
