// Owns the texts and lists that the views of a loaded library point to.
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/formula/formula.hpp"

namespace napkin::engine::load {

/// Where something stands in a file; 1-based.
struct Position {
  std::string path;
  int line = 0, column = 0;
};

class LibraryStore {
 public:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  template <class T>
  std::span<const T> keep(std::vector<T> list) {
    const auto owned = std::make_shared<const std::vector<T>>(std::move(list));
    lists_.push_back(owned);
    return *owned;
  }

  /// The place that a kept text was read from, for messages.
  void remember(std::string_view text, Position position) { positions_[text.data()] = std::move(position); }
  const Position* position(std::string_view text) const {
    const auto found = positions_.find(text.data());
    return found == positions_.end() ? nullptr : &found->second;
  }

 private:
  std::deque<std::string> texts_;
  std::vector<std::shared_ptr<const void>> lists_;
  std::unordered_map<const char*, Position> positions_;
};

}  // namespace napkin::engine::load
