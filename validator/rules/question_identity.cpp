#include "validator/rules/question_identity.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/text/ascii.hpp"
#include "validator/rules/file_path.hpp"
#include "validator/rules/question_vocabulary.hpp"

namespace napkin::validator {

const RuleInfo id_not_file_name_rule{
    .code = "X102",
    .name = "id-not-file-name",
    .severity = Severity::error,
    .summary = "A question's id is not the name of its file.",
    .why =
        "People and tools find a question's file by its id. Where the two differ, a correction goes into the wrong "
        "file, and a copy of a file keeps the id of its original.",
    .example = "# in cloud-0002.yaml\nid: cloud-0001",
    .fix = "# in cloud-0002.yaml\nid: cloud-0002",
};

const RuleInfo id_format_rule{
    .code = "X103",
    .name = "id-format",
    .severity = Severity::error,
    .summary = "An id is not <track>-<number> or <track>-<word>-<number>, with the question's own track.",
    .why =
        "Ids stand in addresses, chains and reports, and their first word says which track they belong to. An id of "
        "another form breaks the pages that take it apart.",
    .example = "id: Cloud_Question_1\ntrack: cloud",
    .fix = "id: cloud-0001\ntrack: cloud",
};

namespace {
using engine::is_digit;
using engine::is_lower;

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool is_word(std::string_view text) {
  return !text.empty() && is_lower(text[0]) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c); });
}

// The track that an id of the right form begins with; empty for any other id.
std::string_view track_of(std::string_view id) {
  const std::size_t first = id.find('-'), last = id.rfind('-');
  if (first == std::string_view::npos || !is_number(id.substr(last + 1))) return {};
  if (first != last && !is_word(id.substr(first + 1, last - first - 1))) return {};
  return is_track(id.substr(0, first)) ? id.substr(0, first) : std::string_view();
}

}  // namespace

void check_question_identity(const QuestionFile& file, std::vector<Finding>& findings) {
  const schema::PlainField& id = file.question.id;
  if (id.value.empty()) return;
  const std::string_view stem = split_path(file.source.name()).stem;
  if (!stem.empty() && stem != id.value)
    findings.push_back(
        finding_at(id_not_file_name_rule, file, id.source, "id",
                   fmt::format("the id {} stands in a file named {}; the two are the same", id.value, stem)));
  const std::string_view track = track_of(id.value);
  const std::string& own = file.question.track.value;
  if (track.empty())
    findings.push_back(
        finding_at(id_format_rule, file, id.source, "id",
                   fmt::format("the id {} is not <track>-<number> or <track>-<word>-<number>, such as {}-0001",
                               id.value, is_track(own) ? own : "cloud")));
  else if (is_track(own) && track != own)
    findings.push_back(
        finding_at(id_format_rule, file, id.source, "id",
                   fmt::format("the id {} begins with {}, but the question's track is {}", id.value, track, own)));
}

}  // namespace napkin::validator
