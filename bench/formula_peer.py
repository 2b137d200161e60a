#!/usr/bin/env python3
"""Times formulas compiled by the engine and the same functions of mlsysim 0.3.0 (Python, Pint quantities), on the same
inputs in one run, and prints the ratios. Both must give the same value.

usage: bench/formula_peer.py [--bench PROGRAM] [--python PYTHON]

Without --python, mlsysim is installed in a virtual environment of its own (build/peer_engine); ends with 77 where the
Python package index is out of reach."""
import argparse
import json
import subprocess
import sys
import timeit
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / "build" / "peer_engine"
PACKAGE = "mlsysim==0.3.0"
LEAST_RATE = 5e6  # evaluations a second of every formula here


def cases(q):
    """Our formula, the peer's module and function, its arguments, and the unit of our result. The inputs are those of
    bench/formula_bench.cpp."""
    return [
        ("amdahl_speedup", "performance", "calc_amdahls_speedup", (0.95, 500), None),
        ("pipeline_bubble_fraction", "performance", "calc_pipeline_bubble", (8, 32), None),
        ("fleet_mtbf", "reliability", "calc_mtbf_cluster", (50000, 16384), "hour"),
        ("young_interval", "reliability", "calc_young_daly_interval", (60, 10800), "second"),
        ("mm1_time_in_system", "serving", "calc_mm1_time_in_system", (q(10, "ms"), 0.8), "second"),
        ("training_flops", "transformer", "calc_transformer_training_flops", (70e9, 1.4e12), "flop"),
        ("kv_cache_size", "memory", "calc_kv_cache_size", (80, 8, 128, 4096, 8, 2), "byte"),
        ("ring_all_reduce_time", "communication", "calc_ring_allreduce_time",
         (q(1e9, "byte"), 64, q(1e11, "byte/s"), q(5, "us")), "second"),
        ("hierarchical_all_reduce_time", "communication", "calc_hierarchical_allreduce_time",
         (q(1e9, "byte"), 16, 8, q(4.5e11, "byte/s"), q(5e10, "byte/s"), q(500, "ns"), q(5, "us")), "second"),
    ]


def time_peer():
    """Runs inside the environment of the peer: prints {formula: [seconds, value]}."""
    import importlib
    from mlsysim.core.units import ureg
    rows = {}
    for name, module, function, arguments, unit in cases(ureg.Quantity):
        call = getattr(importlib.import_module("mlsysim.physics." + module), function)
        value = call(*arguments)
        if hasattr(value, "magnitude"):
            value = value.to(unit).magnitude if unit else value.to("dimensionless").magnitude
        timer = timeit.Timer(lambda: call(*arguments))
        count, _ = timer.autorange()
        rows[name] = [min(timer.repeat(3, count)) / count, value]
    print(json.dumps(rows))


def python_of_peer():
    python = ENVIRONMENT / "bin" / "python"
    marker = ENVIRONMENT / "installed"
    if marker.exists() and marker.read_text() == PACKAGE:
        return python
    subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)
    command = [ENVIRONMENT / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "2"]
    if subprocess.run([*command, PACKAGE]).returncode:
        print(f"skipped: {PACKAGE} cannot be installed here, so there is no peer to compare with", file=sys.stderr)
        sys.exit(77)
    marker.write_text(PACKAGE)
    return python


def time_engine(program):
    output = subprocess.run([program, "--benchmark_filter=^formula/", "--benchmark_format=json"], check=True, text=True,
                            stdout=subprocess.PIPE).stdout
    return {run["name"].removeprefix("formula/"): run for run in json.loads(output)["benchmarks"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=ROOT / "build" / "release" / "bench" / "napkin_bench")
    parser.add_argument("--python", help="a Python that has mlsysim")
    arguments = parser.parse_args()

    python = arguments.python or python_of_peer()
    ours = time_engine(arguments.bench)
    timed = subprocess.run([python, __file__, "--time-peer"], check=True, text=True, stdout=subprocess.PIPE).stdout
    peer = json.loads(timed)
    print(f"| {'formula':30} | {'million evaluations/s':>21} | {'ours':>9} | {'mlsysim':>10} | {'ratio':>7} |")
    print(f"|{'-' * 32}|{'-' * 23}|{'-' * 11}|{'-' * 12}|{'-' * 9}|")
    is_sound = True
    for name, (seconds, value) in peer.items():
        run = ours[name]
        if "error_occurred" in run:
            sys.exit(f"{name}: {run['error_message']}")
        nanoseconds = run["cpu_time"]
        rate = run["items_per_second"]
        print(f"| {name:30} | {rate / 1e6:21.1f} | {nanoseconds:6.1f} ns | {seconds * 1e6:7.2f} µs | "
              f"{seconds * 1e9 / nanoseconds:6,.0f}× |")
        if abs(run["result"] - value) > 1e-6 * abs(value):
            print(f"{name}: ours gives {run['result']:.9g}, the peer {value:.9g}")
            is_sound = False
        is_sound = is_sound and rate >= LEAST_RATE
    print(f"every formula at least {LEAST_RATE / 1e6:.0f} million evaluations/s and equal to the peer's: "
          f"{'yes' if is_sound else 'NO'}")
    return 0 if is_sound else 1


if __name__ == "__main__":
    if sys.argv[1:] == ["--time-peer"]:
        time_peer()
    else:
        sys.exit(main())
