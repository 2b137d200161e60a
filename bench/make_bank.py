#!/usr/bin/env python3
"""Makes a large bank by varying a small one: bench/make_bank.py [--source BANK] [--count N] FOLDER

Every file gets an id and a title of its own, a number of its own in the scenario, and lies in <track>/<area>/<id>.yaml;
one in 25 gets one wrong digit in its calculation, so that the checker has findings to report. The same arguments give
the same bytes.
"""
import argparse
import os
import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def default_source():
    """The shared bank where there is one, else the project's own."""
    shared = Path(os.environ.get("NAPKIN_SHARED", ROOT.parent / "shared"))
    bank = shared / "data" / "bank"
    return bank if bank.is_dir() else ROOT / "corpus"


def field(text, name):
    match = re.search(rf"^{name}: *['\"]?([\w-]+)", text, re.MULTILINE)
    return match.group(1) if match else None


def change_one_digit(text, chance):
    start = text.find("napkin_math:")
    digits = [match.start() for match in re.finditer(r"\d", text)] if start >= 0 else []
    digits = [at for at in digits if start < at < start + 800]
    if not digits:
        return text
    at = chance.choice(digits)
    return text[:at] + str((int(text[at]) + chance.randint(1, 9)) % 10) + text[at + 1:]


def vary(text, number):
    track = field(text, "track")
    name = f"{track}-{100000 + number}"
    text = text.replace(field(text, "id"), name)
    # A word before the first of a plain or folded scenario keeps the style of the scalar, whatever it is.
    start = r"^(scenario: *(?:[|>][-+0-9]*\n +)?['\"]?)"
    text = re.sub(start, rf"\1Case {number}. ", text, count=1, flags=re.MULTILINE)
    if number % 25 == 0:
        text = change_one_digit(text, random.Random(number))
    return f"{track}/{field(text, 'competency_area')}/{name}.yaml", text


def make_bank(source, folder, count):
    questions = [path.read_text(encoding="utf-8") for path in sorted(source.rglob("*.yaml"))]
    questions = [text for text in questions if field(text, "id") and field(text, "track")]
    if not questions:
        raise SystemExit(f"make_bank: {source} holds no questions")
    size = 0
    for number in range(count):
        name, text = vary(questions[number % len(questions)], number)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        path.write_bytes(data)
        size += len(data)
    return size


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--source", type=Path, default=default_source())
    parser.add_argument("--count", type=int, default=10711)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    size = make_bank(arguments.source, arguments.folder, arguments.count)
    print(f"{arguments.count} questions, {size / 1e6:.1f} MB, varied from {arguments.source}")


if __name__ == "__main__":
    main()
