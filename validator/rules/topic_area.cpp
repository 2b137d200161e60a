#include "validator/rules/topic_area.hpp"

#include <fmt/format.h>

#include "engine/text/spelling.hpp"
#include "validator/rules/question_vocabulary.hpp"

namespace napkin::validator {

const RuleInfo unknown_topic_rule{
    .code = "X111",
    .name = "unknown-topic",
    .severity = Severity::error,
    .summary = "A question's topic is none of the 87 of the taxonomy.",
    .why = "Learners choose questions by topic. One with a topic of its own is in no list that anybody opens.",
    .example = "topic: rooflines",
    .fix = "topic: roofline-analysis",
};

const RuleInfo topic_outside_area_rule{
    .code = "X112",
    .name = "topic-outside-area",
    .severity = Severity::warning,
    .summary = "A question's topic belongs to another competency area than the question.",
    .why =
        "Each topic belongs to one area (eight belong to all). A question that says otherwise is counted under the "
        "one or the other, depending on who counts, and coverage by area comes out wrong.",
    .example = "topic: kv-cache-management\ncompetency_area: compute",
    .fix = "topic: kv-cache-management\ncompetency_area: memory",
};

void check_topic_area(const QuestionFile& file, std::vector<Finding>& findings) {
  const schema::PlainField& topic = file.question.topic;
  const schema::PlainField& area = file.question.competency_area;
  if (topic.value.empty()) return;
  const Topic* known = find_topic(topic.value);
  if (known == nullptr) {
    std::vector<std::string_view> names;
    for (const Topic& each : topics()) names.push_back(each.name);
    const auto near = engine::closest_word(topic.value, names);
    findings.push_back(finding_at(unknown_topic_rule, file, topic.source, "topic",
                                  fmt::format("the taxonomy has no topic {}{}", topic.value,
                                              near ? fmt::format("; did you mean {}?", *near) : std::string())));
    return;
  }
  if (known->area.empty() || !is_area(area.value) || known->area == area.value) return;
  Finding finding = finding_at(topic_outside_area_rule, file, topic.source, "topic",
                               fmt::format("the topic {} belongs to the area {}, but the question's area is {}",
                                           topic.value, known->area, area.value));
  finding.related.push_back({place_of(file.source, area.source, "competency_area"), "the question's area"});
  findings.push_back(std::move(finding));
}

}  // namespace napkin::validator
