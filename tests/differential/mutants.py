"""Makes broken questions out of sound ones: each mutant is one file with one thing done to it, in the text itself, so
that quotes, block scalars and duplicate keys are what an author would have written."""
import random

import yaml


class Question:
    """A question's text with the place of every key, from PyYAML's marks."""

    def __init__(self, name, text):
        self.name = name
        self.text = text
        self.lines = text.splitlines(keepends=True)
        self.members = {}  # path: (first line, one past the last line, column of the key, value node)
        self._collect("", yaml.compose(text))

    def _collect(self, prefix, node):
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                path = f"{prefix}.{key.value}" if prefix else key.value
                self.members[path] = (key.start_mark.line, self._end_line(value), key.start_mark.column, value)
                self._collect(path, value)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                self._collect(f"{prefix}[{index}]", item)

    def _end_line(self, node):
        mark = node.end_mark
        if mark.line >= len(self.lines):
            return len(self.lines)
        return mark.line + (1 if self.lines[mark.line][:mark.column].strip() else 0)

    def has(self, path):
        """Whether the key stands on a line of its own, so that it can be edited by lines."""
        if path not in self.members:
            return False
        first, _, column, _ = self.members[path]
        return not self.lines[first][:column].strip()

    def replaced(self, path, block):
        first, last, _, _ = self.members[path]
        return "".join(self.lines[:first]) + block + "".join(self.lines[last:])

    def member_text(self, path):
        first, last, _, _ = self.members[path]
        return "".join(self.lines[first:last])

    def without(self, path):
        return self.replaced(path, "")

    def with_value(self, path, value):
        """The key with another value, in the place of the old one or, where there is none, at the end of its mapping."""
        parent, _, key = path.rpartition(".")
        if self.has(path):
            column = self.members[path][2]
            return self.replaced(path, member(key, value, column))
        if not parent:
            return "".join(self.lines) + ("" if self.text.endswith("\n") else "\n") + member(key, value, 0)
        if not self.has(parent) or not isinstance(self.members[parent][3], yaml.MappingNode):
            return None
        node = self.members[parent][3]
        if node.flow_style or not node.value:
            return None
        first, column = node.value[0][0].start_mark.line, node.value[0][0].start_mark.column
        return "".join(self.lines[:first]) + member(key, value, column) + "".join(self.lines[first:])

    def renamed(self, path, key):
        first, _, column, _ = self.members[path]
        line = self.lines[first]
        old = path.rpartition(".")[2]
        return "".join(self.lines[:first]) + line[:column] + key + line[column + len(old):] + "".join(self.lines[first + 1:])

    def doubled(self, path, value=None):
        text = self.member_text(path)
        again = text if value is None else member(path.rpartition(".")[2], value, self.members[path][2])
        return self.replaced(path, text + again)


def member(key, value, column):
    """`key: value`, indented; further lines of the value keep their own indentation beyond the key's."""
    pad = " " * column
    lines = value.split("\n")
    return "\n".join([f"{pad}{key}: {lines[0]}".rstrip()] + [pad + line for line in lines[1:]]) + "\n"


LONG = "word " * 40
TEXT_KEYS = ["title", "scenario", "question", "topic", "details.realistic_solution", "details.napkin_math",
             "details.common_mistake", "validation_status", "math_model"]
ENUM_KEYS = ["track", "level", "zone", "bloom_level", "phase", "competency_area", "status", "provenance",
             "human_reviewed.status"]
REQUIRED_KEYS = ["schema_version", "id", "track", "level", "zone", "topic", "competency_area", "title", "scenario",
                 "details", "status", "provenance", "details.realistic_solution"]
OTHER_KEYS = ["question", "phase", "bloom_level", "details.options", "details.correct_index", "details.napkin_math",
              "details.common_mistake", "expected_time_minutes", "requires_explanation", "human_reviewed",
              "chains", "validated"]

# Values that go in the place of a key's own: path, values.
VALUES = {
    "schema_version": ["1.0", "1", "'1.1'", '"1.0"', "'1.0 '", "[1]", "!!str 1.0", "!!float '1.0'"],
    "id": ["Cloud-0001", "cloud_0001", "cloud-", "cloud-a-b-1", "17", "2020-01-01", "cloud-0001 # same", "'cloud-12'"],
    "topic": ["no", "Roofline", "roofline--analysis", "'roofline analysis'", "3d-parallelism", "1:30", "08", "1e3"],
    "title": ["yes", "2026-04-01", "12", "1.50", "'" + LONG + "'", "''", "|\n  A title\n  in a block", "'No'", "~x",
              "0x1F", "on", "1_000", "0o17", "!!str 12", "=", "'" + "x" * 120 + "'", "'" + "x" * 121 + "'",
              "'" + "ü" * 120 + "'"],
    "scenario": ["too short", "'" + "x" * 29 + "'", "'" + "x" * 30 + "'", ">-\n  folded over\n  several lines that\n  suffice",
                 "[a, b]"],
    "question": ["'" + "x" * 200 + "'", "'" + "x" * 201 + "'", "''", "true", "|\n  " + "x" * 201],
    "level": ["L7", "L6+", "l1", "1", "L6", "' L1'"],
    "zone": ["recal", "Recall", "off"],
    "phase": ["both", "Both", "on", "[training, inference]"],
    "status": ["publish", "no", "'published'", "\"draft\""],
    "details": ["text", "[a]", "{}", "", "{realistic_solution: x}", "{realistic_solution: x, optoins: []}"],
    "details.correct_index": ["4", "-1", "3", "0", "'1'", "1.0", "1.5", "true", "[1]", "010", "0x2", "0b1", "1:30",
                              "1_0", "!!int '2'", "!!int x", "+2", "99999999999999999999", "03", "2e0"],
    "details.options": ["[a, b, c]", "[a, b, c, d]", "[a, b, c, d, e]", "text", "{a: b}", "[]", "~", "[a, b, c, ~]",
                        "[1, 2, 3, 4]", "[yes, no, on, off]", "[a, [b], c, d]", "[a, {b: c}, c, d]",
                        "[1 GB, 2 GB, 4 GB, 2026-04-01]", "['1', '2', '3', '4']", "[1e3, 08, 0o7, x]"],
    "details.resources": ["[]", "[{name: a, url: https://example.org}]", "[{name: a, url: http://example.org}]",
                          "[{name: a, url: 'https://exa mple.org'}]", "[{name: a}]", "[{url: https://example.org}]",
                          "[text]", "{name: a}", "[{name: '', url: https://example.org}]",
                          "[{name: a, url: 'https://example.org/%zz'}]", "[{name: 1, url: 2}]", "[~]",
                          "[{name: '" + "x" * 121 + "', url: https://example.org/a?b#c}]"],
    "expected_time_minutes": ["-5", "0", "'5'", "5.5", "5.0", "010", "1:30", "1e3", "1.5e3", ".inf", "five", "0x10",
                              "1_000", "~", "null", "Null", "yes", "0o17", "08", "+3", "0b11", "-0"],
    "requires_explanation": ["yes", "no", "True", "'true'", "1", "on", "y", "FALSE", "~"],
    "validated": ["Off", "maybe", "0", "[true]"],
    "created_at": ["'2026-04-01T12:00:00Z'", "'2026-04-01T12:00:00'", "'2026-04-01'", "2026-04-01",
                   "2026-04-01T12:00:00Z", "2026-04-01 12:00:00", "'2026-13-01T00:00:00Z'", "yesterday", "17",
                   "'2026-04-01t12:00:00.5+02:00'", "'2026-04-01T24:00:00Z'", "2026-13-45"],
    "last_modified": ["'2026-04-01'", "2026-04-01", "'2026-02-30'", "2026-02-30", "'2026-4-1'", "2026-4-1",
                      "'2026-04-01T00:00:00Z'", "20260401", "''", "~"],
    "validation_date": ["2026-04-01", "'01.04.2026'", "'2026-04-01'"],
    "human_reviewed": ["{status: verified, by: me, date: '2026-04-01'}", "{status: verified, date: 2026-04-01}",
                       "{status: seen}", "{}", "verified", "[]", "~", "{status: verified, who: me}", "{status: ~}",
                       "{status: flagged, by: 7}", "{by: no, date: soon}"],
    "chains": ["[{id: a, position: 0}]", "[{id: a, position: -1}]", "[{id: a}]", "[{position: 1}]", "a", "{id: a}",
               "[a]", "[{id: 1, position: b}]", "[{id: a, position: 1, next: b}]", "[{id: a, position: 1.0}]", "[]",
               "[{id: a, id: b, position: 0}]"],
    "tags": ["[a, b]", "a", "[1]", "[~]", "~", "[yes]", "[[a]]", "{a: b}", "[!!str 1]"],
    "visual": ["{kind: svg, path: a.svg, alt: A figure}", "{kind: png, path: a.png, alt: A figure}",
               "{kind: svg, path: ../a.svg, alt: A figure}", "{kind: svg, path: a.svg}", "a.svg",
               "{kind: svg, path: a.svg, alt: '" + "x" * 401 + "'}", "{kind: svg, path: \"a.svg\\n\", alt: A figure}",
               "{kind: svg, path: 'ä.svg', alt: A figure}", "{kind: mermaid, path: a.mmd, alt: A, caption: ''}"],
    "generated_by": ["{template: kv_cache, version: 1, seed: 7}",
                     "{template: kv_cache, version: 1, seed: 7, parameters: {batch: 8, name: x, on_chip: true}}",
                     "{template: kv_cache, version: 1, seed: 7, parameters: {batch: [8]}}",
                     "{template: kv_cache, version: 1, seed: 7, parameters: {batch: ~}}",
                     "{template: kv_cache, version: 1, seed: 7, parameters: {batch: {value: 8}}}",
                     "{template: kv_cache, version: 1, seed: 7, parameters: {batch: {valu: 8}}}",
                     "{template: kv_cache, version: 1, seed: 7, parameters: [8]}",
                     "{template: KV, version: 0, seed: -1}", "{version: 1.5}", "kv_cache", "~"],
    "titel": ["A title"],
    "extra key": ["1"],
    "details.solution": ["x"],
    "details.option": ["[a]"],
    "<<": ["{phase: both}"],
}


def renamings(key):
    yield key[:1] + key[2:] if len(key) > 2 else key + "x"
    yield key[::-1]
    yield key.upper()
    yield key + "s"


def whole_documents(question):
    body = question.text
    yield "a list of one question", "- " + "  ".join(question.lines)
    yield "no mapping", "just text\n"
    yield "a list", "- a\n- b\n"
    yield "an empty mapping", "{}\n"
    yield "null", "~\n"
    yield "two documents", body + "---\n" + body
    yield "an alias for a text", body.replace("title: ", "title: &t ", 1) + "classification_review: *t\n"
    yield "an alias for a mapping", "\n".join(["details: &d {realistic_solution: x}", "visual: *d", ""])
    yield "a key that is a list", body + "[a, b]: c\n"
    yield "a key that is a number", body + "17: c\n"
    yield "a key that is null", body + "~: c\n"
    yield "carriage returns", body.replace("\n", "\r\n")
    yield "a byte-order mark", "\ufeff" + body
    yield "a comment at the end", body + "# the end\n"
    yield "an explicit document", "---\n" + body + "...\n"


def mutants_of(question, chooser):
    """All (kind, description, text) for one question; `chooser` picks among alternatives."""
    for path in REQUIRED_KEYS + OTHER_KEYS:
        if question.has(path):
            yield "drop", path, question.without(path)
            yield "rename", path, question.renamed(path, chooser.choice(list(renamings(path.rpartition(".")[2]))))
            yield "double", path, question.doubled(path)
            yield "double", path + " with another value", question.doubled(path, chooser.choice(["other", "[]", "~", "7"]))
    for path in ENUM_KEYS + TEXT_KEYS:
        for value in ["banana", "3", "true", "[a, b]", "{a: b}", "~", "", "''", "no"]:
            yield "value", f"{path} = {value}", question.with_value(path, value)
    for path, values in VALUES.items():
        for value in values:
            yield "value", f"{path} = {value[:40]}", question.with_value(path, value)
    for description, text in whole_documents(question):
        yield "document", description, text


def make_mutants(questions, rounds, seed):
    """`rounds` mutants of each kind and place, each of another question where there are enough."""
    chooser = random.Random(seed)
    by_place = {}
    for question in questions:
        for kind, description, text in mutants_of(question, chooser):
            if text is not None and text != question.text:
                by_place.setdefault((kind, description), []).append((question.name, text))
    for (kind, description), found in sorted(by_place.items()):
        for name, text in chooser.sample(found, min(rounds, len(found))):
            yield f"{kind}: {description}", name, text
