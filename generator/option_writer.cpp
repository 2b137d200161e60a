#include "generator/option_writer.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/misconceptions/misconceptions.hpp"
#include "generator/random_stream.hpp"
#include "generator/render.hpp"

namespace napkin::generator {
namespace {

struct Candidate {
  double value = 0;
  std::string misconception;
};

bool stand_apart(double a, double b) { return std::abs(a - b) > least_distance * std::max(std::abs(a), std::abs(b)); }

double wrong_value(const WrongAnswer& wrong, double answer, const Instance& instance,
                   const engine::Registry& registry) {
  if (wrong.expression) return evaluate(*wrong.expression, instance, registry);
  const engine::Misconception* known = engine::misconception(wrong.misconception);
  return known == nullptr ? std::nan("") : answer * known->factor;
}

const DrawnValue* answer_of(const Options& options, const Instance& instance) {
  const auto found = instance.values.find(options.answer);
  return found == instance.values.end() ? nullptr : &found->second;
}

}  // namespace

OptionsResult write_options(const Options& options, const Instance& instance, const engine::Registry& registry) {
  const DrawnValue* answer = answer_of(options, instance);
  if (answer == nullptr) return InstanceFault{fmt::format("'{}' has no value", options.answer)};
  std::vector<const WrongAnswer*> pool;
  for (const WrongAnswer& wrong : options.wrong) pool.push_back(&wrong);
  RandomStream choice(instance.seed, "options");
  std::vector<Candidate> chosen;
  while (!pool.empty() && chosen.size() < 3) {
    const std::size_t at = choice.below(pool.size());
    const WrongAnswer& wrong = *pool[at];
    pool.erase(pool.begin() + static_cast<std::ptrdiff_t>(at));
    const double value = wrong_value(wrong, answer->value, instance, registry);
    const bool apart = std::isfinite(value) && stand_apart(value, answer->value) &&
                       std::all_of(chosen.begin(), chosen.end(),
                                   [&](const Candidate& other) { return stand_apart(value, other.value); });
    if (apart) chosen.push_back({value, wrong.misconception});
  }
  if (chosen.size() < 3)
    return InstanceFault{
        fmt::format("only {} wrong options stand more than {:.0f}% apart from the answer {} and from "
                    "each other",
                    chosen.size(), least_distance * 100, answer->text)};

  std::sort(chosen.begin(), chosen.end(), [](const Candidate& a, const Candidate& b) { return a.value < b.value; });
  WrittenOptions result;
  result.correct = RandomStream(instance.seed, "place of the answer").below(4);
  const FigureFormat& format = answer->format;
  for (std::size_t place = 0, next = 0; place < 4; ++place) {
    const bool is_answer = place == result.correct;
    const std::string figure = is_answer ? answer->text : print_figure(chosen[next].value, format).text;
    const auto text = render(options.text, instance, registry, figure);
    if (!text) return InstanceFault{fmt::format("the options have no text for the case '{}'", instance.case_name)};
    result.texts.push_back(*text);
    result.misconceptions.push_back(is_answer ? std::string() : chosen[next++].misconception);
  }
  return result;
}

}  // namespace napkin::generator
