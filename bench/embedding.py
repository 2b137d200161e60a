#!/usr/bin/env python3
"""Measures what the embedded registry and formulas cost a program: bytes of its file, and time to start and find one
entry and one formula. Two programs are compared, which differ in nothing but the library (bench/library_start.cpp);
they run in turn, and the medians are compared.

usage: bench/embedding.py [--build FOLDER] [--runs N]"""
import argparse
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST_BYTES = 2_000_000
MOST_MILLISECONDS = 2


def stripped_size(program):
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(["strip", "-o", out.name, program], check=True)
        return os.stat(out.name).st_size


def start(program):
    """Milliseconds until it has ended: wall time, and processor time, which says more on a busy machine."""
    begin = time.perf_counter()
    process = os.posix_spawn(program, [program], os.environ)
    _, _, usage = os.wait4(process, 0)
    return (time.perf_counter() - begin) * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "release")
    parser.add_argument("--runs", type=int, default=500)
    arguments = parser.parse_args()

    programs = [str(arguments.build / "bench" / name) for name in ("start_without_library", "start_with_library")]
    sizes = [stripped_size(program) for program in programs]
    runs = [[], []]
    for _ in range(arguments.runs):
        for program, times in zip(programs, runs):
            times.append(start(program))
    wall, processor = ([statistics.median(run[i] for run in times) for times in runs] for i in (0, 1))

    print(f"| {'embedded registry and formulas':30} | {'without':>12} | {'with':>12} | {'added':>12} | {'at most':>12} |")
    print(f"|{'-' * 32}|{'-' * 13}:|{'-' * 13}:|{'-' * 13}:|{'-' * 13}:|")
    print(f"| {'size of a program, stripped':30} | {sizes[0]:10,} B | {sizes[1]:10,} B | {sizes[1] - sizes[0]:10,} B "
          f"| {MOST_BYTES:10,} B |")
    times = {"its start, wall time": wall, "its start, processor time": processor}
    for what, (without, with_library) in times.items():
        print(f"| {what:30} | {without:9.3f} ms | {with_library:9.3f} ms | {with_library - without:9.3f} ms | "
              f"{MOST_MILLISECONDS:9} ms |")
    is_sound = sizes[1] - sizes[0] <= MOST_BYTES and wall[1] - wall[0] <= MOST_MILLISECONDS
    print(f"within both limits: {'yes' if is_sound else 'NO'}")
    return 0 if is_sound else 1


if __name__ == "__main__":
    raise SystemExit(main())
