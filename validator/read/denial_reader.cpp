// denied := statement "?"
//         | statement (":" | "," | "→" | "—" | "(" | is | does …)* verdict    within eight tokens, before a new clause
//         | not statement
//         | … blamed … statement                                              in one sentence
//         | (if | requires | must …) comparison                               a condition, no claim
// verdict := wrong | incorrect | false | ✗        of a comparison also fails | violated | insufficient | impossible …
// blamed  := pitfall | mistake | wrong …          unless "correct", "because" or "but" stands between
#include "validator/read/denial_reader.hpp"

#include <algorithm>
#include <iterator>

#include "validator/read/vocabulary.hpp"
#include "validator/read/word_set.hpp"

namespace napkin::validator::read {
namespace {

constexpr std::size_t tokens_after = 8;
constexpr std::size_t tokens_before = 24;

// Of a sum and of a comparison alike.
bool says_wrong(const Token& token) {
  static constexpr std::string_view words[] = {"wrong", "incorrect", "false", "mistaken", "erroneous",
                                               "✗",     "✘",         "❌",     "untrue"};
  static constexpr WordSet set(words);
  return set.contains(token.text);
}

bool says_violated(const Token& token) {
  static constexpr std::string_view words[] = {
      "fail",      "fails",      "failed",       "failing",    "failure",    "violated",    "violates",
      "violation", "impossible", "insufficient", "unmet",      "infeasible", "unsatisfied", "exceeded",
      "broken",    "misses",     "missed",       "inadequate", "breached",   "nope",        "unachievable"};
  static constexpr WordSet set(words);
  return set.contains(token.text);
}

bool may_hold(const Token& token) {
  static constexpr std::string_view words[] = {"hold",      "true",       "met",   "satisfied", "possible", "feasible",
                                               "enough",    "sufficient", "valid", "ok",        "okay",     "so",
                                               "fulfilled", "correct",    "right", "guaranteed"};
  static constexpr WordSet set(words);
  return set.contains(token.text);
}

bool blames(const Token& token) {
  static constexpr std::string_view words[] = {"wrong",         "incorrect",   "pitfall",     "mistake", "mistakes",
                                               "misconception", "incorrectly", "mistakenly",  "trap",    "wrongly",
                                               "fallacy",       "erroneous",   "erroneously", "pitfalls"};
  static constexpr WordSet set(words);
  return set.contains(token.text);
}

bool corrects(const Token& token) {
  static constexpr std::string_view words[] = {"correct", "right", "correctly", "actually", "actual",
                                               "because", "since", "but",       "instead",  "truth",
                                               "fix",     "real",  "rather"};
  static constexpr WordSet set(words);
  return set.contains(token.text);
}

bool sets_a_condition(const Token& token) {
  static constexpr std::string_view words[] = {"if",   "whether", "unless", "requires", "require", "required",
                                               "need", "needs",   "must",   "until",    "should",  "cannot"};
  static constexpr WordSet set(words);
  return set.contains(token.text);
}

bool starts_a_clause(const Token& token) {
  static constexpr std::string_view words[] = {"so", "because", "since", "while", "but", "when", "if", "and"};
  static constexpr WordSet set(words);
  return token.kind == TokenKind::word && set.contains(token.text);
}

bool ends_a_sentence(const Token& token) {
  return token.kind == TokenKind::list_mark ||
         (token.kind == TokenKind::hard_stop && (token.line_end || token.text == "." || token.text == ";"));
}

class Reader {
 public:
  explicit Reader(const Tokens& tokens) : tokens_(tokens) {}

  bool denies(const Statement& statement) const {
    const bool comparison = statement.form == StatementForm::comparison;
    const std::size_t first = token_at(std::min(statement.left_range.begin, statement.stated_range.begin));
    const std::size_t last = std::max(statement.left_range.end, statement.stated_range.end);
    return denied_after(last_figure(last), comparison) || denied_before(first, comparison);
  }

 private:
  bool is_word(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == TokenKind::word; }

  std::size_t token_at(std::size_t offset) const {
    const auto found = std::lower_bound(tokens_.begin(), tokens_.end(), offset,
                                        [](const Token& t, std::size_t at) { return t.range.begin < at; });
    return static_cast<std::size_t>(found - tokens_.begin());
  }

  // The last number before an offset: the words after it may look like a label and deny ("= 8 GB fails").
  std::size_t last_figure(std::size_t end) const {
    std::size_t i = token_at(end);
    while (i > 0 && tokens_[i - 1].kind != TokenKind::number) --i;
    return i;
  }

  bool denied_after(std::size_t begin, bool comparison) const {
    for (std::size_t i = begin; i < std::min(begin + tokens_after, tokens_.size()); ++i) {
      const Token& token = tokens_[i];
      if (token.text == "?") return true;
      const bool next_sum =
          token.kind == TokenKind::number || token.kind == TokenKind::relation || token.kind == TokenKind::money;
      if (next_sum || ends_a_sentence(token) || starts_a_clause(token)) return false;
      if (token.kind != TokenKind::word && token.kind != TokenKind::other) continue;
      const bool noun_follows = is_word(i + 1) && !is_clause_word(tokens_[i + 1].text);  // "on the wrong device"
      if (says_wrong(token) && !noun_follows) return true;
      if (same_word(token.text, "not") && is_word(i + 1) && may_hold(tokens_[i + 1])) return true;
      if (!comparison) continue;
      if (says_violated(token) || (same_word(token.text, "no") && !is_word(i + 1))) return true;
      const bool not_said_after = i > begin && is_word(i - 1) &&
                                  (same_word(tokens_[i - 1].text, "does") || same_word(tokens_[i - 1].text, "did"));
      if (same_word(token.text, "not") && not_said_after) return true;
    }
    return false;
  }

  bool denied_before(std::size_t first, bool comparison) const {
    if (first >= 1 && is_word(first - 1) && same_word(tokens_[first - 1].text, "not")) return true;
    for (std::size_t back = 1; comparison && back <= 2 && back <= first; ++back)
      if (is_word(first - back) && sets_a_condition(tokens_[first - back])) return true;
    for (std::size_t back = 1; back <= std::min(tokens_before, first); ++back) {
      const Token& token = tokens_[first - back];
      if (ends_a_sentence(token)) return false;
      if (token.kind != TokenKind::word) continue;
      if (corrects(token)) return false;
      if (blames(token)) return true;
    }
    return false;
  }

  const Tokens& tokens_;
};

}  // namespace

void mark_denied(const Tokens& tokens, std::vector<Statement>& statements) {
  const Reader reader(tokens);
  for (Statement& statement : statements) {
    if (statement.unread || !reader.denies(statement)) continue;
    statement.doubt = statement.certainty == Certainty::tentative ? statement.doubt : UnreadReason::denied;
    statement.certainty = Certainty::tentative;
  }
}

}  // namespace napkin::validator::read
