#!/usr/bin/env python3
"""Compares napkin's formulas and registry with mlsysim 0.3.0, the field's own engine for the same physics: functions on
random inputs as counterparts/ pairs them, values one by one as entries/ pairs them. A difference above 0.1 % fails
unless reviewed.yaml says why, and so does a reviewed difference that no longer exists.

usage: run.py [--napkin PROGRAM] [--only functions|values] [--verbose]

Ends with 77 (skip) where PyPI is out of reach."""
import argparse
import os
import subprocess
import sys
import time
import warnings
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "peers"))

from peers import peers_folder  # noqa: E402

LEAST_COVERAGE = 0.9


def read_yaml_fast():
    """The peer reads its registry when it is imported, by PyYAML's own reader, which is slower than libyaml's."""
    import yaml
    yaml.SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def check_functions(napkin, review):
    """Prints how many functions agree; returns what failed."""
    import mlsysim.physics  # before the processes that share the work start
    from functions import compare_modules
    failures, modules = [], []
    print("functions of the peer with a counterpart:")
    for module in compare_modules(napkin, review):
        modules.append(module)
        failures += module.failures
        review.seen.update(module.seen)
        print(f"  {module.name:14} {module.covered:3} of {module.functions:3}", flush=True)
    covered, functions = sum(module.covered for module in modules), sum(module.functions for module in modules)
    print(f"{covered} of {functions} functions have a counterpart ({covered / functions:.1%}): "
          f"{sum(module.rows for module in modules)} results on {sum(module.draws for module in modules):,} draws")
    if covered < LEAST_COVERAGE * functions:
        failures.append(f"fewer than {LEAST_COVERAGE:.0%} of the functions have a counterpart")
    return failures


def check_values(napkin, review, verbose):
    """Prints how many values agree; returns what failed."""
    from values import compare_values
    failures = []
    entries, compared, differing, only_theirs = compare_values(napkin, review, failures)
    print("entries that both have: " + ", ".join(f"{count} {name}" for name, count in entries.items()))
    print(f"{compared} values compared: {compared - differing} agree, {differing} differ; "
          f"{len(only_theirs)} more stand only in the peer")
    if verbose:
        print("\n".join(f"  only in the peer: {pair.name} = {pair.theirs} ({pair.ours})" for pair in only_theirs))
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--napkin", default=os.environ.get("NAPKIN_BINARY", str(ROOT / "build/release/bin/napkin")))
    parser.add_argument("--only", choices=["functions", "values"])
    parser.add_argument("--verbose", action="store_true", help="print the values that only the peer has")
    arguments = parser.parse_args()
    from napkin import Napkin
    from reviewed import Review
    napkin, review = Napkin(arguments.napkin), Review(HERE / "reviewed.yaml")
    start = time.time()
    failures = []
    if arguments.only != "values":
        failures += check_functions(napkin, review)
    if arguments.only != "functions":
        failures += check_values(napkin, review, arguments.verbose)
    if not arguments.only:
        failures += [f"reviewed.yaml speaks of {name}, which does not differ" for name in review.stale()]
    print(f"{review.count()} reviewed differences; {len(failures)} failures; {time.time() - start:.0f} s")
    for failure in failures:
        print(f"FAILED {failure}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    python = peers_folder() / "python"
    if Path(sys.executable) != python:
        os.execv(python, [str(python), *sys.argv])
    warnings.simplefilter("ignore")
    read_yaml_fast()
    sys.path.insert(0, str(HERE))
    main()
