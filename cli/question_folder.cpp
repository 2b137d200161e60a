#include "cli/question_folder.hpp"

#include <charconv>
#include <filesystem>

#include <fmt/format.h>

#include "cli/file_reader.hpp"
#include "cli/output.hpp"
#include "cli/path_names.hpp"
#include "cli/usage_error.hpp"

namespace napkin::cli {
namespace {

namespace fs = std::filesystem;

/// The value of "  key: value" on a line of its own behind `from`.
std::string value_behind(const std::string& text, std::size_t from, std::string_view key) {
  const std::size_t at = text.find("\n  " + std::string(key) + ": ", from);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + 5 + key.size();
  return text.substr(begin, text.find('\n', begin) - begin);
}

/// The value of "key: value" on a line of its own, without quotes.
std::string value_at_line_start(const std::string& text, std::string_view key) {
  const std::string start = std::string(key) + ": ";
  std::size_t at = text.starts_with(start) ? 0 : text.find("\n" + start);
  if (at == std::string::npos) return {};
  at += start.size() + (at == 0 ? 0 : 1);
  std::string value = text.substr(at, text.find_first_of("\r\n #", at) - at);
  std::erase_if(value, [](char c) { return c == '"' || c == '\''; });
  return value;
}

/// As the generator writes it; what somebody else wrote there is none of ours.
std::optional<Origin> origin_of(const std::string& text) {
  const std::size_t proof = text.find("\ngenerated_by:\n");
  if (proof == std::string::npos) return std::nullopt;
  Origin origin{value_behind(text, proof, "template"), 0};
  const std::string seed = value_behind(text, proof, "seed");
  const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), origin.seed);
  if (origin.template_id.empty() || error != std::errc{} || end != seed.data() + seed.size()) return std::nullopt;
  return origin;
}

void make_folder(const std::string& path) {
  std::error_code failure;
  fs::create_directories(path, failure);
  if (failure) throw UsageError(fmt::format("napkin: {}: {}", display_name(path), explain_errno(failure.value())));
}

}  // namespace

void write_question(const std::string& path, const generator::ComposedQuestion& files) {
  if (files.picture) write_file(beside(path, files.picture->name), files.picture->svg);
  write_file(path, files.yaml);
}

QuestionFolder::QuestionFolder(std::string folder) : folder_(std::move(folder)) {
  std::error_code failure;
  if (!fs::exists(folder_, failure)) return;
  fs::recursive_directory_iterator item(folder_, failure);
  for (const fs::recursive_directory_iterator end; !failure && item != end; item.increment(failure))
    if (item->is_regular_file(failure)) read_file(item->path().string());
  if (failure) throw UsageError(fmt::format("napkin: {}: {}", display_name(folder_), explain_errno(failure.value())));
}

void QuestionFolder::read_file(const std::string& path) {
  const fs::path name(path);
  const auto bytes = read_regular_file(path);
  const auto* text = std::get_if<std::string>(&bytes);
  // Somebody's picture or note of that name takes the id too; ours goes with its question, or waits for it.
  if (text == nullptr || !text->ends_with(generator::picture_mark)) taken_.insert(name.stem().string());
  if (name.extension() != ".yaml" && name.extension() != ".yml") return;
  if (text == nullptr) return;
  if (const std::string id = value_at_line_start(*text, "id"); !id.empty()) taken_.insert(id);
  if (auto origin = origin_of(*text)) origins_.emplace(std::move(*origin), path);
}

const std::string* QuestionFolder::find(const Origin& origin) const {
  const auto found = origins_.find(origin);
  return found == origins_.end() ? nullptr : &found->second;
}

std::string QuestionFolder::take_id(const std::string& track) {
  std::size_t& number = next_[track];
  std::string id;
  do {
    id = fmt::format("{}-{:04}", track, ++number);
  } while (!taken_.insert(id).second);
  return id;
}

std::string QuestionFolder::path(const generator::QuestionPlace& place, const std::string& file) const {
  return joined(joined(joined(folder_, place.track), place.area), file);
}

void QuestionFolder::write(const generator::GeneratedQuestion& question) const {
  const std::string file = path(question.place, question.id + ".yaml");
  make_folder(fs::path(file).parent_path().string());
  write_question(file, question.files);
}

}  // namespace napkin::cli
