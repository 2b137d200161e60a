#include "validator/rules/chain_agreement.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "validator/rules/chain_members.hpp"

namespace napkin::validator {

const RuleInfo chain_disagreement_rule{
    .code = "X136",
    .name = "chain-disagreement",
    .severity = Severity::warning,
    .summary = "A question and chains.json disagree on the question's chains, its position or its level.",
    .why =
        "Both are read: the question's page links to the chains that it names, the chain's page to the questions that "
        "it names. Where they disagree, a learner comes by one way and cannot go back by the other.",
    .example =
        "chains:\n  - id: cloud-chain-1  # whose list in chains.json does not hold the question\n    position: 0",
    .fix = "chains: []",
};

namespace {

using ChainsById = std::unordered_map<std::string_view, const Chain*>;

void report(const QuestionSummary& question, const ChainMembership& membership, std::string message,
            const Place* listed, std::vector<Finding>& findings) {
  Finding finding;
  finding.rule = &chain_disagreement_rule;
  finding.severity = chain_disagreement_rule.severity;
  finding.place = membership.place;
  finding.question_id = question.id;
  finding.message = std::move(message);
  finding.quote = membership.chain;
  if (listed != nullptr) finding.related.push_back({*listed, "the chain's list"});
  findings.push_back(std::move(finding));
}

void check_membership(const QuestionSummary& question, const ChainMembership& membership, const ChainsById& chains,
                      std::vector<Finding>& findings) {
  const auto found = chains.find(membership.chain);
  if (found == chains.end())
    return report(question, membership,
                  fmt::format("the question names the chain {}, which is in no file of chains", membership.chain),
                  nullptr, findings);
  const Chain& chain = *found->second;
  const auto listed = std::find_if(chain.members.begin(), chain.members.end(),
                                   [&](const ChainMember& member) { return member.id == question.id; });
  if (listed == chain.members.end())
    return report(question, membership,
                  fmt::format("the question names the chain {}, whose list does not hold the question", chain.id),
                  &chain.place, findings);
  const std::string position = std::to_string(listed - chain.members.begin());
  if (!membership.position.empty() && membership.position != position)
    report(question, membership,
           fmt::format("the question says that it stands at position {} of the chain {}; in the chain's list it "
                       "stands at {}, counted from 0",
                       membership.position, chain.id, position),
           &listed->place, findings);
}

bool names_chain(const QuestionSummary& question, std::string_view chain) {
  return std::any_of(question.chains.begin(), question.chains.end(),
                     [&](const ChainMembership& membership) { return membership.chain == chain; });
}

void check_listed(const Chain& chain, const ChainMember& member, const QuestionSummary& question,
                  std::vector<Finding>& findings) {
  const auto disagree = [&](std::string message) {
    Finding finding = member_finding(chain_disagreement_rule, member, std::move(message));
    finding.related.push_back({question.id_place, "the question"});
    findings.push_back(std::move(finding));
  };
  if (!names_chain(question, chain.id))
    disagree(fmt::format("the chain {} names {}, which does not name the chain", chain.id, member.id));
  if (!member.level.empty() && !question.level.empty() && member.level != question.level)
    disagree(fmt::format("the chain {} says that {} is of level {}; the question says {}", chain.id, member.id,
                         member.level, question.level));
}

}  // namespace

void check_chain_agreement(const Bank& bank, const std::vector<std::string>& files, const std::vector<Chain>& chains,
                           std::vector<Finding>& findings) {
  ChainsById by_id;
  for (const Chain& chain : chains) by_id.emplace(chain.id, &chain);
  for (const QuestionSummary* question : bank.questions()) {
    const bool governed = std::any_of(files.begin(), files.end(), [&](const std::string& file) {
      return stands_beside_or_below(question->id_place.file, file);
    });
    if (!governed) continue;
    for (const ChainMembership& membership : question->chains) check_membership(*question, membership, by_id, findings);
  }
  for (const Chain& chain : chains)
    for (const ChainMember& member : chain.members)
      if (const QuestionSummary* question = bank.find(member.id)) check_listed(chain, member, *question, findings);
}

}  // namespace napkin::validator
