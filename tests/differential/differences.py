"""The deliberate differences between napkin and its peers. Each has a name, the peer, and the reason; `explain` says which of
them accounts for a difference, or that none does."""
import re

REASONS = {
    ("linkml", "duplicate-key"): "linkml-validate keeps the last of two equal keys in silence and never sees the first; napkin "
                                 "reports the key (S011) and checks both values",
    ("linkml", "two-readings"): "yes, 010, 1:30, 08 and 1e3 are one thing to YAML 1.1 and another to YAML 1.2; linkml-validate takes "
                                "the first reading, napkin warns (S014)",
    ("linkml", "merge-key"): "linkml-validate merges << as YAML 1.1 does; YAML 1.2 has no merge keys, and napkin reports them (S016)",
    ("linkml", "unreadable-value"): "a date that does not exist, a tag without a constructor or a key that is no text ends linkml-validate "
                                    "with a traceback; napkin names the value",
    ("linkml", "list-of-questions"): "linkml-validate takes a list for a list of questions, several documents for several questions "
                                     "and an empty file for none; to napkin a file is one question",
    ("linkml", "final-line-break"): "$ of Python's regular expressions also stands before a final line break; napkin's does not, nor "
                                    "does JSON Schema's",
    ("check-jsonschema", "duplicate-key"): "check-jsonschema refuses the whole file; napkin reports the key (S011) and the rest",
    ("check-jsonschema", "unreadable-value"): "check-jsonschema refuses the whole file where a tag or a key is none that it knows; napkin "
                                              "names the place",
    ("check-jsonschema", "yaml-1.2"): "check-jsonschema reads YAML 1.2: no, 2026-04-01, 010, 1:30, 1e3 and -.5 mean something else there. "
                                      "napkin judges by YAML 1.1 as the bank's programs read it, and says so (S013, S014) "
                                      "or says what it found (S004)",
    ("check-jsonschema", "collection-as-key"): "check-jsonschema takes a list for a key, by its printed form; napkin reports it "
                                               "(S016) and does not look further",
    ("check-jsonschema", "question-mark"): "YAML 1.2 lets an unquoted text in a flow collection hold a question mark; the bank's "
                                           "programs refuse the file, and so does napkin (S001)",
    ("check-jsonschema", "merge-key"): "check-jsonschema merges <<; napkin reports it (S016)",
    ("check-jsonschema", "several-documents"): "check-jsonschema refuses the whole file, as napkin does (S001)",
}

# Codes of napkin's rules for text that YAML reads as something else, or in two ways.
RETYPED, TWO_READINGS = "S013", "S014"
# What is a wrong type (S004) to YAML 1.1 and none to YAML 1.2: a date where no text is due, and numbers that are text to
# YAML 1.1: 08, 0o17, 1e3, -.5.
FOUND_DATE = re.compile(r"found a (?:date|time)")
FOUND_TEXT = re.compile(r"found text, expected (?:a number|an integer)")
NUMBER_OF_YAML_1_2 = r"(?m)^\s*{}: *(?:0o[0-7]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$"
# PyYAML and yaml-cpp end an unquoted text in a flow collection at a question mark.
QUESTION_MARK_IN_FLOW = re.compile(r"[{,\[][^'\"\n{}]*[^\s'\"]\?[^'\"\n{}]*}")


def covers(place, path):
    return path[:len(place)] == place


class File:
    """What napkin found in one file: paths with the codes of the rules."""

    def __init__(self, text, findings):
        self.text = text
        self.findings = findings  # [(path, code, message)]
        self.paths = {}
        for path, code, _ in findings:
            self.paths.setdefault(path, set()).add(code)

    def codes_at(self, path):
        return self.paths.get(path, set())

    def places_of(self, code):
        return [path for path, codes in self.paths.items() if code in codes]

    def is_doubled(self, path):
        return any(covers(place, path) for place in self.places_of("S011"))

    def is_list(self):
        """Whether the document is a list, whatever comments stand before it."""
        lines = (line for line in self.text.splitlines() if line.strip() and not line.startswith("#"))
        return next(lines, "").startswith("- ")

    def reads_otherwise(self, path):
        """Whether all that napkin says there is of a value that YAML 1.2 reads as what is due."""
        return all(code in (RETYPED, TWO_READINGS) or FOUND_DATE.match(message) or FOUND_TEXT.match(message)
                   and re.search(NUMBER_OF_YAML_1_2.format(re.escape(str(path[-1]))), self.text)
                   for place, code, message in self.findings if place == path)

    def says(self, code, words):
        return any(code == its_code and words in message for _, its_code, message in self.findings)

    def has_merge(self):
        return any(path[-1:] == ("<<",) for path in self.places_of("S016"))


def explain_unreadable(peer, file, message):
    """The peer gave up on the file; napkin must have found something too, or be of another mind for a known reason."""
    if not file.findings:
        return None
    if peer == "check-jsonschema" and file.places_of("S011"):
        return "duplicate-key"
    if peer == "check-jsonschema" and file.places_of("S001"):
        return "several-documents"
    return "unreadable-value"


def explain_path(peer, file, path, is_ours):
    """Why one side has an issue at a path where the other has none."""
    codes = file.codes_at(path)
    if peer == "linkml":
        if file.says("S001", "document") or file.says("S001", "empty") or file.codes_at(()) and file.is_list():
            return "list-of-questions"
        if is_ours and codes <= {"S011"} or file.is_doubled(path):
            return "duplicate-key"
        if is_ours and codes <= {TWO_READINGS}:
            return "two-readings"
        if is_ours and codes <= {"S006", "S007"} and ("|\n" in file.text or "\\n" in file.text):
            return "final-line-break"
    else:
        if file.is_doubled(path):
            return "duplicate-key"
        if file.says("S016", "as a key"):
            return "collection-as-key"
        if file.places_of("S001") and QUESTION_MARK_IN_FLOW.search(file.text):
            return "question-mark"
        if is_ours and file.reads_otherwise(path):
            return "yaml-1.2"
    if file.has_merge() and (is_ours and path[-1:] == ("<<",) or not is_ours):
        return "merge-key"
    return None
