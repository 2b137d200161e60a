#include "generator/distractors.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace napkin::generator {

bool stand_apart(double a, double b) { return std::abs(a - b) > least_distance * std::max(std::abs(a), std::abs(b)); }

std::size_t draw_place(std::uint64_t seed) { return RandomStream(seed, "place of the answer").below(option_count); }

std::vector<std::size_t> drawn_order(std::size_t count, RandomStream& stream) {
  std::vector<std::size_t> pool(count), order;
  std::iota(pool.begin(), pool.end(), std::size_t{0});
  while (!pool.empty()) {
    const std::size_t at = stream.below(pool.size());
    order.push_back(pool[at]);
    pool.erase(pool.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return order;
}

namespace {

class Choice {
 public:
  explicit Choice(double answer) : answer_(answer) {}

  std::size_t count(bool below) const {
    return static_cast<std::size_t>(std::count_if(chosen_.begin(), chosen_.end(),
                                                  [&](const Distractor& taken) { return is_below(taken) == below; }));
  }
  bool is_below(const Distractor& distractor) const { return distractor.value < answer_; }

  /// Takes it, unless three are taken or it stands too near to one of them or to the answer.
  void offer(const Distractor& distractor) {
    const double value = distractor.value;
    const bool apart = std::isfinite(value) && stand_apart(value, answer_) &&
                       std::all_of(chosen_.begin(), chosen_.end(),
                                   [&](const Distractor& taken) { return stand_apart(value, taken.value); });
    if (apart && chosen_.size() + 1 < option_count) chosen_.push_back(distractor);
  }

  std::vector<Distractor> take() { return std::move(chosen_); }

 private:
  double answer_;
  std::vector<Distractor> chosen_;
};

}  // namespace

std::vector<Distractor> choose_around(double answer, std::size_t place, const std::vector<Distractor>& preferred_first,
                                      std::uint64_t seed) {
  Choice choice(answer);
  for (const Distractor& distractor : preferred_first) {
    const bool below = choice.is_below(distractor);
    const std::size_t wanted = below ? place : option_count - 1 - place;
    if (choice.count(below) < wanted) choice.offer(distractor);
  }
  for (const Distractor& distractor : preferred_first) choice.offer(distractor);

  const bool ascends = choice.count(true) == place;
  std::vector<Distractor> chosen = choice.take();
  std::sort(chosen.begin(), chosen.end(), [](const Distractor& a, const Distractor& b) { return a.value < b.value; });
  if (ascends) return chosen;
  RandomStream stream(seed, "order of the options");
  std::vector<Distractor> mixed;
  for (const std::size_t at : drawn_order(chosen.size(), stream)) mixed.push_back(std::move(chosen[at]));
  return mixed;
}

}  // namespace napkin::generator
