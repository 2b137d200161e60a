// Report text that moves from memory to a nameless temporary file when it grows: a report over ten thousand files is
// larger than everything else that the program keeps.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>

#include "validator/report/text_store.hpp"

namespace napkin::cli {

class SpillingStore : public validator::TextStore {
 public:
  /// Keeps up to so many bytes in memory. Without a folder for temporary files it keeps all of them there.
  explicit SpillingStore(std::size_t memory = std::size_t{4} << 20) : memory_(memory) {}

  /// Both throw UsageError where the temporary folder is full.
  void append(std::string_view text) override;
  void pour(const validator::TextSink& sink) override;

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void spill();

  std::size_t memory_;
  std::string text_;
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace napkin::cli
