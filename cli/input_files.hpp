// Which files a run checks: the paths given, folders walked, in one order whatever the order they were named in.
#pragma once

#include <string>
#include <vector>

namespace napkin::cli {

struct InputError {
  std::string path;
  std::string message;  // "does not exist"
};

/// chains.json, taxonomy.yaml and its like, near-duplicates.yaml.
struct BankPath {
  std::string path;
  bool folder_walked = false;  // and with it every question below the file's folder; not where the file was named
};

struct InputFiles {
  std::vector<std::string> questions;      // by path, each file once
  std::vector<BankPath> chains;            // by path
  std::vector<BankPath> taxonomies;        // by path
  std::vector<BankPath> meant_duplicates;  // by path
  std::vector<InputError> errors;          // by path: paths that cannot be read, folders without a question
};

/// A file named is a question whatever its name (except chains and taxonomies); in a folder the names decide (kind_of),
/// and what is hidden is left out. Links to folders are followed once; one that leads back up is an error.
InputFiles collect_input_files(const std::vector<std::string>& paths);

}  // namespace napkin::cli
