#include "generator/question_composer.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "generator/option_writer.hpp"
#include "generator/picture_writer.hpp"
#include "generator/render.hpp"
#include "generator/wording_search.hpp"
#include "generator/yaml_text.hpp"

namespace napkin::generator {
namespace {

class Composer {
 public:
  Composer(const Template& source, const Instance& instance, const engine::Library& library,
           const QuestionLabels& labels)
      : source_(source), instance_(instance), registry_(library.registry()), labels_(labels) {}

  ComposeResult run() {
    head();
    yaml_.folded("scenario", required(source_.scenario));
    yaml_.folded("question", required(source_.question));
    details();
    picture();
    yaml_.scalar("status", labels_.status);
    yaml_.scalar("provenance", "imported");
    if (const auto minutes = text(source_.minutes); minutes && !minutes->empty())
      yaml_.number("expected_time_minutes", std::atoll(minutes->c_str()));
    proof();
    if (!fault_.empty()) return InstanceFault{fault_};
    result_.yaml = yaml_.take();
    if (const std::size_t open = result_.yaml.find("{{"); open != std::string::npos)
      return InstanceFault{
          fmt::format("template {}, seed {}: '{}' is left in the text; what it names is not defined, or has no value "
                      "here because it "
                      "divides by zero or leaves its domain",
                      source_.id, instance_.seed, result_.yaml.substr(open, result_.yaml.find("}}", open) + 2 - open)),
          find_in_template(source_, instance_, registry_, {{}, {}, "{{"})};
    return std::move(result_);
  }

 private:
  std::optional<std::string> text(const Wording& wording) const { return render(wording, instance_, registry_); }

  std::string required(const Wording& wording) {
    const auto rendered = text(wording);
    if (!rendered && fault_.empty())
      fault_ =
          fmt::format("template {}: '{}' has no text for the case '{}'", source_.id, wording.name, instance_.case_name);
    return rendered.value_or("");
  }

  void head() {
    yaml_.scalar("schema_version", "1.0");
    yaml_.scalar("id", labels_.id);
    yaml_.scalar("track", required(source_.track));
    yaml_.scalar("level", required(source_.level));
    yaml_.scalar("zone", required(source_.zone));
    yaml_.scalar("topic", required(source_.topic));
    yaml_.scalar("competency_area", required(source_.area));
    yaml_.scalar("bloom_level", required(source_.bloom));
    if (const auto phase = text(source_.phase)) yaml_.scalar("phase", *phase);
    yaml_.scalar("title", required(source_.title));
  }

  void details() {
    yaml_.open("details");
    paragraphs("realistic_solution", required(source_.solution));
    yaml_.literal("common_mistake",
                  fmt::format("**The Pitfall:** {}\n**The Rationale:** {}\n**The Consequence:** {}\n",
                              required(source_.pitfall), required(source_.rationale), required(source_.consequence)));
    yaml_.literal("napkin_math", section("**Assumptions & Constraints:**", source_.assumptions) + "\n" +
                                     section("**Calculations:**", source_.calculations) + "\n" +
                                     section("**Conclusion & Interpretation:**", source_.conclusions));
    if (source_.options) options(*source_.options);
    if (!source_.resources.empty()) {
      yaml_.open("resources");
      for (const auto& [name, url] : source_.resources) {
        yaml_.open_item();
        yaml_.scalar("name", name);
        yaml_.scalar("url", url);
        yaml_.close();
      }
      yaml_.close();
    }
    yaml_.close();
  }

  void paragraphs(std::string_view key, const std::string& text) {
    if (text.find('\n') == std::string::npos)
      yaml_.folded(key, text);
    else
      yaml_.literal(key, text);
  }

  /// Lines that the case has no phrasing for are left out.
  std::string section(std::string_view head, const std::vector<Wording>& lines) const {
    std::string result(head);
    result += '\n';
    for (const Wording& line : lines)
      if (const auto rendered = text(line)) result.append("- ").append(*rendered).append(1, '\n');
    return result;
  }

  void options(const Options& options) {
    const OptionsResult written = write_options(options, instance_, registry_);
    if (const auto* wrong = std::get_if<InstanceFault>(&written)) {
      if (fault_.empty()) fault_ = fmt::format("template {}: {}", source_.id, wrong->message);
      return;
    }
    const auto& list = std::get<WrittenOptions>(written);
    for (const std::string& misconception : list.misconceptions)
      if (!misconception.empty()) misconceptions_.push_back(misconception);
    yaml_.list("options", list.texts);
    yaml_.number("correct_index", static_cast<long long>(list.correct));
  }

  void picture() {
    if (!source_.picture) return;
    const std::string name = labels_.id + ".svg";
    result_.picture = PictureFile{name, draw_picture(*source_.picture, instance_) + std::string(picture_mark)};
    yaml_.open("visual");
    yaml_.scalar("kind", "svg");
    yaml_.scalar("path", name);
    yaml_.folded("alt", required(source_.picture->alt));
    if (const auto caption = text(source_.picture->caption)) yaml_.scalar("caption", *caption);
    yaml_.close();
  }

  void proof() {
    yaml_.open("generated_by");
    yaml_.scalar("template", source_.id);
    yaml_.number("version", source_.version);
    yaml_.number("seed", static_cast<long long>(instance_.seed));
    names_and_texts("parameters", parameter_texts(source_, instance_));
    names_and_texts("figures", figure_texts(source_, instance_));
    if (!misconceptions_.empty()) yaml_.list("misconceptions", misconceptions_);
    yaml_.close();
  }

  void names_and_texts(std::string_view key, const std::vector<std::pair<std::string, std::string>>& pairs) {
    if (pairs.empty()) return;
    yaml_.open(key);
    for (const auto& [name, text] : pairs) yaml_.scalar(name, text);
    yaml_.close();
  }

  const Template& source_;
  const Instance& instance_;
  const engine::Registry& registry_;
  const QuestionLabels& labels_;
  YamlText yaml_;
  ComposedQuestion result_;
  std::vector<std::string> misconceptions_;  // of the wrong options, in their order
  std::string fault_;
};

}  // namespace

std::optional<QuestionPlace> place_of(const Template& source, const Instance& instance,
                                      const engine::Registry& registry) {
  const auto track = render(source.track, instance, registry), area = render(source.area, instance, registry);
  if (!track || !area) return std::nullopt;
  return QuestionPlace{*track, *area};
}

ComposeResult compose_question(const Template& source, const Instance& instance, const engine::Library& library,
                               const QuestionLabels& labels) {
  return Composer(source, instance, library, labels).run();
}

}  // namespace napkin::generator
