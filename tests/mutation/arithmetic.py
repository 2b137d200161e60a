"""Computes the expressions that napkin prints beside its derivations, apart from napkin: numbers with units, + - * /
and ^, brackets, a few functions. Of units only the scale is looked at: the ratio between two values needs no more."""
import math
import re

PREFIXES = {"p": 1e-12, "n": 1e-9, "µ": 1e-6, "m": 1e-3, "k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18,
            "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40, "Pi": 2**50}
WITH_PREFIX = {"B": 1, "byte": 1, "bit": 1 / 8, "bps": 1 / 8, "s": 1, "W": 1, "Wh": 3600, "J": 1, "A": 1, "Ah": 3600,
               "As": 1, "V": 1, "Hz": 1, "FLOP": 1, "OP": 1, "op": 1, "m": 1, "g": 1, "C": 1}
SCALES = {"min": 60, "h": 3600, "day": 86400, "week": 604800, "month": 30.44 * 86400, "year": 365.25 * 86400,
          "MAC": 2, "%": 0.01, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
FUNCTIONS = {"min": min, "max": max, "floor": math.floor, "ceil": math.ceil, "round": round, "sqrt": math.sqrt,
             "log2": math.log2, "log10": math.log10, "ln": math.log, "exp": math.exp, "pow": pow, "abs": abs,
             "sum": lambda *terms: sum(terms)}
TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?P<unit>(?: (?![-+*/^] )[^\s(),]+)*)"
                   r"|(?P<name>[a-z]+\d*)(?=\()|(?P<mark>[-+*/^(),]))")


class NotComputed(Exception):
    """The expression holds something that this small language has not."""


def word_scale(word):
    word, _, power = word.partition("^")
    exponent = int(power) if power else 1
    if word in SCALES:
        return SCALES[word]**exponent
    for base, scale in WITH_PREFIX.items():
        prefix = word.removesuffix(base)
        if word.endswith(base) and (not prefix or prefix in PREFIXES):
            return (PREFIXES.get(prefix, 1) * scale)**exponent
    return 1  # a count: GPU, token, layer


def unit_scale(unit):
    scale = 1
    for sign, word in re.findall(r"([/*\s]?)([^/*\s]+)", unit):
        scale = scale / word_scale(word) if sign == "/" else scale * word_scale(word)
    return scale


class Operand:
    def __init__(self, number, unit):
        self.number, self.unit = number, unit.strip()
        self.value = float(number) * unit_scale(self.unit)


def tokens_of(expression):
    """Operands, and marks and names of functions as text."""
    tokens, at = [], 0
    while at < len(expression):
        match = TOKEN.match(expression, at)
        if not match:
            raise NotComputed(expression)
        tokens.append(Operand(match["number"], match["unit"]) if match["number"] else match["name"] or match["mark"])
        at = match.end()
    return tokens


class Computer:
    """Recursive descent over the tokens: sum, product, sign, power, primary."""

    def __init__(self, tokens):
        self.tokens, self.at = tokens, 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def sum(self):
        value = self.product()
        while self.peek() in ("+", "-"):
            value = value + self.product() if self.take() == "+" else value - self.product()
        return value

    def product(self):
        value = self.sign()
        while self.peek() in ("*", "/"):
            value = value * self.sign() if self.take() == "*" else value / self.sign()
        return value

    def sign(self):
        if self.peek() == "-":
            self.take()
            return -self.sign()
        base = self.primary()
        if self.peek() == "^":
            self.take()
            return base**self.sign()
        return base

    def primary(self):
        token = self.peek() and self.take()
        if isinstance(token, Operand):
            return token.value
        if token == "(":
            return self.arguments()[0]
        if token in FUNCTIONS and self.peek() == "(":
            self.take()
            return FUNCTIONS[token](*self.arguments())
        raise NotComputed(str(token))

    def arguments(self):
        values = [self.sum()]
        while self.peek() == ",":
            self.take()
            values.append(self.sum())
        if self.peek() != ")":
            raise NotComputed("an open bracket")
        self.take()
        return values


def compute(tokens):
    """The value in base units; NotComputed where it is beyond this language."""
    computer = Computer(tokens)
    try:
        value = computer.sum()
    except (ArithmeticError, ValueError, TypeError) as problem:
        raise NotComputed(str(problem)) from problem
    if computer.peek() is not None or isinstance(value, complex):
        raise NotComputed("a rest")
    return value
