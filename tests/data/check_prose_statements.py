#!/usr/bin/env python3
"""Checks the tables of test statements: every verdict recomputed from its value, every stated figure found in its text.

usage: check_prose_statements.py [FILE…]      (default: prose_statements_a.yaml and _b.yaml beside this script)

Prints what the tables hold; exit status 1 and one line each for what does not hold.
"""
import ast
import collections
import math
import operator
import pathlib
import re
import sys

OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
             ast.Pow: operator.pow, ast.USub: operator.neg, ast.UAdd: operator.pos}
FUNCTIONS = {'min': min, 'max': max, 'ceil': math.ceil, 'floor': math.floor, 'round': round, 'sqrt': math.sqrt,
             'log2': math.log2, 'log10': math.log10, 'ln': math.log, 'exp': math.exp}
RELATIONS = {'<': operator.lt, '>': operator.gt, '≤': operator.le, '≥': operator.ge, '<=': operator.le, '>=': operator.ge}
VERDICTS = ('consistent', 'inconsistent')
DIFFICULTIES = ('core', 'common', 'rare')


def evaluate(expression):
    """The value of an arithmetic expression over numbers; nothing else is admitted."""
    def of(node):
        if isinstance(node, ast.Expression):
            return of(node.body)
        if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
            return node.value
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](of(node.left), of(node.right))
        if isinstance(node, ast.UnaryOp):
            return OPERATORS[type(node.op)](of(node.operand))
        if isinstance(node, ast.Call):
            return FUNCTIONS[node.func.id](*map(of, node.args))
        raise ValueError(f'not arithmetic: {expression}')
    return of(ast.parse(expression, mode='eval'))


def printed(stated):
    """The value of a printed figure and half a unit of its last digit."""
    text = re.sub('[, \u202f\u00a0]', '', stated).replace('\u2212', '-')
    mantissa = re.fullmatch(r'[+-]?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?', text)
    if not mantissa:
        raise ValueError(f'not a figure: {stated}')
    decimals = len(mantissa[2] or '') - int(mantissa[3] or 0)
    return float(text), 0.5 * 10.0 ** -decimals


def judge(stated, relation, value, whole=False, expression=None):
    """Within rounding or 1 % after "=", 5 % after "≈"; a whole number of things may be floor or ceiling."""
    figure, half = (evaluate(expression), 0.0) if expression else printed(stated)
    if relation in RELATIONS:
        return 'consistent' if RELATIONS[relation](value, figure) else 'inconsistent'
    tolerance = 0.05 if relation == '≈' else 0.01
    difference = abs(value - figure)
    if difference <= half * 1.000001 or difference <= tolerance * abs(value):
        return 'consistent'
    if whole and figure in (math.floor(value), math.ceil(value)):
        return 'consistent'
    return 'inconsistent'


def faults(case):
    """What is wrong with one case, as texts."""
    text, position = case['text'], 0
    if case['difficulty'] not in DIFFICULTIES:
        yield f"difficulty {case['difficulty']}"
    for statement in case['statements']:
        stated = statement['stated']
        found = text.find(stated, position)
        if found < 0:
            yield f'{stated} is not in the text after the one before it'
        position = max(position, found + 1)
        if statement.get('unread'):
            continue
        value = evaluate(statement['value'])
        verdict = judge(stated, statement['relation'], value, statement.get('whole', False), statement.get('figure'))
        if statement['verdict'] not in VERDICTS or verdict != statement['verdict']:
            yield f"{stated} {statement['relation']} {value:.6g} is {verdict}, not {statement['verdict']}"


def main(arguments):
    import yaml
    here = pathlib.Path(__file__).resolve().parent
    paths = [pathlib.Path(a) for a in arguments] or sorted(here.glob('prose_statements_?.yaml'))
    failures, seen, counts = [], {}, collections.Counter()
    for path in paths:
        cases = yaml.safe_load(path.read_text(encoding='utf-8'))['cases']
        counts['files'] += 1
        for case in cases:
            counts['cases'] += 1
            counts[case['difficulty']] += 1
            counts['cases with nothing to check'] += not case['statements']
            for statement in case['statements']:
                counts['statements'] += 1
                counts['unread' if statement.get('unread') else statement['verdict']] += 1
            failures += [f"{path.name}: {case['id']}: {fault}" for fault in faults(case)]
            if case['text'] in seen:
                failures.append(f"{path.name}: {case['id']}: same text as {seen[case['text']]}")
            seen[case['text']] = case['id']
    print(', '.join(f'{count} {name}' for name, count in counts.items()))
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
