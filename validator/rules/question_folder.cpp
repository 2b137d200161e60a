#include "validator/rules/question_folder.hpp"

#include <fmt/format.h>

#include "validator/rules/file_path.hpp"
#include "validator/rules/question_vocabulary.hpp"

namespace napkin::validator {

const RuleInfo wrong_track_folder_rule{
    .code = "X104",
    .name = "wrong-track-folder",
    .severity = Severity::error,
    .summary = "A question stands in the folder of another track.",
    .why =
        "Tools that build one track read one folder. A question in the wrong one is missing from its own track and "
        "turns up in another.",
    .example = "# in cloud/compute/edge-0001.yaml\ntrack: edge",
    .fix = "# in edge/compute/edge-0001.yaml\ntrack: edge",
};

const RuleInfo wrong_area_folder_rule{
    .code = "X105",
    .name = "wrong-area-folder",
    .severity = Severity::error,
    .summary = "A question stands in the folder of another competency area.",
    .why =
        "Where a bank keeps a folder for each area, its reviewers read one folder. A question in the wrong one is "
        "reviewed by the wrong people, and counted twice or not at all.",
    .example = "# in cloud/memory/cloud-0001.yaml\ncompetency_area: compute",
    .fix = "# in cloud/compute/cloud-0001.yaml\ncompetency_area: compute",
};

// A bank is laid out as <track>/<file> or <track>/<area>/<file>. Any other folder (a scratch folder, a
// test's) says nothing about the question, so that nothing is said about it.
void check_question_folder(const QuestionFile& file, std::vector<Finding>& findings) {
  const FilePath path = split_path(file.source.name());
  const schema::PlainField& track = file.question.track;
  const schema::PlainField& area = file.question.competency_area;
  const bool has_area_folder = is_area(path.folder) && is_track(path.grandparent);
  const std::string_view track_folder = has_area_folder ? path.grandparent : path.folder;
  if (is_track(track_folder) && is_track(track.value) && track_folder != track.value)
    findings.push_back(finding_at(
        wrong_track_folder_rule, file, track.source, "track",
        fmt::format("the question's track is {}, but it stands in the folder {}", track.value, track_folder)));
  if (has_area_folder && is_area(area.value) && path.folder != area.value)
    findings.push_back(
        finding_at(wrong_area_folder_rule, file, area.source, "competency_area",
                   fmt::format("the question's area is {}, but it stands in the folder {}", area.value, path.folder)));
}

}  // namespace napkin::validator
