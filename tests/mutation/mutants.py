"""Changes to one statement: those that make it false, and those that leave what it says as it was.

A false mutant is a Mutant with the value that the derivation has after the change; a neutral one is a text."""
import re
from dataclasses import dataclass
from decimal import Decimal

from arithmetic import NotComputed, Operand, compute, tokens_of
from statements import NUMBER

MOVES = 0.1  # by how much a value has to move
ROUNDING = 0.012  # up to here a figure passes for the rounded one

# Units and the same one step up or down, with the factor. The first letter may be a prefix or a magnitude: 7B, 4M.
STEPS = {"k": ("M", 1e3), "K": ("M", 1e3), "M": ("G", 1e3), "G": ("T", 1e3), "T": ("G", 1e-3), "P": ("T", 1e-3),
         "m": ("µ", 1e-3), "µ": ("m", 1e3), "μ": ("m", 1e3), "u": ("m", 1e3), "n": ("µ", 1e3), "p": ("n", 1e3)}
BINARY_STEPS = {"Ki": ("Mi", 1024), "Mi": ("Gi", 1024), "Gi": ("Mi", 1 / 1024), "Ti": ("Gi", 1 / 1024)}
WORD_STEPS = {"milliseconds": ("microseconds", 1e-3), "microseconds": ("milliseconds", 1e3),
              "million": ("billion", 1e3), "billion": ("million", 1e-3), "trillion": ("billion", 1e-3)}
PREFIXED = re.compile(r"\s?(?:(?P<word>milliseconds|microseconds|million|billion|trillion)\b"
                      r"|(?P<binary>[KMGT]i)(?=B\b|bits?\b|bytes?\b)"
                      r"|(?P<prefix>[kKMGTPmµμunp])(?=B(?:ytes?|ps)?\b|b(?:its?|ps)?\b|(?:W|Wh|J|A|Ah|V|Hz|s|sec)\b"
                      r"|FLOPS?\b|FLOPs\b|FLOP/s|OPS?\b|OPs\b|OP/s|ops\b))")
BIT_OR_BYTE = re.compile(r"\s?(?:[kKMGTP]i?)?(?P<unit>B(?=ps\b|/s|\b)|b(?=ps\b|/s|\b)|bits?\b|bytes?\b)")
SWAPPED_UNITS = {"B": ("b", 1 / 8), "b": ("B", 8), "bit": ("byte", 8), "bits": ("bytes", 8), "byte": ("bit", 1 / 8),
                 "bytes": ("bits", 1 / 8)}

OPERATOR = re.compile(r"(?<=[\w)\]%}])\s*(?P<sign>\\times\b|\\cdot\b|\\div\b|[×*·÷/−+]| - | x )(?=\s*[$~(\d])")
MEANINGS = {"\\times": "*", "\\cdot": "*", "×": "*", "*": "*", "·": "*", " x ": "*", "\\div": "/", "÷": "/",
            "/": "/", "+": "+", " - ": "-", "−": "-"}
OPPOSITES = {"*": ("/", " / "), "/": ("*", " × "), "+": ("-", " − "), "-": ("+", " + ")}
TURNED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}


@dataclass
class Mutant:
    kind: str
    text: str
    derived: tuple  # lower and upper bound after the change, in the unit of the stated figure
    stated: float
    place: float  # half of the last printed place
    relation: str

    def is_false(self, was_stated, was_derived):
        """Whether the change moves a value by more than 10 %, and the text does not happen to be true all the same."""
        low, high = self.derived
        moved = max(distance(self.stated, was_stated), distance(sum(self.derived), sum(was_derived)),
                    0 if self.relation == was_relation(self) else 1)
        if moved <= MOVES:
            return False
        if self.relation in ("<", "≤"):
            return low > self.stated * (1 + MOVES)
        if self.relation in (">", "≥"):
            return high < self.stated * (1 - MOVES)
        slack = max(self.place, ROUNDING * abs(self.stated))
        return self.stated + slack < low or high < self.stated - slack


def was_relation(mutant):
    return TURNED.get(mutant.relation, mutant.relation) if mutant.kind == "comparison turned" else mutant.relation


def distance(value, before):
    return abs(value - before) / abs(before) if before else float("inf")


def places_of(number):
    return len(number.partition(".")[2])


def printed(value, like):
    """A Decimal as the author prints them: with commas where there were some, no exponent."""
    text = f"{value:f}"
    if "." in text:
        whole, _, rest = text.partition(".")
        rest = rest.rstrip("0")
        text = f"{whole}.{rest}" if rest else whole
    whole, point, rest = text.partition(".")
    return (f"{int(whole):,}" if "," in like or len(whole) > 4 and "," in like else whole) + point + rest


def number_changes(number, choose):
    """(kind, new text) for the digits of one number: the point moved, two digits swapped, one digit another one."""
    value = Decimal(number.replace(",", ""))
    if value == 0:
        return
    yield "decimal point moved", printed(value * (10 if choose(2) else Decimal("0.1")), number)
    digits = [at for at, letter in enumerate(number) if letter.isdigit()]
    for one, other in zip(digits, digits[1:]):
        if number[one] != number[other] and not (one == 0 and number[other] == "0" and number[1:2] != "."):
            swapped = list(number)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            yield "digits swapped", "".join(swapped)
            break
    first = next(at for at in digits if number[at] != "0")
    digit = int(number[first])
    yield "digit changed", number[:first] + str(digit + 3 if digit < 7 else digit - 3) + number[first + 1:]


def unit_changes(text, begin):
    """(kind, first, last, replacement, factor) for the unit that follows a number."""
    if match := PREFIXED.match(text, begin):
        group = match.lastgroup
        new, factor = {"word": WORD_STEPS, "binary": BINARY_STEPS, "prefix": STEPS}[group][match[group]]
        yield "prefix", *match.span(group), new, factor
    if match := BIT_OR_BYTE.match(text, begin):
        new, factor = SWAPPED_UNITS[match["unit"]]
        yield "bit or byte", *match.span("unit"), new, factor


class Mutator:
    """All false mutants of one statement."""

    def __init__(self, statement, choose):
        self.statement, self.choose = statement, choose
        self.derived = (statement.derived["lo"], statement.derived["hi"])
        try:
            self.tokens = tokens_of(statement.expression)
            self.value = compute(self.tokens)
        except NotComputed:
            self.tokens, self.value = [], None

    def mutants(self):
        for mutant in [*self.of_stated(), *self.of_operands(), *self.of_operators(), *self.of_relation()]:
            if not mutant or mutant.kind.startswith("bit or byte") and self.holds_bits_per_byte():
                continue
            if mutant.is_false(self.statement.stated_value, self.derived):
                yield mutant

    def changed(self, kind, first, last, new, **facts):
        text, relation = self.statement.text, self.statement.relation
        defaults = {"derived": self.derived, "stated": self.statement.stated_value, "place": self.half_place(),
                    "relation": relation}
        return Mutant(kind, text[:first] + new + text[last:], **{**defaults, **facts})

    def stated_number(self):
        first, last = self.statement.stated
        match = NUMBER.search(self.statement.text, first, last)
        if match and float(match[0].replace(",", "")) == self.statement.stated_value:
            return match
        return None

    def holds_bits_per_byte(self):
        """400 Mb / 8 = 50 MB: beside an 8 the same figures are as true in bits as in bytes."""
        bare = [token.number for token in self.tokens if isinstance(token, Operand) and not token.unit]
        return bare == ["8"]

    def half_place(self, number=None):
        match = self.stated_number()
        number = number or (match[0] if match else None)
        return 0.5 * 10.0**-places_of(number) if number and "." in number else 0.5 if number and len(number) == 1 else 0

    def of_stated(self):
        number = self.stated_number()
        if not number:
            return
        for kind, new in number_changes(number[0], self.choose):
            value = float(new.replace(",", ""))
            yield self.changed(f"{kind} in the result", *number.span(), new, stated=value, place=self.half_place(new))
        for kind, first, last, new, factor in unit_changes(self.statement.text, number.end()):
            if last <= self.statement.stated[1]:
                scaled = {"stated": self.statement.stated_value * factor, "place": self.half_place() * factor}
                yield self.changed(f"{kind} in the result", first, last, new, **scaled)

    def moved(self, tokens):
        """The bounds of the derivation when it is made of these tokens; None where that cannot be computed."""
        try:
            ratio = compute(tokens) / self.value
        except (NotComputed, ZeroDivisionError):
            return None
        low, high = sorted(bound * ratio for bound in self.derived)
        return low, high

    def operands(self):
        """(number in the text, its index in the tokens) for numbers that stand in both, as often, in the same order."""
        first, last = self.statement.stated
        numbers = [match for match in NUMBER.finditer(self.statement.text)
                   if match.end() <= first or match.start() >= last]
        for at, token in enumerate(self.tokens):
            if not isinstance(token, Operand):
                continue
            equal = [index for index, other in enumerate(self.tokens)
                     if isinstance(other, Operand) and float(other.number) == float(token.number)]
            places = [match for match in numbers if float(match[0].replace(",", "")) == float(token.number)]
            if len(equal) == len(places):
                yield places[equal.index(at)], at

    def of_operands(self):
        if not self.value:
            return
        operands = list(self.operands())
        if not operands:
            return
        number, at = operands[self.choose(len(operands))]
        before = self.tokens[at].value
        for kind, new in number_changes(number[0], self.choose):
            factor = float(new.replace(",", "")) / float(self.tokens[at].number)
            yield self.with_operand(f"{kind} in an operand", number.span(), new, at, before * factor)
        for number, at in operands:
            for kind, first, last, new, factor in unit_changes(self.statement.text, number.end()):
                yield self.with_operand(f"{kind} in an operand", (first, last), new, at, self.tokens[at].value * factor)

    def with_operand(self, kind, span, new, at, value):
        tokens = list(self.tokens)
        tokens[at] = Operand("1", "")
        tokens[at].value = value
        derived = self.moved(tokens)
        return derived and self.changed(kind, *span, new, derived=derived)

    def of_operators(self):
        if not self.value:
            return
        first, last = self.statement.stated
        signs = [match for match in OPERATOR.finditer(self.statement.text)
                 if match.end() <= first or match.start() >= last]
        places = [at for at, token in enumerate(self.tokens) if token in ("+", "-", "*", "/")]
        if not signs or [MEANINGS[sign["sign"]] for sign in signs] != [self.tokens[at] for at in places]:
            return
        index = self.choose(len(signs))
        tokens = list(self.tokens)
        meaning, new = OPPOSITES[tokens[places[index]]]
        tokens[places[index]] = meaning
        if derived := self.moved(tokens):
            yield self.changed("operator", *signs[index].span(), new, derived=derived)

    def of_relation(self):
        turned = TURNED.get(self.statement.relation)
        spots = [match for match in re.finditer(r"[<>≤≥]", self.statement.text)]
        if turned and len(spots) == 1 and spots[0][0] == self.statement.relation:
            yield self.changed("comparison turned", *spots[0].span(), turned, relation=turned)


def false_mutants(statement, choose):
    if statement.is_numeric():
        yield from Mutator(statement, choose).mutants()


SPACE = r"(?<=\S) (?=\S)"
# Kind, pattern, replacement. Spaces within a line only: the line breaks of a folded text are the file's.
NEUTRAL = [
    ("wide spaces", r"(?<=\S) (?=[×*=≈<>+−] )|(?<= [×*=≈<>+−]) (?=\S)", "  "),
    ("no spaces", r"(?<=[\w)%]) ([×*=≈+]) (?=[~(\d])", r"\1"),
    ("no-break spaces", SPACE, "\u00a0"),
    ("no-break space before a unit", r"(?<=\d) (?=[A-Za-zµμ%°])", "\u00a0"),
    ("* for ×", r"(?<=[\w)%])( ?)×( ?)(?=[$(\d])", r"\1*\2"),
    ("× for *", r"(?<![*\\])\*(?![*\\])", "×"),
    ("− for -", r"(?<=[\w)%] )-(?= [$(\d])", "−"),
    ("- for −", "−", "-"),
    ("÷ for /", r"(?<=[\w)%] )/(?= [$(\d])", "÷"),
    ("narrow no-break spaces in thousands", r"(?<=\d),(?=\d{3}(?!\d))", "\u202f"),
    ("μ for µ", r"µ(?=[sWJAm]\b)", "μ"),
    ("µ for μ", r"μ(?=[sWJAm]\b)", "µ"),
    ("µ for u", r"(?<=\d)u(?=[sWJA]\b)|(?<=\d )u(?=[sWJA]\b)", "µ"),
    ("superscript", r"10\^9(?!\d)", "10⁹"),
    ("≤ and ≥", r"([<>])=", lambda match: "≤" if match[1] == "<" else "≥"),
]


def neutral_mutants(statement):
    """(kind, text)"""
    for kind, pattern, new in NEUTRAL:
        text = re.sub(pattern, new, statement.text)
        if text != statement.text:
            yield kind, text
