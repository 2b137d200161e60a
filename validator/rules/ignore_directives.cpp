#include "validator/rules/ignore_directives.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "engine/text/spelling.hpp"
#include "validator/rules/registry.hpp"

namespace napkin::validator {

const RuleInfo bad_ignore_rule{
    .code = "F191",
    .name = "bad-ignore",
    .severity = Severity::error,
    .summary = "A napkin comment is misshapen, gives no reason, names an unknown rule, or stands above no key.",
    .why =
        "A comment that switches nothing off looks as if it did. The reason is for the next reader, who has to decide "
        "whether it still holds.",
    .example = "# napkin: ignore[A201]\nnapkin_math: 2 * 3 GB = 7 GB",
    .fix = "# napkin: ignore[A201] the vendor's own figure, quoted as printed\nnapkin_math: 2 * 3 GB = 7 GB",
};

const RuleInfo unused_ignore_rule{
    .code = "F192",
    .name = "unused-ignore",
    .severity = Severity::warning,
    .summary = "A napkin comment switches off a rule that has nothing to report there.",
    .why = "What it excused has been mended. Left in place it will hide the next mistake of that kind.",
    .example = "# napkin: ignore[A201] the vendor's own figure\nnapkin_math: 2 * 3 GB = 6 GB",
    .fix = "napkin_math: 2 * 3 GB = 6 GB",
};

namespace {

constexpr std::size_t npos = std::string_view::npos;

struct IgnoredCode {
  const RuleInfo* rule;
  schema::ByteRange source;
};

struct Directive {
  schema::ByteRange comment;
  std::vector<IgnoredCode> codes;
  schema::ByteRange covered;
};

constexpr std::size_t most_directives = 100;  // a file that needs more should not be checked at all

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r'; }

/// A key with all that belongs to it: up to the next key or item that is not part of its value.
struct Extent {
  std::size_t begin, end;
};

// What the places of comments are compared with, in the order of the file.
struct Outline {
  std::vector<const schema::YamlNode*> scalars;
  std::vector<Extent> keys;

  void add(const schema::YamlNode& node, std::size_t end) {
    if (node.kind == schema::NodeKind::scalar) scalars.push_back(&node);
    for (std::size_t i = 0; i < node.items.size(); ++i)
      add(node.items[i], i + 1 < node.items.size() ? node.items[i + 1].source.begin : end);
    for (std::size_t i = 0; i < node.members.size(); ++i) {
      const schema::YamlMember& member = node.members[i];
      const std::size_t member_end = i + 1 < node.members.size() ? node.members[i + 1].key.source.begin : end;
      add(member.key, member.value.source.begin);
      keys.push_back({member.key.source.begin, member_end});
      add(member.value, member_end);
    }
  }
};

// Whether nothing but blank lines, comments and dashes stands between the comment and the key.
bool stands_directly_above(std::string_view between) {
  bool in_comment = false;
  for (const char c : between) {
    if (is_break(c))
      in_comment = false;
    else if (c == '#')
      in_comment = true;
    else if (!in_comment && !is_blank(c) && c != '-')
      return false;
  }
  return true;
}

class DirectiveReader {
 public:
  DirectiveReader(const QuestionFile& file, std::vector<Finding>& complaints)
      : file_(file), bytes_(file.source.bytes()), complaints_(complaints) {}

  std::vector<Directive> read() {
    constexpr std::string_view word = "napkin:";
    std::size_t at = bytes_.find(word);
    if (at != npos) outline_.add(file_.document, bytes_.size());
    for (; at != npos; at = bytes_.find(word, at)) {
      std::size_t hash = at;
      at += word.size();
      while (hash > 0 && is_blank(bytes_[hash - 1])) --hash;
      if (hash == 0 || bytes_[--hash] != '#') continue;
      const bool begins_comment = hash == 0 || is_blank(bytes_[hash - 1]) || is_break(bytes_[hash - 1]);
      if (!begins_comment) continue;
      if (const auto end = end_of_content_around(hash))
        at = std::max(at, *end);
      else
        read_comment(hash, at);
      if (directives_.size() > most_directives) {
        complain(directives_.back().comment, fmt::format("the file has more than {} napkin comments; this one and "
                                                         "those below it are not read",
                                                         most_directives));
        directives_.pop_back();
        break;
      }
    }
    return std::move(directives_);
  }

 private:
  // Where the scalar ends whose text holds the byte; nothing where the byte is in no scalar.
  std::optional<std::size_t> end_of_content_around(std::size_t byte) const {
    const auto next = std::upper_bound(
        outline_.scalars.begin(), outline_.scalars.end(), byte,
        [](std::size_t wanted, const schema::YamlNode* scalar) { return wanted < scalar->source.begin; });
    if (next == outline_.scalars.begin()) return std::nullopt;
    const schema::MappedText text = schema::map_scalar(file_.source, **std::prev(next));
    if (text.runs.empty() || byte >= text.runs.back().source.end) return std::nullopt;
    return text.runs.back().source.end;
  }

  void complain(schema::ByteRange range, std::string message) {
    complaints_.push_back(finding_at(bad_ignore_rule, file_, range, "", std::move(message)));
  }

  void read_comment(std::size_t hash, std::size_t at) {
    constexpr std::string_view verb = "ignore[";
    const std::size_t end = std::min(bytes_.find_first_of("\r\n", at), bytes_.size());
    const schema::ByteRange comment{hash, end};
    while (at < end && is_blank(bytes_[at])) ++at;
    const std::size_t close = std::min(bytes_.find(']', at), end);
    if (!bytes_.substr(at, end - at).starts_with(verb) || close == end)
      return complain(comment, "a napkin comment reads: # napkin: ignore[CODE] and the reason");
    Directive directive{comment, {}, {}};
    if (!read_codes({at + verb.size(), close}, directive)) return;
    if (trimmed(bytes_.substr(close + 1, end - close - 1)).empty())
      return complain(comment, "the comment gives no reason; write behind the bracket why the finding may stand");
    if (!find_covered(directive)) return;
    directives_.push_back(std::move(directive));
  }

  bool read_codes(schema::ByteRange list, Directive& directive) {
    bool all_known = true;
    for (std::size_t begin = list.begin; begin <= list.end;) {
      const std::size_t comma = std::min(bytes_.find(',', begin), list.end);
      const std::string_view code = trimmed(bytes_.substr(begin, comma - begin));
      const std::size_t at = code.empty() ? begin : static_cast<std::size_t>(code.data() - bytes_.data());
      const schema::ByteRange range{at, at + code.size()};
      if (const RuleInfo* rule = find_rule(code))
        directive.codes.push_back({rule, range});
      else
        all_known = complain_unknown(range, code);
      begin = comma + 1;
    }
    return all_known || !directive.codes.empty();
  }

  bool complain_unknown(schema::ByteRange range, std::string_view code) {
    std::vector<std::string_view> known;
    for (const RuleInfo* rule : all_rules()) {
      known.push_back(rule->code);
      known.push_back(rule->name);
    }
    const auto near = engine::closest_word(code, known);
    const std::string hint = near ? fmt::format("; did you mean {}?", *near) : "; napkin rule lists them";
    complain(range, code.empty() ? "the brackets name no rule; napkin rule lists them"
                                 : fmt::format("there is no rule {}{}", code, hint));
    return false;
  }

  bool find_covered(Directive& directive) {
    const int line = file_.source.position(directive.comment.begin).line;
    const std::string_view before =
        bytes_.substr(file_.source.line_start(line), directive.comment.begin - file_.source.line_start(line));
    if (!trimmed(before).empty()) {
      complain(directive.comment, "the comment stands beside a value; put it on a line of its own above the key");
      return false;
    }
    const std::size_t end = directive.comment.end;
    const auto key = std::lower_bound(outline_.keys.begin(), outline_.keys.end(), end,
                                      [](const Extent& extent, std::size_t wanted) { return extent.begin < wanted; });
    if (key == outline_.keys.end() || !stands_directly_above(bytes_.substr(end, key->begin - end))) {
      complain(directive.comment, "the comment stands above no key; put it on the line above the key it speaks of");
      return false;
    }
    directive.covered = {key->begin, key->end};
    return true;
  }

  const QuestionFile& file_;
  std::string_view bytes_;
  std::vector<Finding>& complaints_;
  Outline outline_;
  std::vector<Directive> directives_;
};

}  // namespace

void apply_ignore_directives(const QuestionFile& file, std::vector<Finding>& findings,
                             std::vector<IgnoredBankRule>& for_bank) {
  std::vector<Finding> complaints;
  for (Directive& directive : DirectiveReader(file, complaints).read()) {
    const Place covered = place_of(file.source, directive.covered, "");
    for (IgnoredCode& code : directive.codes) {
      if (is_bank_rule(*code.rule)) {
        for_bank.push_back({code.rule, covered});
        continue;
      }
      const auto dropped = std::erase_if(findings, [&](const Finding& finding) {
        return finding.rule == code.rule && begins_within(finding.place, covered);
      });
      if (dropped == 0)
        complaints.push_back(finding_at(
            unused_ignore_rule, file, code.source, "",
            fmt::format("{} {} reports nothing in the value below; remove it", code.rule->code, code.rule->name)));
    }
  }
  std::move(complaints.begin(), complaints.end(), std::back_inserter(findings));
}

}  // namespace napkin::validator
