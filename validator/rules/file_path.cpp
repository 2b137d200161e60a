#include "validator/rules/file_path.hpp"

namespace napkin::validator {
namespace {

// Takes the last component off the path and gives it.
std::string_view take_last(std::string_view& path) {
  const std::size_t slash = path.find_last_of("/\\");
  const std::string_view last = slash == std::string_view::npos ? path : path.substr(slash + 1);
  path = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
  return last;
}

}  // namespace

FilePath split_path(std::string_view path) {
  FilePath parts;
  const std::string_view name = take_last(path);
  for (const std::string_view ending : {std::string_view(".yaml"), std::string_view(".yml")})
    if (name.ends_with(ending)) parts.stem = name.substr(0, name.size() - ending.size());
  parts.folder = take_last(path);
  parts.grandparent = take_last(path);
  return parts;
}

}  // namespace napkin::validator
