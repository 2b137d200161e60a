#include "engine/registry/alias_scan.hpp"

#include <algorithm>

#include "engine/text/ascii.hpp"

namespace napkin::engine {
namespace {

/// Of identifiers, not of prose: a name does not start or end in the middle of one.
bool is_word(char c) { return is_digit(c) || is_letter(c) || c == '_'; }

/// Whether a digit, a point and a digit stand around `at`, which is that of the point or of the digit behind it.
bool is_in_decimal(std::string_view text, std::size_t at) {
  const std::size_t point = text[at] == '.' ? at : at - 1;
  return point > 0 && point + 1 < text.size() && text[point] == '.' && is_digit(text[point - 1]) &&
         is_digit(text[point + 1]);
}

bool can_start(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_space(c) || c == '-' || c == '_') return false;
  if (at == 0 || !is_word(c)) return true;
  return !is_word(text[at - 1]) && !is_in_decimal(text, at);
}

bool can_end(std::string_view text, std::size_t at) {
  if (at == text.size() || !is_word(text[at - 1])) return true;
  if (is_digit(text[at - 1]) && text[at] == 's' && (at + 1 == text.size() || !is_word(text[at + 1]))) return true;
  return !is_word(text[at]) && !is_in_decimal(text, at);
}

/// Bytes of what may stand between the words of a name: one hyphen or underscore, or spaces with one line break at
/// most.
std::size_t separator(std::string_view text, std::size_t at) {
  if (text[at] == '-' || text[at] == '_') return 1;
  std::size_t end = at;
  int breaks = 0;
  for (; end < text.size() && is_space(text[end]); ++end)
    if (text[end] == '\n' && ++breaks > 1) return 0;
  return end - at;
}

/// The names that begin with what was read so far: a range of the sorted table, narrowed character by character.
class Candidates {
 public:
  explicit Candidates(std::span<const IndexedName> names) : left_(names) {}

  /// Whether some name goes on with this character.
  bool take(char c) {
    const auto wanted = static_cast<unsigned char>(c);
    // A name that ends here stands before all that go on.
    const auto next = [&](const IndexedName& name) {
      return name.folded.size() > depth_ ? static_cast<int>(static_cast<unsigned char>(name.folded[depth_])) : -1;
    };
    const auto begin =
        std::partition_point(left_.begin(), left_.end(), [&](const IndexedName& name) { return next(name) < wanted; });
    const auto end =
        std::partition_point(begin, left_.end(), [&](const IndexedName& name) { return next(name) <= wanted; });
    left_ = {begin, end};
    ++depth_;
    return !left_.empty();
  }

  /// Those that end here.
  std::span<const IndexedName> whole() const {
    std::size_t size = 0;
    while (size < left_.size() && left_[size].folded.size() == depth_) ++size;
    return left_.first(size);
  }

 private:
  std::span<const IndexedName> left_;
  std::size_t depth_ = 0;
};

class Scan {
 public:
  Scan(const Registry& registry, std::string_view text, std::uint16_t kinds)
      : registry_(registry), text_(text), kinds_(kinds) {}

  std::vector<Mention> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = can_start(text_, at) ? longest_name(at) : 0;
      if (end == 0) {
        ++at;
        continue;
      }
      for (const IndexedName& name : found_)
        if (is_wanted(name)) mentions_.push_back({&registry_.entries()[name.entry], at, end});
      at = end;
    }
    return std::move(mentions_);
  }

 private:
  bool is_wanted(const IndexedName& name) const { return (kinds_ & kind_bit(name.kind)) != 0; }

  /// The end of the longest name that starts here, kept in found_; 0 where none does.
  std::size_t longest_name(std::size_t begin) {
    std::size_t longest = 0;
    Candidates candidates(registry_.names());
    char last = 0;
    for (std::size_t at = begin; at < text_.size();) {
      const std::size_t between = separator(text_, at);
      if (at + between == text_.size()) break;
      at += between;
      const char c = lower(text_[at]);
      // As in folded_name: the digits of two words do not run together.
      if (between > 0 && is_digit(last) && is_digit(c) && !candidates.take('.')) break;
      if (is_space(c) || c == '-' || c == '_' || !candidates.take(c)) break;
      last = c;
      ++at;
      const std::span<const IndexedName> whole = candidates.whole();
      const bool wanted = std::any_of(whole.begin(), whole.end(), [&](const auto& name) { return is_wanted(name); });
      if (!wanted || !can_end(text_, at)) continue;
      longest = at;
      found_ = whole;
    }
    return longest;
  }

  const Registry& registry_;
  std::string_view text_;
  std::uint16_t kinds_;
  std::span<const IndexedName> found_;
  std::vector<Mention> mentions_;
};

}  // namespace

std::vector<Mention> find_mentions(const Registry& registry, std::string_view text, std::uint16_t kinds) {
  return Scan(registry, text, kinds).run();
}

}  // namespace napkin::engine
