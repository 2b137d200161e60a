#include "cli/input_files.hpp"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include <dirent.h>
#include <sys/stat.h>

#include "cli/file_reader.hpp"
#include "cli/path_names.hpp"

namespace napkin::cli {
namespace {
using FolderIdentity = std::pair<dev_t, ino_t>;

FolderIdentity identity(const struct stat& facts) { return {facts.st_dev, facts.st_ino}; }

struct Entry {
  std::string name;
  unsigned char type = DT_UNKNOWN;
};

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool is_in(const std::string& path, const std::string& folder) {
  return folder == "." || path.starts_with(joined(folder, ""));
}

bool is_bank_file(FileKind kind) {
  return kind == FileKind::chains || kind == FileKind::taxonomy || kind == FileKind::meant_duplicates;
}

// Whether the folder is the one with that identity or lies within it.
bool lies_within(std::string folder, FolderIdentity outer) {
  struct stat facts {};
  std::optional<FolderIdentity> previous;
  while (stat(folder.c_str(), &facts) == 0 && identity(facts) != previous) {
    if (identity(facts) == outer) return true;
    previous = identity(facts);
    folder += "/..";
  }
  return false;
}

class Collector {
 public:
  InputFiles collect(std::vector<std::string> paths) {
    for (std::string& path : paths) path = normalised(path);
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    for (const std::string& path : paths) add_named(path);
    // Links last, so that what is reached both ways goes by its real name; following one may find more.
    for (std::size_t i = 0; i < linked_folders_.size(); ++i) walk(std::string(linked_folders_[i]));
    for (const std::string& path : named_files_) add_named_file(path);
    std::sort(files_.questions.begin(), files_.questions.end());
    for (auto* list : {&files_.chains, &files_.taxonomies, &files_.meant_duplicates})
      std::sort(list->begin(), list->end(), [](const BankPath& a, const BankPath& b) { return a.path < b.path; });
    for (const std::string& folder : named_folders_) refuse_if_empty(folder);
    std::sort(files_.errors.begin(), files_.errors.end(),
              [](const InputError& a, const InputError& b) { return a.path < b.path; });
    return std::move(files_);
  }

 private:
  void fail(const std::string& path, std::string message) { files_.errors.push_back({path, std::move(message)}); }

  void add_named(const std::string& path) {
    struct stat facts {};
    if (stat(path.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode)) {
      if (walk(path)) named_folders_.push_back(path);
    } else {
      named_files_.push_back(path);  // what cannot be read is an error when it is read
    }
  }

  void add_named_file(const std::string& path) {
    const std::string name(file_name(path));
    struct stat folder {};
    if (stat(folder_of(path).c_str(), &folder) == 0) {
      const bool found_walking = walked_.contains(identity(folder)) && kind_of(name) != FileKind::other;
      if (found_walking || !named_identities_.insert({identity(folder), name}).second) return;
    }
    const FileKind kind = kind_of(name);
    add_file(path, kind == FileKind::other ? FileKind::question : kind, false);
  }

  void add_file(const std::string& path, FileKind kind, bool folder_walked) {
    if (kind == FileKind::question) files_.questions.push_back(path);
    if (kind == FileKind::chains) files_.chains.push_back({path, folder_walked});
    if (kind == FileKind::taxonomy) files_.taxonomies.push_back({path, folder_walked});
    if (kind == FileKind::meant_duplicates) files_.meant_duplicates.push_back({path, folder_walked});
  }

  // False where the folder was walked before.
  bool walk(const std::string& folder) {
    struct stat facts {};
    if (stat(folder.c_str(), &facts) != 0) return fail(folder, explain_errno(errno)), true;
    if (!walked_.insert(identity(facts)).second) return false;
    for (const Entry& entry : entries(folder)) add_entry(joined(folder, entry.name), entry);
    return true;
  }

  std::vector<Entry> entries(const std::string& folder) {
    std::vector<Entry> result;
    DIR* stream = opendir(folder.c_str());
    if (stream == nullptr) return fail(folder, explain_errno(errno)), result;
    errno = 0;
    while (const dirent* entry = readdir(stream))
      if (entry->d_name[0] != '.') result.push_back({entry->d_name, entry->d_type});
    if (errno != 0) fail(folder, explain_errno(errno));
    closedir(stream);
    std::sort(result.begin(), result.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return result;
  }

  void add_entry(const std::string& path, const Entry& entry) {
    const FileKind kind = kind_of(entry.name);
    if (entry.type == DT_DIR && !is_bank_file(kind)) {
      walk(path);
    } else if (entry.type == DT_LNK || entry.type == DT_UNKNOWN) {
      add_unclear_entry(path, kind);
    } else {
      add_file(path, kind, true);  // also what only has the name (a pipe, a device): reading it is refused, aloud
    }
  }

  void add_unclear_entry(const std::string& path, FileKind kind) {
    struct stat facts {
    }, own{};
    const bool found = stat(path.c_str(), &facts) == 0;
    if (!found || !S_ISDIR(facts.st_mode) || is_bank_file(kind)) return add_file(path, kind, true);
    if (lstat(path.c_str(), &own) == 0 && !S_ISLNK(own.st_mode)) return void(walk(path));
    if (lies_within(folder_of(path), identity(facts)))
      return fail(path, "is a link in a circle, to a folder that holds it; not followed");
    linked_folders_.push_back(path);
  }

  void refuse_if_empty(const std::string& folder) {
    const auto inside = [&](const std::string& path) { return is_in(path, folder); };
    const auto failed = [&](const InputError& error) { return error.path == folder || is_in(error.path, folder); };
    if (std::any_of(files_.questions.begin(), files_.questions.end(), inside)) return;
    if (std::any_of(files_.errors.begin(), files_.errors.end(), failed)) return;
    fail(folder, "no question in this folder (*.yaml, *.yml)");
  }

  InputFiles files_;
  std::set<FolderIdentity> walked_;
  std::set<std::pair<FolderIdentity, std::string>> named_identities_;
  std::vector<std::string> named_files_, named_folders_, linked_folders_;
};
}  // namespace

InputFiles collect_input_files(const std::vector<std::string>& paths) { return Collector().collect(paths); }

}  // namespace napkin::cli
