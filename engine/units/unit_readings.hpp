// The readings of a unit as a text wrote it.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "engine/units/unit_table.hpp"

namespace napkin::engine {

/// A list of readings, the preferred ones first. Copies share one list, because readers of prose copy their figures
/// again and again; a change gives a list of its own.
class UnitReadings {
 public:
  UnitReadings() = default;
  UnitReadings(std::vector<UnitReading> readings)
      : list_(readings.empty() ? nullptr : std::make_shared<const std::vector<UnitReading>>(std::move(readings))) {}
  UnitReadings(std::initializer_list<UnitReading> readings) : UnitReadings(std::vector<UnitReading>(readings)) {}

  bool empty() const { return list_ == nullptr; }
  std::size_t size() const { return list_ ? list_->size() : 0; }
  const UnitReading& operator[](std::size_t i) const { return (*list_)[i]; }
  const UnitReading& front() const { return list_->front(); }
  const UnitReading* begin() const { return list_ ? list_->data() : nullptr; }
  const UnitReading* end() const { return list_ ? list_->data() + list_->size() : nullptr; }

  /// Whether both are copies of one list.
  bool shares_with(const UnitReadings& other) const { return list_ == other.list_; }
  const void* identity() const { return list_.get(); }

  void clear() { list_.reset(); }
  void push_back(UnitReading reading) {
    std::vector<UnitReading> longer(begin(), end());
    longer.push_back(std::move(reading));
    *this = std::move(longer);
  }
  /// Those for which the predicate holds.
  template <class Predicate>
  UnitReadings where(Predicate&& holds) const {
    if (std::all_of(begin(), end(), holds)) return *this;
    std::vector<UnitReading> kept;
    std::copy_if(begin(), end(), std::back_inserter(kept), holds);
    return kept;
  }
  /// Calls the function with each reading, to change it.
  template <class Change>
  void change(Change&& change) {
    std::vector<UnitReading> changed(begin(), end());
    for (UnitReading& reading : changed) change(reading);
    *this = std::move(changed);
  }

 private:
  std::shared_ptr<const std::vector<UnitReading>> list_;  // none: empty
};

}  // namespace napkin::engine
