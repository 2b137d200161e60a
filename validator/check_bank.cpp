#include <algorithm>

#include "validator/check.hpp"
#include "validator/rules/bank.hpp"
#include "validator/rules/bank_file.hpp"
#include "validator/rules/chain_agreement.hpp"
#include "validator/rules/chain_file.hpp"
#include "validator/rules/chain_members.hpp"
#include "validator/rules/meant_duplicates.hpp"
#include "validator/rules/near_duplicates.hpp"
#include "validator/rules/question_file.hpp"
#include "validator/rules/taxonomy.hpp"
#include "validator/rules/unique_ids.hpp"

namespace napkin::validator {
namespace {

void check_chains(const Bank& bank, const std::vector<BankFile>& files, std::vector<Finding>& findings) {
  std::vector<std::string> names;
  std::vector<Chain> chains;
  for (const BankFile& file : files) {
    const auto document = read_bank_file(file, findings);
    if (!document) continue;
    names.push_back(file.name);
    for (Chain& chain : read_chains(*document, file.complete, findings)) chains.push_back(std::move(chain));
  }
  check_chain_members(bank, chains, findings);
  check_chain_agreement(bank, names, chains, findings);
}

// A comment in a question's file speaks of findings in that file alone.
void drop_ignored(const std::vector<QuestionSummary>& questions, std::vector<Finding>& findings) {
  for (const QuestionSummary& question : questions) {
    for (const IgnoredBankRule& ignored : question.ignored) {
      std::erase_if(findings, [&](const Finding& finding) {
        return finding.rule == ignored.rule && finding.place.file == ignored.covered.file &&
               begins_within(finding.place, ignored.covered);
      });
    }
  }
}

}  // namespace

std::vector<Finding> check_bank(const std::vector<QuestionSummary>& questions, const BankFiles& files) {
  std::vector<Finding> findings;
  const Bank bank(questions);
  check_unique_ids(bank, findings);
  MeantDuplicates meant;
  for (const BankFile& file : files.meant_duplicates)
    if (const auto document = read_bank_file(file, findings)) read_meant_duplicates(*document, meant, findings);
  check_near_duplicates(bank, meant, findings);
  check_chains(bank, files.chains, findings);
  for (const BankFile& taxonomy : files.taxonomies)
    if (const auto document = read_bank_file(taxonomy, findings)) check_taxonomy(*document, findings);
  drop_ignored(questions, findings);
  std::sort(findings.begin(), findings.end());
  return findings;
}

}  // namespace napkin::validator
