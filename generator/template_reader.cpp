#include "generator/template_reader.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/misconceptions/misconceptions.hpp"
#include "engine/quantity/dimension_name.hpp"
#include "engine/text/ascii.hpp"
#include "engine/text/spelling.hpp"
#include "generator/parameter_reader.hpp"
#include "generator/template_source.hpp"
#include "generator/wording_reader.hpp"
#include "validator/report/source_excerpt.hpp"
#include "validator/rules/question_vocabulary.hpp"

namespace napkin::generator {
namespace {

using schema::YamlMember;
using schema::YamlNode;

class TemplateReader {
 public:
  TemplateReader(const schema::SourceText& text, const engine::Library& library)
      : text_(text), source_(text, library) {}

  TemplateResult run() {
    const schema::YamlResult document = schema::parse_yaml(text_);
    if (const auto* error = std::get_if<schema::YamlError>(&document))
      return std::vector<TemplateFault>{{error->message, source_.byte_at(error->offset)}};
    const auto& root = std::get<YamlNode>(document);
    if (!source_.is_mapping(root, "a template")) return source_.take_faults();
    source_.only_keys(root, "a template",
                      {"template", "version", "doc", "parameters", "derived", "require", "cases", "classification",
                       "title", "scenario", "question", "solution", "mistake", "assumptions", "calculations",
                       "conclusion", "options", "picture", "resources"});
    head(root);
    names(root);
    // Texts with unknown names in them would only repeat what is said already.
    if (source_.has_faults()) return source_.take_faults();
    texts(root);
    source_.report_unused();
    if (source_.has_faults()) return source_.take_faults();
    return std::move(result_);
  }

 private:
  void read_id(const YamlNode& node) {
    result_.id = source_.text(node, "'template'").value_or("");
    if (!result_.id.empty() && !is_template_id(result_.id))
      source_.fault(node.source, "a template's name is of small letters, digits and hyphens, as in 'kv-cache-fit'");
  }

  void head(const YamlNode& root) {
    if (const YamlNode* id = source_.required(root, "template", "a template")) read_id(*id);
    if (const YamlNode* doc = source_.required(root, "doc", "a template"))
      result_.doc = source_.text(*doc, "'doc'").value_or("");
    if (const YamlMember* version = root.find("version")) {
      const auto number = source_.number(version->value, "'version'");
      if (number && (*number < 1 || std::trunc(*number) != *number || *number > 1e6))
        source_.fault(version->value.source, "'version' is a whole number from 1 on");
      else if (number)
        result_.version = static_cast<int>(*number);
    }
  }

  void names(const YamlNode& root) {
    if (const YamlMember* parameters = root.find("parameters"))
      if (source_.is_mapping(parameters->value, "'parameters'"))
        for (const YamlMember& member : parameters->value.members) {
          auto parameter = read_parameter(source_, member);
          if (!parameter) source_.add_broken(member.key.value);
          if (parameter) result_.parameters.push_back(std::move(*parameter));
        }
    if (const YamlMember* derived = root.find("derived"))
      if (source_.is_mapping(derived->value, "'derived'"))
        for (const YamlMember& member : derived->value.members)
          if (!derived_figure(member)) source_.add_broken(member.key.value);
    if (const YamlMember* require = root.find("require"))
      for (const YamlNode& item : require->value.items) requirement(item);
    if (const YamlMember* cases = root.find("cases"))
      if (source_.is_mapping(cases->value, "'cases'"))
        for (const YamlMember& member : cases->value.members) one_case(member);
  }

  bool derived_figure(const YamlMember& member) {
    const std::string what = "derived figure '" + member.key.value + "'";
    DerivedFigure figure;
    figure.name = member.key.value;
    const bool bare = member.value.kind == schema::NodeKind::scalar;
    if (!bare && !source_.is_mapping(member.value, what)) return false;
    if (!bare) source_.only_keys(member.value, what, {"value", "unit", "digits", "decimals"});
    const YamlNode* value = bare ? &member.value : source_.required(member.value, "value", what);
    if (value == nullptr) return false;
    auto expression = source_.expression(*value, what);
    if (!expression) return false;
    const engine::Dimension dimension = expression->compiled.program.dimension();
    const YamlMember* unit = member.value.find("unit");
    const YamlMember* digits = member.value.find("digits");
    const YamlMember* decimals = member.value.find("decimals");
    figure.is_printed = unit != nullptr || digits != nullptr || decimals != nullptr;
    if (figure.is_printed) {
      const auto format = source_.format(unit == nullptr ? "" : unit->value.value, &dimension,
                                         unit == nullptr ? value->source : unit->value.source);
      if (!format) return false;
      figure.format = *format;
      count(digits, figure.format.digits);
      count(decimals, figure.format.decimals);
    }
    figure.expression = std::move(*expression);
    source_.add_value(figure.name, dimension, member.key.source);
    result_.derived.push_back(std::move(figure));
    return true;
  }

  void count(const YamlMember* member, int& value) {
    if (member == nullptr) return;
    const auto number = source_.number(member->value, member->key.value);
    if (number && *number >= 0 && *number <= 12 && std::trunc(*number) == *number)
      value = static_cast<int>(*number);
    else if (number)
      source_.fault(member->value.source, fmt::format("'{}' is a whole number from 0 to 12", member->key.value));
  }

  void requirement(const YamlNode& item) {
    Requirement requirement;
    const bool bare = item.kind == schema::NodeKind::scalar;
    if (!bare && !source_.is_mapping(item, "a requirement")) return;
    const YamlNode* condition = bare ? &item : source_.required(item, "that", "a requirement");
    if (condition == nullptr) return;
    if (!bare) source_.only_keys(item, "a requirement", {"that", "because"});
    if (const YamlMember* because = item.find("because")) requirement.because = because->value.value;
    if (auto expression = this->condition(*condition)) {
      requirement.condition = std::move(*expression);
      result_.requirements.push_back(std::move(requirement));
    }
  }

  std::optional<TemplateExpression> condition(const YamlNode& node) {
    auto expression = source_.expression(node, "a condition");
    if (!expression || expression->compiled.program.dimension().is_none()) return expression;
    source_.fault(node.source, "a condition is due here: a comparison such as 'intensity < ridge'");
    return std::nullopt;
  }

  void one_case(const YamlMember& member) {
    Case one{member.key.value, std::nullopt};
    if (member.value.value != "otherwise") {
      one.condition = condition(member.value);
      if (!one.condition) return;
    }
    result_.cases.push_back(std::move(one));
  }

  Wording wording(const YamlNode& parent, std::string_view key, std::string_view what, bool is_required = true,
                  bool option = false) {
    const YamlMember* member = parent.find(key);
    if (member == nullptr) {
      if (is_required) source_.required(parent, key, what);
      return {};
    }
    return read_wording(source_, member->value, std::string(key),
                        {result_.parameters, result_.derived, result_.cases, option});
  }

  std::vector<Wording> lines(const YamlNode& root, std::string_view key) {
    std::vector<Wording> result;
    const YamlNode* list = source_.required(root, key, "a template");
    if (list == nullptr) return result;
    if (list->kind != schema::NodeKind::sequence) {
      source_.fault(list->source, fmt::format("'{}' has to be a list of lines", key));
      return result;
    }
    for (const YamlNode& item : list->items)
      result.push_back(read_wording(source_, item, fmt::format("{}/{}", key, result.size()),
                                    {result_.parameters, result_.derived, result_.cases, false}));
    return result;
  }

  void texts(const YamlNode& root) {
    if (const YamlNode* c = source_.required(root, "classification", "a template");
        c != nullptr && source_.is_mapping(*c, "'classification'")) {
      source_.only_keys(*c, "'classification'",
                        {"track", "level", "zone", "topic", "area", "bloom", "phase", "minutes"});
      result_.track = wording(*c, "track", "'classification'");
      result_.level = wording(*c, "level", "'classification'");
      result_.zone = wording(*c, "zone", "'classification'");
      result_.topic = wording(*c, "topic", "'classification'");
      result_.area = wording(*c, "area", "'classification'");
      result_.bloom = wording(*c, "bloom", "'classification'");
      result_.phase = wording(*c, "phase", "'classification'", false);
      result_.minutes = wording(*c, "minutes", "'classification'", false);
      check_classification(*c);
    }
    result_.title = wording(root, "title", "a template");
    result_.scenario = wording(root, "scenario", "a template");
    result_.question = wording(root, "question", "a template");
    result_.solution = wording(root, "solution", "a template");
    if (const YamlNode* mistake = source_.required(root, "mistake", "a template");
        mistake != nullptr && source_.is_mapping(*mistake, "'mistake'")) {
      source_.only_keys(*mistake, "'mistake'", {"pitfall", "rationale", "consequence"});
      result_.pitfall = wording(*mistake, "pitfall", "'mistake'");
      result_.rationale = wording(*mistake, "rationale", "'mistake'");
      result_.consequence = wording(*mistake, "consequence", "'mistake'");
    }
    result_.assumptions = lines(root, "assumptions");
    result_.calculations = lines(root, "calculations");
    result_.conclusions = lines(root, "conclusion");
    if (const YamlMember* options = root.find("options")) read_options(options->value);
    if (const YamlMember* picture = root.find("picture")) read_picture(picture->value);
    if (const YamlMember* resources = root.find("resources"))
      for (const YamlNode& item : resources->value.items) read_resource(item);
  }

  /// Words that depend on nothing are known now; those that do are seen by the checker in each question.
  void check_classification(const YamlNode& node) {
    const auto check = [&](std::string_view key, const Wording& wording, auto is_known) {
      for (const Alternative& alternative : wording.alternatives) {
        std::string word;
        for (const Piece& piece : alternative.pieces) word += piece.placeholder ? std::string("{{") : piece.text;
        if (word.find("{{") == std::string::npos && !is_known(word))
          source_.fault(node.find(key)->value.source, fmt::format("'{}' is no {} of a question", word, key));
      }
    };
    using namespace validator;
    check("track", result_.track, [](const std::string& word) { return is_track(word); });
    check("level", result_.level, [](const std::string& word) { return level_number(word).has_value(); });
    check("zone", result_.zone, [](const std::string& word) { return find_zone(word) != nullptr; });
    check("topic", result_.topic, [](const std::string& word) { return find_topic(word) != nullptr; });
    check("area", result_.area, [](const std::string& word) { return is_area(word); });
    check("bloom", result_.bloom, [](const std::string& word) { return bloom_level(word).has_value(); });
  }

  void read_options(const YamlNode& node) {
    if (!source_.is_mapping(node, "'options'")) return;
    source_.only_keys(node, "'options'", {"answer", "text", "wrong"});
    Options options;
    if (const YamlNode* answer = source_.required(node, "answer", "'options'"))
      if (figure_name(*answer)) options.answer = answer->value;
    options.text = wording(node, "text", "'options'", true, true);
    if (const YamlNode* wrong = source_.required(node, "wrong", "'options'"))
      for (const YamlNode& item : wrong->items) wrong_answer(item, options);
    if (options.wrong.size() < 3 && !source_.has_faults())
      source_.fault(node.source, "'options' needs at least three wrong answers to choose from");
    result_.options = std::move(options);
  }

  void wrong_answer(const YamlNode& item, Options& options) {
    WrongAnswer wrong;
    if (item.kind == schema::NodeKind::mapping) {
      source_.only_keys(item, "a wrong answer", {"misconception", "value"});
      if (const YamlNode* id = source_.required(item, "misconception", "a wrong answer"))
        wrong.misconception = source_.text(*id, "'misconception'").value_or("");
      if (const YamlMember* value = item.find("value"))
        wrong.expression = source_.expression(value->value, "a wrong answer");
    } else {
      wrong.misconception = source_.text(item, "a wrong answer").value_or("");
    }
    check_misconception(item, wrong);
    options.wrong.push_back(std::move(wrong));
  }

  void check_misconception(const YamlNode& item, const WrongAnswer& wrong) {
    const engine::Misconception* known = engine::misconception(wrong.misconception);
    if (known == nullptr) {
      std::vector<std::string_view> ids;
      for (const engine::Misconception& one : engine::misconceptions()) ids.push_back(one.id);
      const auto closest = engine::closest_word(wrong.misconception, std::span<const std::string_view>(ids));
      source_.fault(item.source, fmt::format("the catalogue has no misconception '{}'{}", wrong.misconception,
                                             closest ? fmt::format("; did you mean '{}'?", *closest) : ""));
    } else if (known->applies == engine::Applies::formula && !wrong.expression) {
      source_.fault(item.source, fmt::format("'{}' has no factor of its own; give the value that it leads to: "
                                             "{{misconception: {}, value: EXPRESSION}}",
                                             known->id, known->id));
    }
  }

  /// The name of a derived figure that is printed.
  bool figure_name(const YamlNode& node) {
    const auto named = [&](const DerivedFigure& figure) { return figure.name == node.value && figure.is_printed; };
    if (std::any_of(result_.derived.begin(), result_.derived.end(), named)) {
      source_.use(node.value);
      return true;
    }
    source_.fault(node.source, fmt::format("'{}' is no derived figure that is printed", node.value));
    return false;
  }

  void read_picture(const YamlNode& node) {
    if (!source_.is_mapping(node, "'picture'")) return;
    source_.only_keys(node, "'picture'", {"kind", "bars", "limit", "peak", "bandwidth", "intensity", "alt", "caption"});
    Picture picture;
    const YamlNode* kind = source_.required(node, "kind", "'picture'");
    if (kind == nullptr) return;
    if (kind->value != "roofline" && kind->value != "bars")
      source_.fault(kind->source, "a picture is a roofline or bars");
    picture.kind = kind->value == "roofline" ? Picture::Kind::roofline : Picture::Kind::bars;
    picture.alt = wording(node, "alt", "'picture'");
    picture.caption = wording(node, "caption", "'picture'", false);
    if (picture.kind == Picture::Kind::roofline) {
      read_roofline(node, picture);
    } else if (const YamlNode* bars = source_.required(node, "bars", "'picture'")) {
      if (const YamlMember* limit = node.find("limit"); limit != nullptr && value_name(limit->value))
        picture.limit = limit->value.value;
      for (const YamlMember& bar : bars->members)
        if (value_name(bar.value)) picture.bars.emplace_back(bar.key.value, bar.value.value);
      for (const YamlMember& bar : bars->members) same_scale(bar.value, picture);
    }
    result_.picture = std::move(picture);
  }

  /// All bars stand on one scale.
  void same_scale(const YamlNode& bar, const Picture& picture) {
    if (picture.bars.empty() || !source_.is_value(bar.value)) return;
    const engine::Dimension &first = *source_.dimension_of(picture.bars[0].second),
                            &there = *source_.dimension_of(bar.value);
    if (there != first)
      source_.fault(bar.source, fmt::format("'{}' is {}, but the first bar is {}", bar.value, engine::describe(there),
                                            engine::describe(first)));
  }

  void read_roofline(const YamlNode& node, Picture& picture) {
    using namespace engine::dimensions;
    const auto name = [&](std::string_view key, const engine::Dimension& dimension) -> std::string {
      const YamlNode* given = source_.required(node, key, "'picture'");
      if (given == nullptr || !value_name(*given)) return {};
      const engine::Dimension& there = *source_.dimension_of(given->value);
      if (there != dimension)
        source_.fault(given->source, fmt::format("'{}' of a roofline is {}, but '{}' is {}", key,
                                                 engine::describe(dimension), given->value, engine::describe(there)));
      return given->value;
    };
    picture.peak = name("peak", operation_rate);
    picture.bandwidth = name("bandwidth", bandwidth);
    picture.intensity = name("intensity", operation / information);
  }

  bool value_name(const YamlNode& node) {
    if (source_.is_value(node.value)) {
      source_.use(node.value);
      return true;
    }
    source_.fault(node.source, fmt::format("'{}' is no figure of this template", node.value));
    return false;
  }

  void read_resource(const YamlNode& item) {
    if (!source_.is_mapping(item, "a resource")) return;
    source_.only_keys(item, "a resource", {"name", "url"});
    const YamlNode *name = source_.required(item, "name", "a resource"),
                   *url = source_.required(item, "url", "a resource");
    if (name != nullptr && url != nullptr) result_.resources.emplace_back(name->value, url->value);
  }

  const schema::SourceText& text_;
  TemplateSource source_;
  Template result_;
};

}  // namespace

bool is_template_id(std::string_view id) {
  const auto inside = [](char c) { return engine::is_lower(c) || engine::is_digit(c) || c == '-'; };
  return !id.empty() && id.front() != '-' && id.back() != '-' && std::all_of(id.begin(), id.end(), inside);
}

std::string describe(const schema::SourceText& source, const TemplateFault& fault) {
  constexpr int width = 118;
  const schema::Position begin = source.position(fault.range.begin), end = source.position(fault.range.end);
  const bool one_line = end.line == begin.line;
  const int line_end = static_cast<int>(source.line(begin.line).size()) + 1;
  const validator::Excerpt excerpt = validator::excerpt_of(
      source.line(begin.line), begin.column, std::max(one_line ? end.column : line_end, begin.column + 1), width);
  return fmt::format("{}:{}:{}: {}\n  {}\n  {}^{}", source.name(), begin.line, begin.column, fault.message,
                     excerpt.line, excerpt.indent, std::string(excerpt.carets.size() - 1, '~'));
}

TemplateResult read_template(const schema::SourceText& source, const engine::Library& library) {
  return TemplateReader(source, library).run();
}

}  // namespace napkin::generator
