#!/usr/bin/env python3
"""Runs every example of tests/rules through the program, as tests/unit/validator/rules/rule_example.hpp describes them.

The unit tests hand the same files to the validator; here the program finds, names and reads them itself, and must
report the expected findings and no other.

usage: rule_examples_test.py --napkin PATH
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

RULES = pathlib.Path(__file__).resolve().parents[1] / 'rules'


def value_in(text, key):
    found = re.search(rf'^{key}: (.*)$', text, re.MULTILINE)
    return found[1] if found else ''


def lay_out_question(source, folder):
    """Gives the expected findings, and the options of the run."""
    text = source.read_text(encoding='utf-8')
    head = dict(file='', schema='')
    expected = []
    for line in text.split('\n'):
        if not line.startswith('# '):
            break
        key, _, value = line[2:].partition(': ')
        if key == 'expected':
            expected.append(value)
        elif key in head:
            head[key] = value
    name = head['file'] or '/'.join(value_in(text, key) for key in ('track', 'competency_area', 'id')) + '.yaml'
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    options = ['--schema', str(RULES / 'lenient_schema.yaml')] if head['schema'] == 'lenient' else []
    return [line.replace(' ', f' {name} ', 1) for line in expected], options


def lay_out_bank(source, folder):
    shutil.copytree(source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns('expected.txt'))
    expected = source / 'expected.txt'
    return (expected.read_text(encoding='utf-8').split('\n')[:-1] if expected.exists() else []), []


def findings(napkin, folder, options):
    done = subprocess.run([napkin, 'check', '--format', 'json', *options], cwd=folder, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        return [f'exit status {done.returncode}: {done.stderr}']
    return ['{rule} {file} {line}:{column}'.format(**finding) for finding in json.loads(done.stdout)['findings']]


def complaint(napkin, source):
    """What is wrong with the example; empty where nothing is."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        expected, options = (lay_out_bank if source.is_dir() else lay_out_question)(source, folder)
        found = findings(napkin, folder, options)
    code = source.parent.name[:4]
    if sorted(found) != sorted(expected):
        return f'{source.relative_to(RULES)}: expected {sorted(expected)}, found {sorted(found)}'
    if source.stem == 'fail' and not any(line.startswith(code) for line in found):
        return f'{source.relative_to(RULES)}: {code} is not among the findings'
    return ''


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--napkin', required=True, type=pathlib.Path)
    napkin = parser.parse_args().napkin.resolve()
    rules = json.loads(subprocess.run([napkin, 'rule', '--format', 'json'], capture_output=True, text=True).stdout)
    sources = sorted(path for path in RULES.glob('*/*') if path.stem in ('fail', 'pass'))
    complaints = []
    for side in ('fail', 'pass'):
        shown = {path.parent.name for path in sources if path.stem == side}
        complaints += [f"{rule['code']} has no example that should {side}" for rule in rules
                       if f"{rule['code']}-{rule['name']}" not in shown]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints += filter(None, pool.map(lambda source: complaint(napkin, source), sources))
    print('\n'.join([*complaints, f'{len(sources)} examples, {len(complaints)} complaints']))
    sys.exit(bool(complaints))


if __name__ == '__main__':
    main()
