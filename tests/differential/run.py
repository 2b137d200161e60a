#!/usr/bin/env python3
"""Compares napkin's schema checker with linkml-validate and, over the exported JSON Schema, with check-jsonschema: on sound
questions and on mutants of them, all must give the same verdict and name the same paths. What differs on purpose stands in
differences.py with its reason; anything else fails.

usage: run.py [--napkin PROGRAM] [--rounds N] [--keep FOLDER] [--verbose]

Looks at corpus/, at the features of LinkML in features/, and at the bank and its own schema where NAPKIN_SHARED, or ../shared
beside the checkout, holds them. Ends with 77 (skip) where PyPI is out of reach."""
import argparse
import concurrent.futures
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "peers"))

from peers import peers_folder  # noqa: E402

SEED = 20260401


def shared_folder():
    folder = Path(os.environ.get("NAPKIN_SHARED", ROOT.parent / "shared"))
    return folder if (folder / "data/bank").is_dir() else None


def parse_path(text):
    """details.options[2] and $.details.options[2] as a tuple of keys and numbers."""
    steps = []
    for key, number, quoted in re.findall(r"([^.\[\]]+)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]", (text or "").removeprefix("$")):
        steps.append(int(number) if number else quoted or key)
    return tuple(steps)


# What peers call a key that is no text, where napkin keeps what the file says.
READ_KEYS = {"~": "None", "null": "None", **dict.fromkeys(["yes", "on", "true"], "True"),
             **dict.fromkeys(["no", "off", "false"], "False")}


def same_names(path):
    return tuple(READ_KEYS.get(step, step) for step in path)


class Verdict:
    """What a peer found in a file: paths, and choices: errors with several ways out, of which napkin names one."""

    def __init__(self):
        self.paths = set()
        self.choices = []  # (path, all paths that the ways out complain of)

    def add(self, path, causes, is_choice):
        if is_choice:
            self.choices.append((path, causes | {path}))
        else:
            # Beside the way out "or null" there is one other: what is wrong with that is what is wrong.
            # A cause that has causes of its own further down says no more than they do.
            deep = {cause for cause in causes if len(cause) > len(path)}
            self.paths |= {cause for cause in deep
                           if not any(cause != other and other[:len(cause)] == cause for other in deep)} or {path}

    def differences(self, paths):
        """Paths that only one side has."""
        rest = set(paths)
        missed = set()
        for place, ways in self.choices:
            within = {path for path in paths if path[:len(place)] == place}
            if not within & ways:
                missed.add(place)
            rest -= within & ways
        return (rest ^ (self.paths - {path for _, ways in self.choices for path in ways})) | missed


def crash_of_check_jsonschema(text):
    """What its YAML reader raises and it does not catch: that ends the command, with nothing said of the other files."""
    if "!!" not in text:
        return None
    from check_jsonschema.parsers import ParserSet
    try:
        ParserSet().parse_data_with_path(io.BytesIO(text.encode()), "question.yaml", "yaml")
    except Exception as problem:  # whatever it is
        return f"{type(problem).__name__}: {problem}"
    return None


class Round:
    """One schema and the files that are judged by it."""

    def __init__(self, name, arguments, schema, target, napkin_schema):
        self.name, self.arguments, self.schema, self.target, self.napkin_schema = name, arguments, schema, target, napkin_schema
        self.files = []   # paths
        self.kinds = {}   # path: what was done to it
        self.texts = {}
        self.differences = defaultdict(Counter)
        self.unexplained = []
        self.verdicts = Counter()

    def add(self, folder, kind, text):
        path = str(folder / f"{self.name}-{len(self.files):05}.yaml")
        Path(path).write_bytes(text.encode())
        self.files.append(path)
        self.kinds[path] = kind
        self.texts[path] = text

    def judge(self, bin_folder):
        ours = self.ask_napkin()
        with concurrent.futures.ThreadPoolExecutor() as pool:
            linkml = pool.submit(self.ask_linkml, bin_folder)
            check_jsonschema = pool.submit(self.ask_check_jsonschema, bin_folder)
        self.compare("linkml", ours, linkml.result())
        self.compare("check-jsonschema", ours, check_jsonschema.result())
        self.verdicts.update("sound" if not ours[file].findings else "broken" for file in self.files)

    def ask_napkin(self):
        from differences import File
        command = [self.arguments.napkin, "check", "--format", "json", "--select", "S", "--fail-on", "never", "--quiet"]
        run = subprocess.run(command + self.napkin_schema + self.files, text=True, stdout=subprocess.PIPE)
        if run.returncode != 0:
            sys.exit(f"napkin ended with {run.returncode}")
        found = defaultdict(list)
        for finding in json.loads(run.stdout)["findings"]:
            found[os.path.basename(finding["file"])].append(
                (same_names(parse_path(finding["field"])), finding["rule"], finding["message"]))
        return {file: File(self.texts[file], found[os.path.basename(file)]) for file in self.files}

    def ask_linkml(self, bin_folder):
        run = subprocess.run([bin_folder / "python", HERE / "linkml_verdicts.py", self.schema, self.target, *self.files],
                             text=True, stdout=subprocess.PIPE, check=True)
        verdicts = json.loads(run.stdout)
        self.check_against_command(bin_folder, verdicts)
        judged = {}
        for file, verdict in verdicts.items():
            if "unreadable" in verdict:
                judged[file] = verdict["unreadable"]
                continue
            judged[file] = Verdict()
            for error in verdict["errors"]:
                causes = {same_names(cause["path"]) for cause in error["causes"] if not cause["is_null_branch"]}
                judged[file].add(same_names(error["path"]), causes, error["is_choice"])
        return judged

    def check_against_command(self, bin_folder, verdicts):
        """The command itself must say what our short way to it says, word for word."""
        readable = [file for file in self.files if "messages" in verdicts[file]]
        for group in [readable[::max(1, len(readable) // 25)]]:
            run = subprocess.run([bin_folder / "linkml-validate", "-s", self.schema, "-C", self.target, *group], text=True,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            said = sorted(re.findall(r"^\[ERROR\] \[([^\]]*)/\d+\] (.*)$", run.stdout, re.M))
            expected = sorted((file, message.split("\n")[0]) for file in group for message in verdicts[file]["messages"])
            if said != expected:
                sys.exit(f"linkml-validate does not say what its library says:\n{set(said) ^ set(expected)}")

    def ask_check_jsonschema(self, bin_folder):
        schema = Path(self.files[0]).parent / f"{self.name}.schema.json"
        command = [self.arguments.napkin, "schema", "--json-schema", *self.napkin_schema]
        schema.write_bytes(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        crashing = {file: message for file in self.files if (message := crash_of_check_jsonschema(self.texts[file]))}
        files = [file for file in self.files if file not in crashing]
        run = subprocess.run([bin_folder / "check-jsonschema", "--schemafile", schema, "-o", "json", "-vv", *files],
                             text=True, stdout=subprocess.PIPE)
        try:
            report = json.loads(run.stdout)
        except json.JSONDecodeError:
            sys.exit(f"check-jsonschema gave no JSON: {run.stdout[:2000]}")
        judged = {file: Verdict() for file in files} | crashing
        for problem in report.get("parse_errors", []):
            judged[problem["filename"]] = problem["message"]
        for error in report.get("errors", []):
            causes = {path for cause in error.get("sub_errors", []) if not cause["message"].endswith("is not of type 'null'")
                      for path in self.json_paths(cause)}
            for path in self.json_paths(error):
                judged[error["filename"]].add(path, causes, error["has_sub_errors"])
        return judged

    @staticmethod
    def json_paths(error):
        path = same_names(parse_path(error["path"]))
        if missing := re.fullmatch(r"'(.*)' is a required property", error["message"], re.S):
            return [path + (missing[1],)]
        if error["message"].startswith("Additional properties are not allowed"):
            return [same_names(path + (name,)) for name in re.findall(r"'((?:[^'\\]|\\.)*)'", error["message"])]
        return [path]

    def compare(self, peer, ours, theirs):
        from differences import explain_path, explain_unreadable
        for file in self.files:
            mine, other = ours[file], theirs[file]
            if isinstance(other, str):
                self.note(peer, file, "(unreadable)", explain_unreadable(peer, mine, other), mine, other)
                continue
            for path in sorted(other.differences(mine.paths), key=str):
                self.note(peer, file, path, explain_path(peer, mine, path, path in mine.paths), mine, other)

    def note(self, peer, file, path, reason, mine, other):
        if reason is not None:
            self.differences[peer][reason] += 1
            return
        ours = [(".".join(map(str, place)), code, message[:100]) for place, code, message in mine.findings]
        self.unexplained.append(f"{peer}: {self.kinds[file]} ({file}) at {path}\n    napkin: {ours}\n    {peer}: {vars(other) if isinstance(other, Verdict) else other}")


def sound_questions(folder):
    from mutants import Question
    questions = [Question(str(path.relative_to(folder)), path.read_text()) for path in sorted(folder.rglob("*.yaml"))]
    authored = [question for question in questions if "\ngenerated_by:" not in question.text]
    # Generated ones are all of one shape; every eighth will do, or the peer takes minutes.
    return authored + [question for question in questions if "\ngenerated_by:" in question.text][::8]


def feature_round(arguments):
    """Small documents against a schema that uses every element of LinkML that napkin supports."""
    schema = str(HERE / "features/schema.yaml")
    features = Round("features", arguments, schema, "Shelf", ["--schema", schema])
    documents = (HERE / "features/documents.yaml").read_text().split("\n---\n")
    return features, [(text.split("\n")[0], text + "\n") for text in documents]


def all_rounds(arguments):
    from mutants import make_mutants
    features, documents = feature_round(arguments)
    yield features, documents
    corpus = sound_questions(ROOT / "corpus")
    ours = str(ROOT / "schema/question.yaml")
    shared = shared_folder()
    bank = sound_questions(shared / "data/bank") if shared else []
    files = [(f"as it stands: {question.name}", question.text) for question in corpus + bank]
    mutants = [(f"{kind} in {name}", text) for kind, name, text in make_mutants(corpus + bank, arguments.rounds, SEED)]
    print(f"{len(corpus)} questions of corpus/, {len(bank)} of the bank, {len(mutants)} mutants of them")
    if len(mutants) < 500:
        sys.exit("fewer than 500 mutants: the mutators no longer fit the corpus")
    yield Round("question", arguments, ours, "Question", ["--schema", ours]), files + mutants
    if shared:
        schema = str(shared / "data/bank-schema/question_schema.yaml")
        files = [(f"as it stands: {question.name}", question.text) for question in bank]
        mutants = [(f"{kind} in {name}", text) for kind, name, text in make_mutants(bank, 1, SEED + 1)]
        yield Round("bank", arguments, schema, "Question", ["--schema", schema]), files + mutants


def main():
    from differences import REASONS
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--napkin", default=os.environ.get("NAPKIN_BINARY", str(ROOT / "build/release/bin/napkin")))
    parser.add_argument("--rounds", type=int, default=2, help="mutants of each kind and place (default 2)")
    parser.add_argument("--keep", type=Path, help="keep the mutants in this folder")
    arguments = parser.parse_args()
    bin_folder = Path(sys.executable).parent
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for round_, files in all_rounds(arguments):
            start = time.time()
            for kind, text in files:
                round_.add(folder, kind, text)
            round_.judge(bin_folder)
            verdicts = ", ".join(f"{count} {verdict}" for verdict, count in sorted(round_.verdicts.items()))
            print(f"\n{round_.name}: {len(round_.files)} files ({verdicts}) in {time.time() - start:.0f} s; deliberate differences:")
            for peer, counts in round_.differences.items():
                for reason, count in counts.most_common():
                    print(f"  {count:5}  {peer}, {reason}: {REASONS[peer, reason]}")
            for difference in round_.unexplained[:40]:
                print("UNEXPLAINED " + difference)
            if round_.unexplained:
                print(f"{len(round_.unexplained)} unexplained differences")
                failed = True
    if shared_folder() is None:
        print("\nskipped: the bank and its schema (no folder ../shared, and NAPKIN_SHARED is not set)")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    python = peers_folder() / "python"
    if Path(sys.executable) != python:
        os.execv(python, [str(python), *sys.argv])
    sys.path.insert(0, str(HERE))
    main()
