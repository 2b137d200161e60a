#include "generator/distractors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "engine/formula/library.hpp"
#include "engine/load/library_loader.hpp"
#include "engine/misconceptions/misconceptions.hpp"
#include "generator/built_in_templates.hpp"
#include "generator/generate.hpp"
#include "generator/option_writer.hpp"
#include "generator/template_reader.hpp"

using namespace napkin;
using namespace napkin::generator;

namespace {

std::vector<Distractor> pool(std::initializer_list<double> values) {
  std::vector<Distractor> result;
  for (const double value : values) result.push_back({value, "m"});
  return result;
}

std::vector<double> values_of(const std::vector<Distractor>& distractors) {
  std::vector<double> values;
  for (const Distractor& distractor : distractors) values.push_back(distractor.value);
  return values;
}

using Values = std::vector<double>;

Template template_of(const BuiltInTemplate& known) {
  const schema::SourceText source(std::string(known.path), std::string(known.text));
  TemplateResult result = read_template(source, engine::built_in_library());
  REQUIRE(std::holds_alternative<Template>(result));
  return std::move(std::get<Template>(result));
}

/// A question of a template, with its answer and its wrong options.
struct Drawn {
  GeneratedQuestion question;
  WrittenOptions options;
  const DrawnValue* answer = nullptr;
};

std::optional<Drawn> draw(const Template& source, std::uint64_t number) {
  const engine::Library& library = engine::built_in_library();
  GenerationResult generated = generate_question(source, library, {question_seed(1, source.id, number)});
  auto* question = std::get_if<GeneratedQuestion>(&generated);
  if (question == nullptr) return std::nullopt;
  Drawn drawn{std::move(*question), {}, nullptr};
  OptionsResult options = write_options(*source.options, drawn.question.instance, library.registry());
  REQUIRE(std::holds_alternative<WrittenOptions>(options));
  drawn.options = std::move(std::get<WrittenOptions>(options));
  drawn.answer = &drawn.question.instance.values.find(source.options->answer)->second;
  return drawn;
}

double number_in(std::string figure) {
  figure.erase(std::remove(figure.begin(), figure.end(), ','), figure.end());
  const std::size_t begin = figure.find_first_of("-0123456789");
  REQUIRE(begin != std::string::npos);
  return std::strtod(figure.c_str() + begin, nullptr);
}

std::string numeral_in(const std::string& figure) {
  const std::size_t begin = figure.find_first_of("0123456789");
  std::string numeral = figure.substr(begin, figure.find_last_of("0123456789") + 1 - begin);
  return numeral.substr(0, numeral.find_first_not_of("0123456789,."));
}

validator::FileReport checked(const std::string& yaml) {
  validator::CheckOptions options;
  options.derivations = true;
  return validator::check_file(schema::SourceText("question.yaml", yaml), schema::question_schema(), options);
}

/// Where the calculation states the answer: the bytes of its numeral. Nothing where it does so in no equation.
struct StatedPlace {
  std::size_t begin = 0, length = 0;
  int line = 0, column = 0;
};

/// The first equation of the calculation that gives it.
std::optional<StatedPlace> place_of_answer(const Drawn& drawn) {
  const std::string& yaml = drawn.question.files.yaml;
  const schema::SourceText source("question.yaml", yaml);
  const std::string& numeral = drawn.answer->number;
  for (const validator::Derivation& derivation : checked(yaml).derivations) {
    const std::string& text = derivation.text;
    const std::size_t sign = std::max(text.rfind("= ") + 2, text.rfind("≈ ") + 4);  // 1 or 3 where there is none
    if (derivation.place.field != "details.napkin_math" || sign <= 3 || text.find(numeral, sign) == std::string::npos ||
        numeral_in(derivation.stated_text) != numeral)
      continue;
    const std::size_t statement = yaml.find(text, source.line_start(derivation.place.line));
    if (statement == std::string::npos) continue;
    return StatedPlace{yaml.find(numeral, statement + sign), numeral.size(), derivation.place.line,
                       derivation.place.column};
  }
  return std::nullopt;
}

/// Whether the distractor is the answer times the mistake's factor. Others are mistakes in the formula, or in one of
/// its terms: "6 ms + 2 × 40 ms".
bool is_visible(const engine::Misconception& mistake, const std::string& answer, const std::string& figure) {
  if (mistake.applies == engine::Applies::formula) return false;
  return std::abs(number_in(figure) / number_in(answer) / mistake.factor - 1) < 0.01;
}

/// What the checker says of the calculation with another figure in the place of the answer.
std::string cause_of(const Drawn& drawn, const StatedPlace& place, const std::string& figure) {
  std::string yaml = drawn.question.files.yaml;
  yaml.replace(place.begin, place.length, numeral_in(figure));
  for (const validator::Finding& finding : checked(yaml).findings)
    if (finding.place.line == place.line && finding.place.column == place.column) return finding.cause;
  return "(no finding)";
}

}  // namespace

TEST_CASE("distractors ascend around the place of the answer", "[distractors]") {
  const std::vector<Distractor> values = pool({20, 5, 40, 2.5, 80, 1});
  CHECK(values_of(choose_around(10, 0, values, 1)) == Values{20, 40, 80});
  CHECK(values_of(choose_around(10, 1, values, 1)) == Values{5, 20, 40});
  CHECK(values_of(choose_around(10, 2, values, 1)) == Values{2.5, 5, 20});
  CHECK(values_of(choose_around(10, 3, values, 1)) == Values{1, 2.5, 5});
}

TEST_CASE("a side with too few values is made up for by the other one", "[distractors]") {
  std::vector<double> chosen = values_of(choose_around(10, 0, pool({20, 5, 1}), 1));
  std::sort(chosen.begin(), chosen.end());
  CHECK(chosen == Values{1, 5, 20});
  std::set<Values> orders;  // lest the answer be the one that breaks the order
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    orders.insert(values_of(choose_around(10, 0, pool({20, 5, 1}), seed)));
  CHECK(orders.size() == 6);
}

TEST_CASE("what a reader would take for the answer, or for another option, is left out", "[distractors]") {
  CHECK(values_of(choose_around(10, 1, pool({10, 10.9, 9.2, 5, 20, 21, 40}), 1)) == Values{5, 20, 40});
  CHECK(choose_around(10, 1, pool({20, 5, 5.1, std::nan(""), INFINITY}), 1).size() == 2);
  CHECK(choose_around(10, 1, {}, 1).empty());
}

TEST_CASE("a drawn order holds each number once, and each comes first as often", "[distractors]") {
  std::map<std::size_t, int> first;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    RandomStream stream(seed, "order");
    std::vector<std::size_t> order = drawn_order(3, stream);
    ++first[order.front()];
    std::sort(order.begin(), order.end());
    CHECK(order == std::vector<std::size_t>{0, 1, 2});
  }
  for (const auto& [number, count] : first) CHECK(std::abs(count - 1000) < 120);
}

TEST_CASE("the place of the answer is drawn evenly", "[distractors]") {
  std::array<int, option_count> count{};
  for (std::uint64_t seed = 0; seed < 4000; ++seed) ++count.at(draw_place(seed));
  double chi_square = 0;
  for (const int n : count) chi_square += (n - 1000.0) * (n - 1000.0) / 1000.0;
  CHECK(chi_square < 11.34);  // 1% with three degrees of freedom
}

TEST_CASE("no option of a template can be taken for its answer, and each names its misconception", "[distractors]") {
  constexpr double readers_tolerance = 0.05;
  for (const BuiltInTemplate& known : built_in_templates()) {
    const Template source = template_of(known);
    if (!source.options) continue;
    CAPTURE(source.id);
    for (std::uint64_t number = 0; number < 5; ++number) {
      const auto drawn = draw(source, number);
      if (!drawn) continue;
      const WrittenOptions& options = drawn->options;
      REQUIRE(options.figures.size() == option_count);
      for (std::size_t i = 0; i < option_count; ++i) {
        CAPTURE(options.figures, i);
        const bool is_answer = i == options.correct;
        CHECK(is_answer == options.misconceptions[i].empty());
        if (!is_answer) CHECK(engine::misconception(options.misconceptions[i]) != nullptr);
        for (std::size_t j = 0; j < i; ++j) {
          const double a = number_in(options.figures[i]), b = number_in(options.figures[j]);
          CHECK(std::abs(a - b) > readers_tolerance * std::max(std::abs(a), std::abs(b)));
        }
      }
    }
  }
}

TEST_CASE("the checker names the misconception of a distractor that stands for the answer", "[distractors]") {
  int seen = 0, named = 0, unplaced = 0;
  std::map<std::string, int> others;
  for (const BuiltInTemplate& known : built_in_templates()) {
    const Template source = template_of(known);
    if (!source.options) continue;
    for (std::uint64_t number = 0; number < 5; ++number) {
      const auto drawn = draw(source, number);
      if (!drawn) continue;
      const auto place = place_of_answer(*drawn);
      if (!place) {
        ++unplaced, ++others[source.id + ": not placed"];
        continue;
      }
      for (std::size_t i = 0; i < option_count; ++i) {
        const engine::Misconception* mistake = engine::misconception(drawn->options.misconceptions[i]);
        if (mistake == nullptr || !is_visible(*mistake, drawn->answer->text, drawn->options.figures[i])) continue;
        ++seen;
        const std::string cause = cause_of(*drawn, *place, drawn->options.figures[i]);
        if (cause == mistake->name)
          ++named;
        else
          ++others[source.id + ": " + std::string(mistake->id) + " taken for '" + cause + "'"];
      }
    }
  }
  const double share = 100.0 * named / std::max(1, seen);
  std::string list;
  for (const auto& [what, count] : others) list += "\n  " + std::to_string(count) + " × " + what;
  WARN("the checker names " << named << " of " << seen << " distractors' misconceptions (" << share << "%)");
  INFO(list);
  CHECK(share >= 90);
  CHECK(unplaced * 20 <= seen);
}
