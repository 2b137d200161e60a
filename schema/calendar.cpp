#include "schema/calendar.hpp"

#include <array>

namespace napkin::schema {
namespace {

// Reads digits and marks off the front of a text; once something does not fit, it stays failed.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  // Between `least` and `most` digits, as many as there are.
  int digits(int least, int most) {
    int value = 0;
    int count = 0;
    while (count < most && !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
      value = value * 10 + (rest_[0] - '0');
      rest_.remove_prefix(1);
      ++count;
    }
    if (count < least) ok_ = false;
    return value;
  }
  bool mark(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_[0]) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(std::string_view any_of) { ok_ = mark(any_of) && ok_; }
  void skip_digits() {
    while (mark("0123456789")) {
    }
  }
  bool ok() const { return ok_; }
  bool done() const { return ok_ && rest_.empty(); }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

bool day_exists(int year, int month, int day) {
  constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

bool time_exists(int hour, int minute, int second) { return hour < 24 && minute < 60 && second < 60; }

bool read_full_date(Reader& reader) {
  const int year = reader.digits(4, 4);
  reader.expect("-");
  const int month = reader.digits(2, 2);
  reader.expect("-");
  const int day = reader.digits(2, 2);
  return reader.ok() && day_exists(year, month, day);
}

bool read_full_time(Reader& reader) {
  const int hour = reader.digits(2, 2);
  reader.expect(":");
  const int minute = reader.digits(2, 2);
  reader.expect(":");
  const int second = reader.digits(2, 2);
  if (!reader.ok() || !time_exists(hour, minute, second)) return false;
  if (reader.mark(".")) {
    reader.digits(1, 1);
    reader.skip_digits();
  }
  if (reader.mark("Zz")) return reader.done();
  reader.expect("+-");
  const int zone_hour = reader.digits(2, 2);
  reader.expect(":");
  const int zone_minute = reader.digits(2, 2);
  return reader.done() && time_exists(zone_hour, zone_minute, 0);
}

}  // namespace

bool is_full_date(std::string_view text) {
  Reader reader(text);
  return read_full_date(reader) && reader.done();
}

bool is_full_time(std::string_view text) {
  Reader reader(text);
  return read_full_time(reader);
}

bool is_date_time(std::string_view text) {
  Reader reader(text);
  if (!read_full_date(reader)) return false;
  reader.expect("Tt");
  return reader.ok() && read_full_time(reader);
}

YamlTimestamp read_yaml_timestamp(std::string_view text) {
  if (text.size() == 10) {
    Reader reader(text);
    const int year = reader.digits(4, 4);
    reader.expect("-");
    const int month = reader.digits(2, 2);
    reader.expect("-");
    const int day = reader.digits(2, 2);
    if (reader.done()) return {YamlTimestamp::Form::date, day_exists(year, month, day)};
  }
  Reader reader(text);
  const int year = reader.digits(4, 4);
  reader.expect("-");
  const int month = reader.digits(1, 2);
  reader.expect("-");
  const int day = reader.digits(1, 2);
  if (!reader.mark("Tt")) {
    reader.expect(" \t");
    while (reader.mark(" \t")) {
    }
  }
  const int hour = reader.digits(1, 2);
  reader.expect(":");
  const int minute = reader.digits(2, 2);
  reader.expect(":");
  const int second = reader.digits(2, 2);
  if (!reader.ok()) return {};
  if (reader.mark(".")) reader.skip_digits();
  bool possible = day_exists(year, month, day) && time_exists(hour, minute, second);
  if (reader.done()) return {YamlTimestamp::Form::date_time, possible};
  while (reader.mark(" \t")) {
  }
  if (!reader.mark("Z")) {
    reader.expect("+-");
    possible = reader.digits(1, 2) < 24 && possible;
    if (!reader.at_end()) {
      reader.expect(":");
      reader.digits(2, 2);
    }
  }
  return reader.done() ? YamlTimestamp{YamlTimestamp::Form::date_time, possible} : YamlTimestamp{};
}

}  // namespace napkin::schema
