#!/usr/bin/env python3
"""Runs every command of the pages' console blocks, in order, in the root of the checkout, and compares what it prints.

A block is a fence marked `console`. A line "$ COMMAND" is run by bash; the lines up to the next command are what it
prints, on both streams. A line "…" stands for any number of lines. With --bless the pages are rewritten with what the
commands print now; a block with an elision is left as it is. Pages may be named behind it.

A fence marked `yaml build/try/NAME` is written to that file before the blocks behind it run. Where the page wrote the
file before, the block replaces the top-level keys that it names and leaves the others, so that a page can grow a file.
Every page starts with no folder build/try.
"""
import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE_OR_BLOCK = re.compile(r"^```(?:console|yaml (build/\S+))\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TOP_LEVEL_KEY = re.compile(r"^(?=[a-z])", re.MULTILINE)
# This test is part of what they run.
NOT_AGAIN = ("scripts/test", ".ci/run")


def commands_of(block):
    """Pairs of command and expected text."""
    pieces = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)
    if pieces[0]:
        raise ValueError(f"a console block starts with no command: {pieces[0]!r}")
    return list(zip(pieces[1::2], pieces[2::2]))


def output_of(command):
    run = subprocess.run(["bash", "-c", command], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, env={**os.environ, "NO_COLOR": "1"})
    return run.stdout


def pattern_of(expected):
    lines = [".*" if line == "…" else re.escape(line) for line in expected.splitlines()]
    return "\n".join(lines).replace(".*\n", "(?:.*\n)*?").replace("\n.*", "(?:\n.*)*")


class PageFiles:
    """The files that a page has written so far, as their top-level keys."""

    def __init__(self):
        self.keys = {}
        shutil.rmtree(ROOT / "build" / "try", ignore_errors=True)

    def write(self, name, text):
        keys = self.keys.setdefault(name, {})
        for part in filter(None, TOP_LEVEL_KEY.split(text)):
            keys[part.split(":")[0]] = part.rstrip("\n") + "\n"
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text("".join(keys.values()))


def bless(page):
    files = PageFiles()

    def fresh(match):
        name, text = match.groups()
        if name:
            files.write(name, text)
        if name or "…\n" in text:
            return match.group(0)
        body = "".join(f"$ {command}\n{'' if command in NOT_AGAIN else output_of(command)}"
                       for command, _ in commands_of(text))
        return f"```console\n{body}```"

    page.write_text(FILE_OR_BLOCK.sub(fresh, page.read_text()))


class Pages(unittest.TestCase):
    maxDiff = None

    def test_readme_has_exactly_two_commands_to_set_up(self):
        first = BLOCK.search((ROOT / "README.md").read_text()).group(1)
        self.assertEqual([command.split()[0] for command, _ in commands_of(first)], ["scripts/run", "scripts/test"])

    def test_commands_print_what_the_pages_say(self):
        ran = 0
        for page in PAGES:
            files = PageFiles()
            for name, block in FILE_OR_BLOCK.findall(page.read_text()):
                if name:
                    files.write(name, block)
                for command, expected in [] if name else commands_of(block):
                    if command in NOT_AGAIN:
                        continue
                    ran += 1
                    with self.subTest(page=page.name, command=command):
                        actual = output_of(command)
                        if not re.fullmatch(pattern_of(expected.rstrip("\n")), actual.rstrip("\n")):
                            self.assertEqual(actual, expected)
        self.assertGreater(ran, 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--bless"]:
        for each in [Path(name).resolve() for name in sys.argv[2:]] or PAGES:
            bless(each)
    else:
        unittest.main()
