// A folder of questions that a generator adds to: which ids are taken, and what was made there before.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "generator/generate.hpp"

namespace napkin::cli {

/// What makes a generated question the same one again.
struct Origin {
  std::string template_id;
  std::uint64_t seed = 0;
  friend auto operator<=>(const Origin&, const Origin&) = default;
};

/// Writes the question and its picture beside it, each whole or not at all; the picture first, so that no question
/// stands without it.
void write_question(const std::string& path, const generator::ComposedQuestion& files);

class QuestionFolder {
 public:
  /// Reads the names of the folder's files, and the origins that generated ones carry. A folder that does not exist is
  /// empty; a UsageError where it cannot be read.
  explicit QuestionFolder(std::string folder);

  /// The path of the question of this origin, where one is there.
  const std::string* find(const Origin& origin) const;
  /// The next free id of a track: "cloud-0012". It is taken from then on.
  std::string take_id(const std::string& track);
  /// DIR/<track>/<area>/<id>.yaml
  std::string path(const generator::QuestionPlace& place, const std::string& file) const;
  /// Writes the question and its picture to their place, whose folder is made where it is missing.
  void write(const generator::GeneratedQuestion& question) const;

 private:
  void read_file(const std::string& path);

  std::string folder_;
  std::set<std::string> taken_;              // ids
  std::map<std::string, std::size_t> next_;  // number by track
  std::map<Origin, std::string> origins_;    // paths
};

}  // namespace napkin::cli
