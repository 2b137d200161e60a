#!/usr/bin/env python3
"""Runs every command of the pages' console blocks, in order, in the root of the checkout, and compares what it prints.

A block is a fence marked `console`. A line "$ COMMAND" is run by bash; the lines up to the next command are what it
prints, on both streams. A line "…" stands for any number of lines. With --bless the pages are rewritten with what the
commands print now; a block with an elision is left as it is.
"""
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
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


def bless(page):
    def fresh(match):
        if "…\n" in match.group(1):
            return match.group(0)
        body = "".join(f"$ {command}\n{'' if command in NOT_AGAIN else output_of(command)}"
                       for command, _ in commands_of(match.group(1)))
        return f"```console\n{body}```"

    page.write_text(BLOCK.sub(fresh, page.read_text()))


class Pages(unittest.TestCase):
    maxDiff = None

    def test_readme_has_exactly_two_commands_to_set_up(self):
        first = BLOCK.search((ROOT / "README.md").read_text()).group(1)
        self.assertEqual([command.split()[0] for command, _ in commands_of(first)], ["scripts/run", "scripts/test"])

    def test_commands_print_what_the_pages_say(self):
        ran = 0
        for page in PAGES:
            for block in BLOCK.findall(page.read_text()):
                for command, expected in commands_of(block):
                    if command in NOT_AGAIN:
                        continue
                    ran += 1
                    with self.subTest(page=page.name, command=command):
                        actual = output_of(command)
                        if not re.fullmatch(pattern_of(expected.rstrip("\n")), actual.rstrip("\n")):
                            self.assertEqual(actual, expected)
        self.assertGreater(ran, 0)


if __name__ == "__main__":
    if sys.argv[1:] == ["--bless"]:
        for each in PAGES:
            bless(each)
    else:
        unittest.main()
