#!/usr/bin/env python3
"""A run of 'napkin generate' that is killed leaves only whole files, and the same command completes the set.

Usage: generate_killed_test.py --napkin NAPKIN [--kills N] [--count N]
"""
import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Templates without a picture and with one, with few and with many distinct questions.
TEMPLATES = ["ridge-point-placement", "checkpoint-interval", "camera-frame-budget", "duty-cycle-battery-life"]


def command(napkin, count, folder):
    return [napkin, "generate", *TEMPLATES, "--count", str(count), "--seed", "3", "--out", str(folder)]


def contents(folder):
    """Every file a reader would take for a question or a picture; temporary ones of a killed run are neither."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.suffix in (".yaml", ".svg")}


def count_files(folder):
    return sum(name.endswith((".yaml", ".svg")) for _, _, names in os.walk(folder) for name in names)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--napkin", required=True)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--count", type=int, default=150)
    arguments = parser.parse_args()
    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as scratch:
        whole, broken = Path(scratch, "whole"), Path(scratch, "broken")
        subprocess.run(command(arguments.napkin, arguments.count, whole), check=True, capture_output=True)
        expected = contents(whole)
        partial = 0
        found = {}
        for kill in range(arguments.kills):
            # Each run goes on where the last was killed; it is killed some files later, at a moment drawn anew, so that
            # the moments fall all over the set and all over the writing of a file.
            target = len(found) + chance.randint(0, 2 * len(expected) // arguments.kills)
            run = subprocess.Popen(command(arguments.napkin, arguments.count, broken), stderr=subprocess.DEVNULL)
            while run.poll() is None and count_files(broken) < target:
                time.sleep(0.0005)
            time.sleep(chance.uniform(0, 0.003))
            run.kill()
            run.wait()
            found = contents(broken) if broken.exists() else {}
            partial += 0 < len(found) < len(expected)
            for name, text in found.items():
                if expected.get(name) != text:
                    sys.exit(f"after kill {kill + 1}: {name} is not what a whole run writes there")
        subprocess.run(command(arguments.napkin, arguments.count, broken), check=True, capture_output=True)
        if contents(broken) != expected:
            sys.exit("the last run did not complete the set")
        if partial == 0:
            sys.exit("no run was killed midway: the test has shown nothing")
        print(f"{arguments.kills} kills, {partial} of them midway; {len(expected)} files, each whole")


if __name__ == "__main__":
    main()
