#include "cli/path_names.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace napkin::cli {
namespace {
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Length of the well-formed UTF-8 sequence at the start (no overlong forms, no surrogates), 0 where there is none.
std::size_t sequence_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead < 0xE0   ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!is_continuation(text[i])) return 0;
  const auto second = static_cast<unsigned char>(text[1]);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool beyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || beyond ? 0 : length;
}
// The character, or for one that a terminal would act on its picture ("␛").
std::string_view picture_of(std::string_view character) {
  static constexpr std::string_view pictures = "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟";
  const auto byte = static_cast<unsigned char>(character[0]);
  if (byte < 0x20) return pictures.substr(std::size_t{3} * byte, 3);
  if (byte == 0x7F) return "␡";
  const bool is_c1_control = byte == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
  return is_c1_control ? "\uFFFD" : character;
}
}  // namespace

std::string normalised(std::string_view path) {
  std::string result;
  if (path.starts_with('/')) result = "/";
  std::size_t begin = 0;
  while (begin < path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    begin = end + 1;
    if (part.empty() || part == ".") continue;
    if (!result.empty() && !result.ends_with('/')) result += '/';
    result += part;
  }
  return result.empty() ? "." : result;
}

std::string joined(std::string_view folder, std::string_view name) {
  if (folder == "." || folder.empty()) return std::string(name);
  return fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", name);
}

std::string beside(std::string_view path, std::string_view name) {
  return std::string(path.substr(0, path.size() - file_name(path).size())) + std::string(name);
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

FileKind kind_of(std::string_view name) {
  if (name.starts_with('.')) return FileKind::other;
  if (name == "chains.json") return FileKind::chains;
  if (name == "taxonomy.yaml" || name == "taxonomy.yml" || name == "taxonomy.json") return FileKind::taxonomy;
  if (name == "near-duplicates.yaml" || name == "near-duplicates.yml") return FileKind::meant_duplicates;
  if (name == "napkin.yaml" || name == "napkin.yml") return FileKind::other;
  return name.ends_with(".yaml") || name.ends_with(".yml") ? FileKind::question : FileKind::other;
}

std::string display_name(std::string_view path) {
  std::string result;
  for (std::size_t i = 0; i < path.size();) {
    const std::size_t length = sequence_length(path.substr(i));
    const std::string_view shown = length == 0 ? "\uFFFD" : picture_of(path.substr(i, length));
    result += shown;
    i += std::max<std::size_t>(length, 1);
  }
  return result;
}

}  // namespace napkin::cli
