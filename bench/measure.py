#!/usr/bin/env python3
"""Measures the release build on a bank made by make_bank.py, next to the programs that do part of the same work.

All programs read the same files on the same number of threads in the same run, in turn, and the medians are compared:
machines differ, ratios much less. "Cold" is the first run after the files were put out of the page cache.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time
import typing
from pathlib import Path

from make_bank import default_source, make_bank

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "release"
NAPKIN = BUILD / "bin" / "napkin"


class Run(typing.NamedTuple):
    """A whole process: wall time and processor time in seconds, peak memory in MB."""
    wall: float
    processor: float
    memory: float


def run(command, accepted=(0, 1)):
    """Runs a program; what it prints goes nowhere."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], [str(part) for part in command], os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in accepted:
        raise SystemExit(f"bench: {' '.join(map(str, command[:3]))} … ended with {code}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median_of(runs):
    return Run(*(statistics.median(values) for values in zip(*runs)))


def put_out_of_cache(folder):
    os.sync()
    for path in folder.rglob("*.yaml"):
        with open(path, "rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def check_jsonschema(folder, bank):
    """The command that checks the structure of the bank with check-jsonschema, or why there is none."""
    schema = folder / "question.schema.json"
    with open(schema, "wb") as out:
        if subprocess.run([NAPKIN, "schema", "--json-schema"], stdout=out, stderr=subprocess.DEVNULL).returncode:
            return None, "napkin schema --json-schema gives no schema"
    peers = subprocess.run([ROOT / "scripts" / "peers"], text=True, capture_output=True)
    if peers.returncode:
        return None, peers.stderr.strip()
    files = sorted(map(str, bank.rglob("*.yaml")))
    return [Path(peers.stdout.strip()) / "check-jsonschema", "--schemafile", schema, *files], None


def row(name, taken, remark, unit=(1, "s")):
    scale, symbol = unit
    return name, f"{taken.wall * scale:.2f} {symbol}", f"{taken.processor * scale:.2f} {symbol}", remark


def measure_throughput(arguments, folder, bank):
    check = [NAPKIN, "check", "--jobs", arguments.jobs, bank]
    parse = [BUILD / "bench" / "parse_only", arguments.jobs, bank]
    put_out_of_cache(bank)
    cold = run(check)
    # In turn, so that whatever else the machine does meets both.
    pairs = [(run(check), run(parse)) for _ in range(arguments.runs)]
    ours, yaml = (median_of(runs) for runs in zip(*pairs))
    rate = f"{arguments.files / ours.wall:,.0f} files/s, peak memory {max(pair[0].memory for pair in pairs):.0f} MB"
    ratio = f"napkin takes {ours.wall / yaml.wall:.2f}× as long ({ours.processor / yaml.processor:.2f}× the processor)"
    rows = [row("napkin check, cold", cold, f"{arguments.files / cold.wall:,.0f} files/s"),
            row("napkin check, median", ours, rate), row("yaml-cpp, parse only", yaml, ratio)]
    if arguments.peer_runs:
        command, reason = check_jsonschema(folder, bank)
        if command:
            peer = median_of([run(command) for _ in range(arguments.peer_runs)])
            rows.append(row("check-jsonschema, structure", peer, f"napkin is {peer.wall / ours.wall:.1f}× faster"))
        else:
            rows.append(("check-jsonschema, structure", "—", "—", reason))
    return rows


def measure_start(bank):
    """Whole processes, as a commit hook starts them."""
    one_file = sorted(bank.rglob("*.yaml"))[0]
    rows = []
    for name, command in (("napkin check ONE-FILE", [NAPKIN, "check", one_file]),
                          ("napkin --version", [NAPKIN, "--version"])):
        runs = [run(command) for _ in range(100)]
        slowest = sorted(taken.wall for taken in runs)[94]
        rows.append(row(name, median_of(runs), f"95th percentile {slowest * 1e3:.2f} ms", (1e3, "ms")))
    return rows


def measure_generation(arguments, folder):
    """Questions that are drawn, written and proven by the checker, into a folder that is empty each time."""
    templates = len(list((ROOT / "templates" / "questions").rglob("*.yaml")))
    rows = []
    for total in (arguments.generated // 10, arguments.generated):
        # Kept to the end: ext4 goes round every file that was deleted a moment ago when it makes a new one.
        out = folder / f"generated-{total}"
        command = [NAPKIN, "generate", "--count", total // templates, "--jobs", arguments.jobs, "--out", out]
        taken = run(command)
        written = sum(1 for _ in out.rglob("*.yaml"))
        rows.append(row(f"napkin generate, {written:,} questions", taken,
                        f"{written / taken.wall:,.0f} questions/s, peak memory {taken.memory:.0f} MB"))
    return rows


def print_table(rows):
    rows = [("", "wall", "processor", ""), *rows]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for at, row in enumerate(rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
        if at == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--files", type=int, default=10711, help="size of the bank")
    parser.add_argument("--runs", type=int, default=5, help="runs of napkin and of the parser; medians count")
    parser.add_argument("--peer-runs", type=int, default=1, help="runs of check-jsonschema; 0 leaves it out")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="threads")
    parser.add_argument("--generated", type=int, default=100_000, help="questions to generate; 0 leaves it out")
    parser.add_argument("--micro", action="store_true", help="the micro-benchmarks too")
    arguments = parser.parse_args()

    folder = Path(tempfile.mkdtemp(prefix="napkin-bench-"))
    try:
        bank = folder / "bank"
        size = make_bank(default_source(), bank, arguments.files)
        print(f"{arguments.files:,} files, {size / 1e6:.1f} MB, {arguments.jobs} threads, {arguments.runs} runs\n")
        rows = measure_throughput(arguments, folder, bank) + measure_start(bank)
        if arguments.generated:
            rows += measure_generation(arguments, folder)
        print_table(rows)
    finally:
        shutil.rmtree(folder)
    if arguments.micro:
        print(flush=True)
        subprocess.run([BUILD / "bench" / "napkin_bench"], check=True)


if __name__ == "__main__":
    main()
