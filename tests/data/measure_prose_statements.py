#!/usr/bin/env python3
"""Measures the prose reader on the tables of test statements.

usage: measure_prose_statements.py PATH/TO/napkin [FILE…] [--verbose]      (default: both tables beside this script)

Wraps every case into a question, runs `napkin check --format json --derivations` once, and prints for each table:

  read           listed statements, by difficulty, for which napkin has a derivation of the same figure (in order)
  agree          of those, how many have the listed verdict
  false alarms   derivations called inconsistent that the table does not list as such
  misjudged      statements marked unread on which a verdict is passed all the same

Optional statements count only where they are read. Exit status 1 if there is a false alarm or a misjudged statement.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

FIGURE = re.compile(r'[-+\u2212]?\d[\d,]*\.?\d*(?:[eE][-+]?\d+)?|[-+\u2212]?\.\d+')


def figure(text):
    """The first number of a printed figure, without signs and separators."""
    found = FIGURE.search(re.sub(r'\{,\}|(?<=\d)[\u202f\u00a0 ](?=\d{3})', '', str(text)))
    return found and abs(float(found.group().replace(',', '').replace('\u2212', '-')))


def question(number, case):
    """A question that claims the text of a case and is otherwise in order."""
    return {'schema_version': '1.0', 'id': f'cloud-{number:04}', 'track': 'cloud', 'level': 'L3', 'zone': 'analyze',
            'topic': 'roofline-analysis', 'competency_area': 'compute', 'bloom_level': 'analyze', 'phase': 'both',
            'title': f"Prose {case['id']}", 'scenario': 'A text that claims what it claims, and nothing else besides.',
            'question': 'What does it claim?',
            'details': {'realistic_solution': 'See there.', 'napkin_math': case['text'] + '\n'},
            'status': 'draft', 'provenance': 'human'}


def derivations(napkin, cases):
    """What napkin derives from each case, in the order of the text."""
    with tempfile.TemporaryDirectory() as folder:
        area = pathlib.Path(folder, 'cloud', 'compute')
        area.mkdir(parents=True)
        for number, case in enumerate(cases):
            text = yaml.safe_dump(question(number, case), allow_unicode=True, sort_keys=False, width=10000)
            (area / f'cloud-{number:04}.yaml').write_text(text, encoding='utf-8')
        run = subprocess.run([napkin, 'check', '--format', 'json', '--derivations', '--fail-on', 'never', folder],
                             capture_output=True, text=True, check=False)
    found = collections.defaultdict(list)
    for row in json.loads(run.stdout).get('derivations', []):
        if row['field'].endswith('napkin_math'):
            found[int(row['id'].split('-')[1])].append(row)
    return found


def matched(case, rows):
    """Pairs each listed statement with the first later derivation of its figure, or with None; and what is left over."""
    rest, pairs = list(rows), []
    for statement in case['statements']:
        want = figure(statement['stated'])
        hit = next((row for row in rest if figure((row.get('stated') or {}).get('text')) == want), None)
        pairs.append((statement, hit))
        if hit:
            rest.remove(hit)
    return pairs, rest


def measure(napkin, path, verbose):
    cases = yaml.safe_load(path.read_text(encoding='utf-8'))['cases']
    found = derivations(napkin, cases)
    total, read, count, lines = collections.Counter(), collections.Counter(), collections.Counter(), []
    for number, case in enumerate(cases):
        pairs, rest = matched(case, found[number])
        for statement, row in pairs:
            verdict = row['verdict'] if row else 'not read'
            if statement.get('unread'):
                if verdict in ('consistent', 'inconsistent'):
                    count['misjudged'] += 1
                    lines.append(('misjudged', case, statement['stated']))
                continue
            is_read = verdict not in ('not read', 'unread')
            if is_read or not statement.get('optional'):
                total[case['difficulty']] += 1
                read[case['difficulty']] += is_read
                if not is_read:
                    lines.append((f"{verdict} {row.get('unread') or '' if row else ''}".strip(), case, statement['stated']))
            if is_read:
                count['agree'] += verdict == statement['verdict']
                if verdict != statement['verdict']:
                    alarm = verdict == 'inconsistent'
                    count['false alarms'] += alarm
                    lines.append(('FALSE ALARM' if alarm else f'said {verdict}', case, statement['stated']))
        for row in rest:
            if row['verdict'] == 'inconsistent':
                count['false alarms'] += 1
                lines.append(('FALSE ALARM (not listed)', case, row['text']))
    every, got = sum(total.values()), sum(read.values())
    parts = ', '.join(f'{name} {read[name]}/{total[name]}' for name in ('core', 'common', 'rare'))
    print(f"{path.name}: read {got}/{every} = {100 * got / every:.1f} % ({parts}); agree {count['agree']}/{got}; "
          f"false alarms {count['false alarms']}; misjudged {count['misjudged']}")
    if verbose:
        for what, case, figure_text in sorted(lines, key=lambda line: line[0]):
            print(f"  {what}: {case['id']} ({case['difficulty']}, {case['note']}): {figure_text}")
    return count['false alarms'] + count['misjudged']


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('napkin')
    parser.add_argument('files', nargs='*', type=pathlib.Path)
    parser.add_argument('--verbose', action='store_true')
    options = parser.parse_intermixed_args()
    here = pathlib.Path(__file__).resolve().parent
    paths = options.files or sorted(here.glob('prose_statements_?.yaml'))
    return 1 if sum(measure(options.napkin, path, options.verbose) for path in paths) else 0


if __name__ == '__main__':
    sys.exit(main())
