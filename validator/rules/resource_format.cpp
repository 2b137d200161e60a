#include "validator/rules/resource_format.hpp"

#include <fmt/format.h>

namespace napkin::validator {

const RuleInfo resource_name_rule{
    .code = "F151",
    .name = "resource-name",
    .severity = Severity::error,
    .summary = "A resource has no name, or one of more than 120 characters.",
    .why = "The name is the text of the link. Without one the reader sees a bare address, or nothing to click on.",
    .example = "resources:\n  - name: ''\n    url: https://example.org/roofline",
    .fix = "resources:\n  - name: The roofline model\n    url: https://example.org/roofline",
};

const RuleInfo insecure_resource_rule{
    .code = "F152",
    .name = "insecure-resource",
    .severity = Severity::error,
    .summary = "A resource has no https address.",
    .why =
        "A page served over https links only to what is as safe. Other schemes (http:, javascript:, data:) are "
        "blocked by browsers or run code in the reader's page.",
    .example = "resources:\n  - name: The roofline model\n    url: http://example.org/roofline",
    .fix = "resources:\n  - name: The roofline model\n    url: https://example.org/roofline",
};

namespace {

constexpr std::size_t longest_name = 120;

void check_name(const QuestionFile& file, const schema::YamlNode& resource, const std::string& path,
                std::vector<Finding>& findings) {
  const schema::YamlNode* name = scalar_under(resource, "name");
  const std::size_t length = name == nullptr ? 0 : code_points(trimmed(name->value));
  if (length > 0 && length <= longest_name) return;
  findings.push_back(
      finding_at(resource_name_rule, file, name == nullptr ? resource.source : name->source, path + ".name",
                 length == 0 ? "the resource has no name; give the text of the link"
                             : fmt::format("the name has {} characters; at most {} fit", length, longest_name)));
}

void check_address(const QuestionFile& file, const schema::YamlNode& resource, const std::string& path,
                   std::vector<Finding>& findings) {
  constexpr std::string_view scheme = "https://";
  const schema::YamlNode* url = scalar_under(resource, "url");
  const std::string_view address = url == nullptr ? std::string_view() : trimmed(url->value);
  if (address.starts_with(scheme) && address.size() > scheme.size()) return;
  findings.push_back(finding_at(insecure_resource_rule, file, url == nullptr ? resource.source : url->source,
                                path + ".url",
                                address.empty() ? "the resource has no address; give one that begins with https://"
                                                : "the address does not begin with https://"));
}

}  // namespace

void check_resource_format(const QuestionFile& file, std::vector<Finding>& findings) {
  const schema::YamlNode* details = value_under(file.document, "details");
  const schema::YamlNode* resources = details == nullptr ? nullptr : value_under(*details, "resources");
  if (resources == nullptr) return;
  for (std::size_t i = 0; i < resources->items.size(); ++i) {
    const schema::YamlNode& resource = resources->items[i];
    if (resource.kind != schema::NodeKind::mapping) continue;
    const std::string path = fmt::format("details.resources[{}]", i);
    check_name(file, resource, path, findings);
    check_address(file, resource, path, findings);
  }
}

}  // namespace napkin::validator
