#include "generator/option_writer.hpp"

#include <cmath>

#include <fmt/format.h>

#include "engine/misconceptions/misconceptions.hpp"
#include "generator/random_stream.hpp"
#include "generator/render.hpp"

namespace napkin::generator {
namespace {

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
  RandomStream stream(instance.seed, "options");
  std::vector<Distractor> pool;
  // What comes of a wrong formula first: slips of a factor stand in simple ratios to the answer, which gives it away.
  const std::vector<std::size_t> order = drawn_order(options.wrong.size(), stream);
  for (const bool formulas : {true, false})
    for (const std::size_t at : order) {
      const WrongAnswer& wrong = options.wrong[at];
      if (wrong.expression.has_value() != formulas) continue;
      pool.push_back({wrong_value(wrong, answer->value, instance, registry), wrong.misconception});
    }
  WrittenOptions result;
  result.correct = draw_place(instance.seed);
  const std::vector<Distractor> chosen = choose_around(answer->value, result.correct, pool, instance.seed);
  if (chosen.size() + 1 < option_count)
    return InstanceFault{
        fmt::format("only {} wrong options stand more than {:.0f}% apart from the answer {} and from "
                    "each other",
                    chosen.size(), least_distance * 100, answer->text)};

  const FigureFormat& format = answer->format;
  for (std::size_t place = 0, next = 0; place < option_count; ++place) {
    const bool is_answer = place == result.correct;
    const std::string figure = is_answer ? answer->text : print_figure(chosen[next].value, format).text;
    const auto text = render(options.text, instance, registry, figure);
    if (!text) return InstanceFault{fmt::format("the options have no text for the case '{}'", instance.case_name)};
    result.texts.push_back(*text);
    result.figures.push_back(figure);
    result.misconceptions.push_back(is_answer ? std::string() : chosen[next++].misconception);
  }
  return result;
}

}  // namespace napkin::generator
