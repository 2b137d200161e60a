#include "engine/load/yaml_map.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "engine/text/spelling.hpp"

namespace napkin::engine::load {

void FileContext::report(const YAML::Node& node, std::string message) {
  const YAML::Mark mark = node.Mark();
  errors_.push_back({path_, mark.line + 1, mark.column + 1, std::move(message)});
}

std::string_view FileContext::text(const YAML::Node& scalar) {
  const std::string_view kept = store_.keep(scalar.Scalar());
  const YAML::Mark mark = scalar.Mark();
  store_.remember(kept, {path_, mark.line + 1, mark.column + 1});
  return kept;
}

YamlMap::YamlMap(FileContext& file, YAML::Node node, std::string what)
    : file_(&file), node_(std::move(node)), what_(std::move(what)), is_map_(node_.IsMap()) {
  if (!is_map_) {
    report(fmt::format("{} has to be a mapping of keys to values", what_));
    return;
  }
  for (const auto& item : node_) {
    if (!item.first.IsScalar()) {
      file_->report(item.first, fmt::format("{} has a key that is no word", what_));
      continue;
    }
    const std::string& key = item.first.Scalar();
    const bool is_repeated = member(key) != nullptr;
    if (is_repeated) file_->report(item.first, fmt::format("{} has '{}' twice", what_, key));
    members_.push_back({key, item.first, item.second, is_repeated});
  }
  known_.clear();
}

YamlMap::Member* YamlMap::member(std::string_view key) {
  known_.emplace_back(key);
  for (Member& member : members_)
    if (member.key == key) return &member;
  return nullptr;
}

bool YamlMap::has(std::string_view key) const {
  return std::any_of(members_.begin(), members_.end(), [&](const Member& member) { return member.key == key; });
}

bool YamlMap::is_sequence(std::string_view key) {
  const Member* found = member(key);
  return found != nullptr && found->value.IsSequence();
}

void YamlMap::report(std::string_view key, std::string message) {
  const Member* found = member(key);
  file_->report(found == nullptr ? node_ : found->value, std::move(message));
}

std::string_view YamlMap::required(std::string_view key) {
  if (is_map_ && !has(key)) report(fmt::format("{} needs '{}'", what_, key));
  const std::string_view text = optional(key);
  if (has(key) && text.empty()) report(key, fmt::format("'{}' of {} is empty", key, what_));
  return text;
}

std::string_view YamlMap::optional(std::string_view key) {
  Member* found = member(key);
  if (found == nullptr) return {};
  found->asked = true;
  if (found->value.IsNull()) return {};
  if (found->value.IsScalar()) return file_->text(found->value);
  file_->report(found->value, fmt::format("'{}' of {} has to be a text", key, what_));
  return {};
}

bool YamlMap::flag(std::string_view key) {
  const std::string_view text = optional(key);
  if (!text.empty() && text != "true" && text != "false")
    report(key, fmt::format("'{}' of {} is true or false, not '{}'", key, what_, text));
  return text == "true";
}

int YamlMap::whole_number(std::string_view key) {
  const std::string_view text = optional(key);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (!text.empty() && (error != std::errc{} || end != text.data() + text.size()))
    report(key, fmt::format("'{}' of {} is a whole number, not '{}'", key, what_, text));
  return value;
}

std::vector<std::string_view> YamlMap::texts(std::string_view key) {
  std::vector<std::string_view> result;
  Member* found = member(key);
  if (found == nullptr) return result;
  found->asked = true;
  if (!found->value.IsSequence()) {
    file_->report(found->value, fmt::format("'{}' of {} has to be a list", key, what_));
    return result;
  }
  for (const YAML::Node& item : found->value) {
    if (item.IsScalar())
      result.push_back(file_->text(item));
    else
      file_->report(item, fmt::format("'{}' of {} is a list of texts", key, what_));
  }
  return result;
}

std::vector<YamlMap> YamlMap::maps(std::string_view key, const std::string& what) {
  std::vector<YamlMap> result;
  Member* found = member(key);
  if (found == nullptr) return result;
  found->asked = true;
  if (!found->value.IsSequence()) {
    file_->report(found->value, fmt::format("'{}' of {} has to be a list", key, what_));
    return result;
  }
  for (const YAML::Node& item : found->value) result.emplace_back(*file_, item, what);
  return result;
}

YamlMap YamlMap::map(std::string_view key, const std::string& what) {
  Member* found = member(key);
  if (found == nullptr) {
    report(fmt::format("{} needs '{}'", what_, key));
    return {*file_, YAML::Node(YAML::NodeType::Map), what};
  }
  found->asked = true;
  return {*file_, found->value, what};
}

std::vector<std::pair<std::string_view, std::string_view>> YamlMap::rest() {
  std::vector<std::pair<std::string_view, std::string_view>> result;
  for (Member& member : members_) {
    if (member.asked || !member.value.IsScalar()) continue;
    member.asked = true;
    result.emplace_back(file_->text(member.key_node), file_->text(member.value));
  }
  return result;
}

std::vector<std::pair<std::string_view, YamlMap>> YamlMap::entries(const std::string& what) {
  std::vector<std::pair<std::string_view, YamlMap>> result;
  for (Member& member : members_) {
    member.asked = true;
    result.emplace_back(file_->text(member.key_node), YamlMap(*file_, member.value, what + " '" + member.key + "'"));
  }
  return result;
}

void YamlMap::finish() {
  for (const Member& member : members_) {
    if (member.asked) continue;
    const auto closest = closest_word(member.key, known_);
    file_->report(member.key_node, closest
                                       ? fmt::format("{} has no '{}'; did you mean '{}'?", what_, member.key, *closest)
                                       : fmt::format("{} has no '{}'", what_, member.key));
  }
}

}  // namespace napkin::engine::load
