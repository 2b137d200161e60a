"""The deliberate differences between napkin and its peers. Each has a name, the peer, and the reason; `explain` says which of
them accounts for a difference, or that none does."""

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
    ("check-jsonschema", "yaml-1.2"): "check-jsonschema reads YAML 1.2: no, 2026-04-01, 010 and 1:30 mean something else there. napkin "
                                      "judges by YAML 1.1, which the bank's programs read, and says so (S013, S014)",
    ("check-jsonschema", "merge-key"): "check-jsonschema merges <<; napkin reports it (S016)",
    ("check-jsonschema", "several-documents"): "check-jsonschema refuses the whole file, as napkin does (S001)",
}

# Codes of napkin's rules for text that YAML reads as something else, or in two ways.
RETYPED, TWO_READINGS = "S013", "S014"


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
        if file.places_of("S001") or file.codes_at(()) and file.text.lstrip().startswith("-"):
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
        if is_ours and codes and codes <= {RETYPED, TWO_READINGS}:
            return "yaml-1.2"
    if file.has_merge() and (is_ours and path[-1:] == ("<<",) or not is_ours):
        return "merge-key"
    return None
