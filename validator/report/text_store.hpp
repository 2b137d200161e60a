// Text that a report keeps until its end: in memory, unless the caller has a better place.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace napkin::validator {

/// Takes text piece by piece.
using TextSink = std::function<void(std::string_view)>;

class TextStore {
 public:
  virtual ~TextStore() = default;
  virtual void append(std::string_view text) = 0;
  /// Gives everything appended, in order; call it once, last.
  virtual void pour(const TextSink& sink) = 0;
};

using MakeTextStore = std::function<std::unique_ptr<TextStore>()>;

class MemoryStore : public TextStore {
 public:
  void append(std::string_view text) override { text_ += text; }
  void pour(const TextSink& sink) override { sink(text_); }

 private:
  std::string text_;
};

}  // namespace napkin::validator
