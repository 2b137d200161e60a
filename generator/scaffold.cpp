#include "generator/scaffold.hpp"

namespace napkin::generator {
namespace {

constexpr std::string_view scaffold_text =
    R"yaml(# A template that works as it is: replace its story, its figures and its texts by yours, a part at a time, and run
#   napkin template check THIS-FILE      many seeds, each proven by the checker
#   napkin template preview THIS-FILE    one question, and where each figure is from
# docs/templates.md teaches the language, docs/template-reference.md has every key.
template: @id
version: 1
doc: Whether a file gets over a link within the time that is left.

# What is drawn for each question. Later parameters and figures may use earlier ones.
parameters:
  team: {words: [a survey team, a hospital, a film studio, a port authority, a weather service]}
  size: {log: [20 GB, 900 GB], digits: 2}
  bandwidth: {values: [1 Gbit/s, 2.5 Gbit/s, 5 Gbit/s, 10 Gbit/s, 25 Gbit/s]}
  window: {range: [2 min, 20 min], step: 1 min}

# What follows. Each is rounded to what is printed, and later steps use the printed figure.
derived:
  bits: {value: size, unit: Gbit, digits: 4}
  seconds: {value: bits / bandwidth, unit: s, digits: 3}
  minutes: {value: seconds, unit: min, digits: 3}

# What a fair question needs: a decision that does not hang on a rounding, magnitudes that are alike.
require:
  - {that: abs(minutes / window - 1) > 0.2, because: the verdict must not hang on a rounding}
  - {that: minutes / window > 0.1 and minutes / window < 8, because: the comparison has to be worth making}

# Both sides of the decision; texts below may differ by case.
cases:
  in_time: minutes < window
  too_late: otherwise

classification:
  track: @track
  level: L2
  zone: fluency
  bloom: apply
  topic: @topic
  area: @area
  phase: both
  minutes: 3

title:
  - "{{ size }} Over a Link of {{ bandwidth }}"
  - "Does the Transfer Fit Its Window of {{ window }}?"
# At least three settings, not three phrasings of one.
scenario:
  - >-
    Every evening {{ team }} moves {{ size }} of fresh recordings to the machine that labels them, over a link of
    {{ bandwidth }}. The labelling job starts {{ window }} later and takes what is there.
  - >-
    A restart at {{ team }} loses the local copy of {{ size }} of training data. It comes back over a link of
    {{ bandwidth }}, and the maintenance window has {{ window }} left when somebody notices.
  - >-
    To survive the loss of a site, {{ team }} wants {{ size }} of model snapshots copied out before each release. The
    link gives {{ bandwidth }}, and the release train waits no longer than {{ window }}.
question:
  - Does the transfer finish in time, and what would you change first if it did not?

solution:
  in_time: >-
    A link is rated in bits, the file in bytes, so the file is {{ bits }} on the wire. At {{ bandwidth }} that takes
    {{ seconds }}, or {{ minutes }}, which is less than the {{ window }} that are left. It fits; the margin is what a
    retry may cost.
  too_late: >-
    A link is rated in bits, the file in bytes, so the file is {{ bits }} on the wire. At {{ bandwidth }} that takes
    {{ seconds }}, or {{ minutes }}, which is more than the {{ window }} that are left. It does not fit: send less, by
    compressing or by sending what changed, before paying for a faster link.

mistake:
  pitfall: Dividing the bytes of the file by the bits per second of the link.
  rationale: Both figures start with the same prefix, and the unit behind it is easily overread.
  consequence: The estimate is eight times too short, and the job starts with an eighth of its data.

assumptions:
  - "File: {{ size }}."
  - "Link: {{ bandwidth }}, all of it ours."
  - "Time left: {{ window }}."
calculations:
  - "Size on the wire: {{ size }} = {{ bits }}."
  - "Transfer: {{ bits }} / {{ bandwidth }} = {{ seconds }}."
  - "In minutes: {{ seconds }} = {{ minutes }}."
  - in_time: "Verdict: {{ minutes }} < {{ window }}."
    too_late: "Verdict: {{ minutes }} > {{ window }}."
conclusion:
  - in_time: "**In time.** The link is no bottleneck for this file."
    too_late: "**Too late.** Fewer bytes come before a faster link."

options:
  answer: minutes
  text:
    in_time: "The transfer takes {{ option }} on the wire."
    too_late: "The transfer needs {{ option }} on the wire."
  wrong: [bits_for_bytes, bytes_for_bits, power_of_ten_down, power_of_ten_up, factor_two_forgotten]
)yaml";

void replace(std::string& text, std::string_view what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

}  // namespace

std::string scaffold(const ScaffoldRequest& request) {
  std::string text(scaffold_text);
  replace(text, "@id", request.id);
  replace(text, "@track", request.track);
  replace(text, "@topic", request.topic);
  replace(text, "@area", request.area);
  return text;
}

}  // namespace napkin::generator
