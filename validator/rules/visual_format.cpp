#include "validator/rules/visual_format.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/text/ascii.hpp"

namespace napkin::validator {

const RuleInfo visual_kind_rule{
    .code = "F161",
    .name = "visual-kind",
    .severity = Severity::error,
    .summary = "A visual is of no kind that can be drawn: svg or mermaid.",
    .why = "The page picks the renderer by the kind; for any other it shows nothing.",
    .example = "visual:\n  kind: png\n  path: cloud-0001.svg\n  alt: A roofline with its ridge point",
    .fix = "visual:\n  kind: svg\n  path: cloud-0001.svg\n  alt: A roofline with its ridge point",
};

const RuleInfo visual_path_rule{
    .code = "F162",
    .name = "visual-path",
    .severity = Severity::error,
    .summary = "A visual's path is no bare .svg or .mmd file name.",
    .why =
        "Visuals stand in one folder a track and are found by name alone. A folder in the path leads elsewhere, at "
        "worst out of the site.",
    .example = "visual:\n  kind: svg\n  path: ../images/cloud-0001.svg\n  alt: A roofline with its ridge point",
    .fix = "visual:\n  kind: svg\n  path: cloud-0001.svg\n  alt: A roofline with its ridge point",
};

const RuleInfo visual_text_rule{
    .code = "F163",
    .name = "visual-text",
    .severity = Severity::error,
    .summary = "A visual's alternative text is missing or has more than 400 characters.",
    .why =
        "The text is all that a screen reader, or a page that could not load the picture, has to offer. Beyond 400 "
        "characters it is a description that belongs into the scenario.",
    .example = "visual:\n  kind: svg\n  path: cloud-0001.svg\n  alt: ''",
    .fix = "visual:\n  kind: svg\n  path: cloud-0001.svg\n  alt: A roofline with its ridge point",
};

namespace {

constexpr std::size_t longest_alt = 400;
constexpr std::size_t longest_path = 120;

bool is_name_character(char c) {
  return engine::is_letter(c) || engine::is_digit(c) || c == '_' || c == '.' || c == '-';
}

bool is_bare_file_name(std::string_view path) {
  const bool drawn = path.ends_with(".svg") || path.ends_with(".mmd");
  return drawn && path.size() > 4 && path.size() <= longest_path &&
         std::all_of(path.begin(), path.end(), is_name_character);
}

}  // namespace

void check_visual_format(const QuestionFile& file, std::vector<Finding>& findings) {
  const schema::YamlNode* visual = value_under(file.document, "visual");
  if (visual == nullptr || visual->kind != schema::NodeKind::mapping) return;
  const auto report = [&](const RuleInfo& rule, const schema::YamlNode* node, std::string_view key,
                          std::string message) {
    findings.push_back(finding_at(rule, file, node == nullptr ? visual->source : node->source,
                                  fmt::format("visual.{}", key), std::move(message)));
  };
  const schema::YamlNode* kind = scalar_under(*visual, "kind");
  if (kind == nullptr || (kind->value != "svg" && kind->value != "mermaid"))
    report(visual_kind_rule, kind, "kind",
           fmt::format("the visual's kind is {}; write svg or mermaid", kind == nullptr ? "missing" : kind->value));
  const schema::YamlNode* path = scalar_under(*visual, "path");
  if (path == nullptr || !is_bare_file_name(path->value))
    report(visual_path_rule, path, "path",
           "the visual's path is no bare file name; write letters, digits, '.', '_' and '-' and the ending .svg or "
           ".mmd, without a folder");
  const schema::YamlNode* alt = scalar_under(*visual, "alt");
  const std::size_t length = alt == nullptr ? 0 : code_points(trimmed(alt->value));
  if (length == 0) report(visual_text_rule, alt, "alt", "the visual has no alternative text; say what it shows");
  if (length > longest_alt)
    report(visual_text_rule, alt, "alt",
           fmt::format("the alternative text has {} characters; at most {} fit", length, longest_alt));
}

}  // namespace napkin::validator
