#!/usr/bin/env python3
"""Changes consistent statements and asks napkin again. One digit, prefix, bit or byte, or operator changed so that the
value moves by more than 10 %: at least 95 % of these mutants must be flagged by a finding at the statement. Spacing or
the form of a sign changed: all must keep their verdict.

usage: run.py [--napkin PROGRAM] [--verbose] [--keep FOLDER]

Takes the statements of corpus/ and, where NAPKIN_SHARED or ../shared beside the checkout holds it, of the bank. Each
mutant is a file of its own with one change; what is changed where follows from a fixed seed.

A tentative statement ("a share of some figure before it, if there is one that fits") is one only because its figures
agree: the text does not say that they must. Its false mutants are shown apart and do not count."""
import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mutants import false_mutants, neutral_mutants  # noqa: E402
from statements import Source, check, consistent_statements, overlapping  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
SEED = 20260401
FLAGGED = 0.95
MISSES_SHOWN = 10


def bank_folder():
    folder = Path(os.environ.get("NAPKIN_SHARED", ROOT.parent / "shared")) / "data/bank"
    return folder if folder.is_dir() else None


class Case:
    """A file with one change in it."""

    def __init__(self, statement, kind, text):
        self.statement, self.kind, self.text = statement, kind, text
        self.asserted = statement.certainty != "tentative"

    def write(self, folder, number):
        self.name = f"{number:06}/{self.statement.source.path.name}"
        self.path = folder / self.name
        self.path.parent.mkdir(parents=True)
        self.path.write_bytes(self.statement.with_text(self.text).encode())

    def place(self):
        return f"{self.statement.source.path.name}:{self.statement.derivation['line']}"


def by_file(items):
    found = {}
    for item in items:
        found.setdefault(item["file"].removeprefix("./"), []).append(item)
    return found


def write_all(cases, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate(cases):
        case.write(folder, number)


def false_cases(statements):
    chooser = random.Random(SEED)
    return [Case(statement, mutant.kind, mutant.text)
            for statement in statements for mutant in false_mutants(statement, chooser.randrange)]


def judge_false(napkin, cases, folder):
    """The cases that no finding flags."""
    write_all(cases, folder)
    findings = by_file(check(napkin, folder)["findings"])
    missed = []
    for case in cases:
        begin = case.statement.begin
        if not overlapping(Source(case.path), begin, begin + len(case.text), findings.get(case.name, ())):
            missed.append(case)
    return missed


def neutral_cases(statements):
    return [Case(statement, kind, text) for statement in statements for kind, text in neutral_mutants(statement)]


def verdicts(report):
    """What counts of each file: every statement's verdict and every finding."""
    told = {}
    for item in report["derivations"]:
        told.setdefault(item["file"].removeprefix("./"), []).append(
            (item["field"], item["line"], item["relation"], item["verdict"]))
    for item in report["findings"]:
        told.setdefault(item["file"].removeprefix("./"), []).append((item["field"], item["line"], item["rule"]))
    return told


def judge_neutral(napkin, cases, folder, originals):
    """The cases in which a statement's verdict is another one, or a statement is there no more."""
    write_all(cases, folder)
    told = verdicts(check(napkin, folder, "--derivations"))
    return [case for case in cases if told.get(case.name) != originals[case.statement.source.path]]


def table(title, cases, missed, done):
    made, left = Counter(case.kind for case in cases), Counter(case.kind for case in missed)
    print(f"\n{title:44} {'made':>6} {done:>8}   share")
    for kind, count in sorted(made.items()):
        print(f"  {kind:42} {count:6} {count - left[kind]:8} {100 * (1 - left[kind] / count):6.1f} %")
    share = 1 - len(missed) / len(cases) if cases else 1
    print(f"  {'all':42} {len(cases):6} {len(cases) - len(missed):8} {100 * share:6.1f} %")
    return share


def show(cases, word, limit):
    for case in cases[:limit]:
        print(f"  {word}: {case.place()}: {case.kind}\n    {' '.join(case.statement.text.split())}\n"
              f"    {' '.join(case.text.split())}\n    derived as {case.statement.expression}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--napkin", default=os.environ.get("NAPKIN_BINARY", str(ROOT / "build/release/bin/napkin")))
    parser.add_argument("--verbose", action="store_true", help="list every miss")
    parser.add_argument("--keep", type=Path, help="keep the mutants in this folder")
    arguments = parser.parse_args()
    start = time.time()
    folders = [ROOT / "corpus"] + ([bank_folder()] if bank_folder() else [])
    statements, originals = [], {}
    for folder in folders:
        found = consistent_statements(arguments.napkin, folder)
        certain = Counter(statement.certainty for statement in found)
        counts = ", ".join(f"{certain[certainty]} {certainty}" for certainty in ("firm", "likely", "tentative"))
        print(f"{len(found)} consistent statements in {folder.name}/ ({counts})")
        statements += found
        told = verdicts(check(arguments.napkin, folder, "--derivations"))
        originals.update({folder / name: told_there for name, told_there in told.items()})
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        wrong, neutral = false_cases(statements), neutral_cases(statements)
        all_missed = judge_false(arguments.napkin, wrong, folder / "false")
        changed = judge_neutral(arguments.napkin, neutral, folder / "neutral", originals)
    asserted, missed = [case for case in wrong if case.asserted], [case for case in all_missed if case.asserted]
    share = table("false mutants", asserted, missed, "flagged")
    others, others_missed = len(wrong) - len(asserted), len(all_missed) - len(missed)
    print(f"  {'(of tentative statements, not counted)':42} {others:6} {others - others_missed:8}")
    table("neutral mutants", neutral, changed, "kept")
    limit = None if arguments.verbose else MISSES_SHOWN
    show(missed, "not flagged", limit)
    show(changed, "verdict changed", limit)
    print(f"{time.time() - start:.0f} s")
    if bank_folder() is None:
        print("the bank was not covered: no folder ../shared, and NAPKIN_SHARED is not set")
    sys.exit(0 if wrong and neutral and share >= FLAGGED and not changed else 1)


if __name__ == "__main__":
    main()
