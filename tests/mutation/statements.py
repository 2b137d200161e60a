"""The consistent statements of some questions as napkin derives them, each with its place in the file."""
import json
import re
import subprocess

NUMBER = re.compile(r"(?<![\w.])(?<!\d,)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d.,]*\d)")


def check(napkin, folder, *options):
    """What `napkin check --format json` says of the arithmetic and the units of a folder's files."""
    command = [napkin, "check", "--format", "json", "--select", "A,U", "--fail-on", "never", "--quiet", *options, "."]
    run = subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE)
    if run.returncode != 0:
        raise SystemExit(f"napkin ended with {run.returncode}")
    return json.loads(run.stdout)


class Source:
    """A file's text with the offsets of its lines."""

    def __init__(self, path):
        self.path = path
        self.text = path.read_bytes().decode()
        self.starts = [0] + [match.end() for match in re.finditer("\n", self.text)]

    def is_looked_at(self):
        """Of questions from templates, which are of one shape, every fourth by its number."""
        return "\ngenerated_by:" not in self.text or int(self.path.stem.rpartition("-")[2]) % 4 == 0

    def offset(self, line, column):
        return self.starts[line - 1] + column - 1


class Statement:
    """`text` is what the file holds in [begin, end): where the field is folded, with the line breaks of the file."""

    def __init__(self, source, derivation, end):
        self.source, self.derivation = source, derivation
        self.begin, self.end = source.offset(derivation["line"], derivation["column"]), end
        self.text = source.text[self.begin:self.end]
        self.relation = derivation["relation"]
        self.certainty = derivation["certainty"]
        self.unit = derivation["stated"]["unit"]
        self.stated_value = derivation["stated"]["value"]
        self.derived = derivation["derived"]
        self.expression = derivation["expression"]
        self.stated = self._stated_range()

    def _stated_range(self):
        """Where in `text` the stated figure is: at its end or at its beginning."""
        stated = flexible(self.derivation["stated"]["text"])
        at_end = re.search(stated + r"\Z", self.text)
        match = at_end or re.match(stated, self.text)
        return match.span() if match else None

    def is_numeric(self):
        return None not in (self.stated, self.stated_value, self.derived, self.expression)

    def with_text(self, text):
        whole = self.source.text
        return whole[:self.begin] + text + whole[self.end:]


def flexible(text):
    """A pattern for the text wherever the file breaks its lines."""
    return r"\s+".join(re.escape(word) for word in text.split())


def consistent_statements(napkin, folder):
    """Those on which, or on a part of which, no finding stands already."""
    report = check(napkin, folder, "--derivations")
    sources, found = {}, {}
    for finding in report["findings"]:
        found.setdefault(finding["file"], []).append(finding)
    statements = []
    for derivation in report["derivations"]:
        if derivation["verdict"] != "consistent":
            continue
        name = derivation["file"]
        if name not in sources:
            sources[name] = Source(folder / name)
        source = sources[name]
        if not source.is_looked_at():
            continue
        begin = source.offset(derivation["line"], derivation["column"])
        match = re.compile(flexible(derivation["text"])).match(source.text, begin)
        if match and not overlapping(source, begin, match.end(), found.get(name, ())):
            statements.append(Statement(source, derivation, match.end()))
    return statements


def overlapping(source, begin, end, findings):
    """The findings that stand on a part of [begin, end)."""
    return [finding for finding in findings
            if source.offset(finding["line"], finding["column"]) < end
            and source.offset(finding["end_line"], finding["end_column"]) > begin]
