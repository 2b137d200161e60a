#include "validator/rules/chain_members.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "validator/rules/question_vocabulary.hpp"

namespace napkin::validator {

const RuleInfo unknown_chain_member_rule{
    .code = "X131",
    .name = "unknown-chain-member",
    .severity = Severity::error,
    .summary = "A chain names a question that does not exist.",
    .why =
        "The practice page walks a learner from member to member. At the missing one the walk ends on an error page.",
    .example = "{\"chain_id\": \"cloud-chain-1\", \"questions\": [\"cloud-9999\"]}",
    .fix = "{\"chain_id\": \"cloud-chain-1\", \"questions\": [\"cloud-0001\"]}",
};

const RuleInfo unpublished_chain_member_rule{
    .code = "X132",
    .name = "unpublished-chain-member",
    .severity = Severity::error,
    .summary = "A chain names a question that is not published.",
    .why =
        "Learners see published questions only: the chain has a gap where a draft, a flagged or a deleted question "
        "stands.",
    .example = "{\"chain_id\": \"cloud-chain-1\", \"questions\": [\"cloud-0001\"]}  # whose status is deleted",
    .fix = "{\"chain_id\": \"cloud-chain-1\", \"questions\": [\"cloud-0002\"]}  # whose status is published",
};

const RuleInfo mixed_chain_rule{
    .code = "X133",
    .name = "mixed-chain",
    .severity = Severity::error,
    .summary = "The members of a chain do not share one track and topic.",
    .why =
        "A chain deepens one topic on one kind of hardware. A member from elsewhere breaks the thread, and the chain "
        "is listed under a topic that it does not keep to.",
    .example =
        "{\"chain_id\": \"cloud-chain-1\", \"topic\": \"roofline-analysis\", \"questions\": [\"cloud-0001\"]}  # "
        "whose topic is tail-latency",
    .fix = "{\"chain_id\": \"cloud-chain-1\", \"topic\": \"tail-latency\", \"questions\": [\"cloud-0001\"]}",
};

const RuleInfo falling_chain_rule{
    .code = "X134",
    .name = "falling-chain",
    .severity = Severity::error,
    .summary = "A chain's level falls from one question to the next.",
    .why =
        "A chain leads from recalling to designing. Where the level falls, a learner who has mastered the harder "
        "question is sent back to the easier one.",
    .example =
        "\"questions\": [{\"id\": \"cloud-0002\", \"level\": \"L3\"}, {\"id\": \"cloud-0001\", \"level\": \"L1\"}]",
    .fix = "\"questions\": [{\"id\": \"cloud-0001\", \"level\": \"L1\"}, {\"id\": \"cloud-0002\", \"level\": \"L3\"}]",
};

const RuleInfo crowded_question_rule{
    .code = "X135",
    .name = "crowded-question",
    .severity = Severity::error,
    .summary = "A question sits in more than two chains.",
    .why =
        "A learner who follows several chains meets the same question again and again; two is where the bank draws "
        "the line.",
    .example = "cloud-0001 in cloud-chain-1, cloud-chain-2 and cloud-chain-3",
    .fix = "cloud-0001 in cloud-chain-1 and cloud-chain-2",
};

namespace {

constexpr std::size_t most_chains = 2;

struct Member {
  const ChainMember* listed;
  const QuestionSummary* question;  // nullptr where it was not read

  // The question's own word counts where it was read.
  std::string_view level() const { return question != nullptr ? question->level : listed->level; }
};

void check_member(const Chain& chain, const Member& member, std::vector<Finding>& findings) {
  const QuestionSummary* question = member.question;
  if (question == nullptr) {
    if (chain.complete)
      findings.push_back(member_finding(
          unknown_chain_member_rule, *member.listed,
          fmt::format("the chain {} names {}, which is no question of the bank", chain.id, member.listed->id)));
    return;
  }
  if (question->status.empty() || question->status == "published") return;
  Finding finding = member_finding(
      unpublished_chain_member_rule, *member.listed,
      fmt::format("the chain {} names {}, whose status is {}", chain.id, member.listed->id, question->status));
  finding.related.push_back({question->id_place, "the question"});
  findings.push_back(std::move(finding));
}

// Against what the chain says, else against its first member that was read.
void check_kinship(const Chain& chain, const std::vector<Member>& members, std::vector<Finding>& findings) {
  std::string_view track = chain.track, topic = chain.topic;
  for (const Member& member : members) {
    const QuestionSummary* question = member.question;
    if (question == nullptr) continue;
    if (track.empty()) track = question->track;
    if (topic.empty()) topic = question->topic;
    std::string strays;
    if (!question->track.empty() && question->track != track)
      strays = fmt::format("track is {}, not {}", question->track, track);
    if (!question->topic.empty() && question->topic != topic)
      strays += fmt::format("{}topic is {}, not {}", strays.empty() ? "" : " and its ", question->topic, topic);
    if (strays.empty()) continue;
    Finding finding =
        member_finding(mixed_chain_rule, *member.listed,
                       fmt::format("the chain {} names {}, but its {}", chain.id, member.listed->id, strays));
    finding.related.push_back({question->id_place, "the question"});
    findings.push_back(std::move(finding));
  }
}

void check_levels(const Chain& chain, const std::vector<Member>& members, std::vector<Finding>& findings) {
  const Member* last = nullptr;
  for (const Member& member : members) {
    const auto level = level_number(member.level());
    if (!level) continue;
    if (last != nullptr && *level < *level_number(last->level())) {
      Finding finding = member_finding(falling_chain_rule, *member.listed,
                                       fmt::format("the chain {} falls from {} ({}) to {} ({})", chain.id,
                                                   last->level(), last->listed->id, member.level(), member.listed->id));
      finding.related.push_back({last->listed->place, "the question before"});
      findings.push_back(std::move(finding));
    }
    last = &member;
  }
}

struct Appearance {
  const Chain* chain;
  const ChainMember* member;
};

void check_crowds(const Bank& bank, const std::vector<Chain>& chains, std::vector<Finding>& findings) {
  std::map<std::string_view, std::vector<Appearance>> appearances;
  for (const Chain& chain : chains) {
    for (const ChainMember& member : chain.members) {
      if (!chain.complete && bank.find(member.id) == nullptr) continue;
      std::vector<Appearance>& seen = appearances[member.id];
      const bool again = !seen.empty() && seen.back().chain == &chain;
      if (!again) seen.push_back({&chain, &member});
    }
  }
  for (const auto& [id, seen] : appearances) {
    if (seen.size() <= most_chains) continue;
    const Appearance& last = seen.back();
    Finding finding =
        member_finding(crowded_question_rule, *last.member,
                       fmt::format("{} sits in {} chains; at most {} are admitted", id, seen.size(), most_chains));
    for (const Appearance& other : seen)
      if (&other != &last) finding.related.push_back({other.member->place, fmt::format("in {}", other.chain->id)});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Finding member_finding(const RuleInfo& rule, const ChainMember& member, std::string message) {
  Finding finding;
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.place = member.place;
  finding.question_id = member.id;
  finding.message = std::move(message);
  finding.quote = member.id;
  return finding;
}

void check_chain_members(const Bank& bank, const std::vector<Chain>& chains, std::vector<Finding>& findings) {
  for (const Chain& chain : chains) {
    std::vector<Member> members;
    for (const ChainMember& member : chain.members) members.push_back({&member, bank.find(member.id)});
    const bool touched = std::any_of(members.begin(), members.end(), [](const Member& m) { return m.question; });
    if (!touched && !chain.complete) continue;
    for (const Member& member : members) check_member(chain, member, findings);
    check_kinship(chain, members, findings);
    check_levels(chain, members, findings);
  }
  check_crowds(bank, chains, findings);
}

}  // namespace napkin::validator
