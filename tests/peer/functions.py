"""Compares functions of the peer with formulas of ours on random inputs, as counterparts/*.yaml pairs them."""
import concurrent.futures
import importlib
import math
import multiprocessing
import re
from pathlib import Path

import yaml
from hypothesis import HealthCheck, assume, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

HERE = Path(__file__).resolve().parent
MODULES = ["communication", "memory", "performance", "reliability", "serving", "transformer", "economics", "scaling",
           "numerics", "layers", "neural", "networking", "power", "thermal", "retrieval", "privacy", "fine_tuning"]
TOLERANCE = 1e-3
NOTHING = 1e-13  # of a row's largest result: what rounding leaves where two equal numbers are subtracted
DRAWS = 200

# The same draws in every run: a test that fails today must not pass tomorrow.
SETTINGS = settings(max_examples=DRAWS, derandomize=True, database=None, deadline=None,
                    suppress_health_check=list(HealthCheck))


def functions_of(module):
    """The calc_* functions that a module of the peer defines itself."""
    return {name: value for name, value in vars(module).items()
            if name.startswith("calc_") and callable(value) and value.__module__ == module.__name__}


def one_number(spec):
    if "values" in spec:
        return st.sampled_from(spec["values"])
    if spec["kind"] == "bool":
        return st.booleans()
    low, high = float(spec["from"]), float(spec["to"])
    is_int = spec["kind"] == "int"
    if low > 0 and high / low >= 100:
        spread = st.floats(math.log(low), math.log(high)).map(lambda x: min(max(math.exp(x), low), high))
        return spread.map(round) if is_int else spread
    return st.integers(math.ceil(low), math.floor(high)) if is_int else st.floats(low, high)


def draws_of(inputs):
    def strategy(spec):
        number = one_number(spec)
        if not spec.get("list"):
            return number
        least, most = spec["length"]
        return st.lists(number, min_size=least, max_size=most)
    return st.fixed_dictionaries({name: strategy(spec) for name, spec in inputs.items()})


class Row:
    """One comparison: a result of a function of the peer with a formula or an expression of ours."""

    def __init__(self, name, function, whole, part, formulas):
        self.name, self.function, self.formulas = name, function, formulas
        own = part if "inputs" in part else whole
        self.inputs, self.pack, self.where = own["inputs"], own.get("pack", {}), own.get("where", [])
        self.formula = part.get("formula")
        self.arguments = part.get("arguments", {})
        self.expression = part.get("expression")
        self.returns = part.get("returns", [])
        self.unit = (part.get("result") or {}).get("unit", "")
        self.draws = draws_of(self.inputs)

    def ours(self, drawn):
        """What to ask of napkin for these inputs: a pure number, of the result's unit."""
        if self.expression:
            call = f"({self.insert(self.expression, drawn)})"
        else:
            values = {name: self.insert(text, drawn) for name, text in self.arguments.items()}
            if any(self.inputs[name].get("list") for name in drawn):  # a list stands last and is not named
                order = [argument["name"] for argument in self.formulas[self.formula]["arguments"]]
                call = f"{self.formula}({', '.join(values[name] for name in order if name in values)})"
            else:
                call = f"{self.formula}({', '.join(f'{name}={value}' for name, value in values.items())})"
        return f"{call} / (1 {self.unit})" if self.unit else call

    def insert(self, text, drawn):
        """The expression with the drawn inputs in place of their names; a name before '=' or '(' is one of ours."""
        def value_of(name):
            return self.written(name[1], drawn[name[1]]) if name[1] in drawn else name[0]
        return re.sub(r"(?<![\w.])([A-Za-z_]\w*)(?!\w|\.|\(|\s*=[^=])", value_of, str(text))

    def written(self, name, value):
        if isinstance(value, list):
            return ", ".join(self.written(name, one) for one in value)
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return str(int(value))
        unit = self.inputs[name].get("unit", "")
        return f"({value!r} {unit})" if unit else f"({value!r})"

    def theirs(self, drawn):
        from mlsysim.core.units import ureg
        packed = {name for names in self.pack.values() for name in names}
        arguments = {name: self.quantity(name, value, ureg) for name, value in drawn.items() if name not in packed}
        for parameter, names in self.pack.items():
            arguments[parameter] = [drawn[name] for name in names]
        result = self.function(**arguments)
        for step in self.returns if isinstance(self.returns, list) else [self.returns]:
            is_attribute = isinstance(step, str) and not isinstance(result, dict)
            result = getattr(result, step) if is_attribute else result[step]
        return result.to(self.unit or "dimensionless").magnitude if hasattr(result, "to") else float(result)

    def quantity(self, name, value, ureg):
        spec = self.inputs[name]
        return ureg.Quantity(value, spec.get("peer_unit", spec["unit"])) if spec.get("unit") else value

    def draw(self):
        """The inputs of all draws."""
        drawn = []

        @SETTINGS
        @given(self.draws)
        def collect(values):
            assume(all(is_met(condition, values) for condition in self.where))
            drawn.append(values)

        collect()
        return drawn

    def compare(self, napkin, all_inputs):
        """Every draw with what both say."""
        ours = napkin.evaluate([self.ours(inputs) for inputs in all_inputs])
        theirs = [self.theirs(inputs) for inputs in all_inputs]
        floor = NOTHING * max(abs(value) for value in theirs)
        return [Outcome(*outcome, floor) for outcome in zip(all_inputs, ours, theirs)]

    def simplest(self, napkin, when):
        """The simplest inputs on which the two differ unexpectedly, or None where only some floor hides them."""
        def differs(values):
            if not all(is_met(condition, values) for condition in self.where):
                return False
            return self.compare(napkin, [values])[0].differs and not (when and is_met(when, values))
        try:
            return self.compare(napkin, [find(self.draws, differs, settings=SETTINGS)])[0]
        except NoSuchExample:
            return None


def is_met(condition, inputs):
    return eval(condition, {}, dict(inputs))


class Outcome:
    """What both say of one draw."""

    def __init__(self, inputs, ours, theirs, floor):
        self.inputs, self.ours, self.theirs = inputs, ours.error or ours.value, theirs
        self.differs = ours.error is not None or not abs(ours.value - theirs) <= max(TOLERANCE * abs(theirs), floor)

    def __str__(self):
        return f"{self.inputs}: napkin {self.ours}, peer {self.theirs}"


def known_formulas():
    files = sorted((HERE.parent.parent / "engine/formulas").glob("*.yaml"))
    return {formula["id"]: formula for file in files for formula in yaml.safe_load(file.read_text())["formulas"]}


def counterparts_of(module):
    return yaml.safe_load((HERE / "counterparts" / f"{module}.yaml").read_text())


def rows_of(name, function, entry, formulas):
    """The comparisons of one function: each has its name, with the formula where there are several."""
    parts = entry.get("formulas", [entry])
    for index, part in enumerate(parts):
        yield Row(name if len(parts) == 1 else f"{name}[{index}]", function, entry, part, formulas)


class Module:
    """What came of comparing all functions of one module."""

    def __init__(self, name):
        self.name, self.failures, self.seen = name, [], []
        self.functions = self.covered = self.rows = self.draws = 0

    def compare(self, napkin, review, formulas):
        peer = functions_of(importlib.import_module(f"mlsysim.physics.{self.name}"))
        entries = counterparts_of(self.name)
        for name in sorted(entries.keys() - peer.keys()):
            self.failures.append(f"{self.name}.{name}: the peer has no such function")
        for name, function in peer.items():
            full = f"{self.name}.{name}"
            self.functions += 1
            if name in entries:
                self.covered += 1
                for row in rows_of(full, function, entries[name], formulas):
                    self.compare_row(row, napkin, review)
            elif full in review.no_counterpart:
                self.seen.append(full)
            else:
                self.failures.append(f"{full} has no counterpart, and reviewed.yaml does not say why")
        return self

    def compare_row(self, row, napkin, review):
        """A reviewed row may differ on the draws that meet its condition, and must differ on the example given there."""
        try:
            outcomes = row.compare(napkin, row.draw())
        except Exception as problem:  # whatever the peer throws at inputs that it should take
            self.failures.append(f"{row.name}: {type(problem).__name__}: {problem}")
            return
        self.rows += 1
        self.draws += len(outcomes)
        known = review.functions.get(row.name, {})
        when = known.get("when")
        unexpected = [outcome for outcome in outcomes if outcome.differs and not (when and is_met(when, outcome.inputs))]
        if unexpected:
            self.failures.append(f"{row.name} differs for {row.simplest(napkin, when) or unexpected[0]}")
        if known and is_met(when, known["example"]) and row.compare(napkin, [known["example"]])[0].differs:
            self.seen.append(row.name)


def compare_modules(napkin, review):
    """Every function of every module, in as many processes as there are cores."""
    formulas = known_formulas()
    with concurrent.futures.ProcessPoolExecutor(mp_context=multiprocessing.get_context("fork")) as pool:
        started = [pool.submit(Module(name).compare, napkin, review, formulas) for name in MODULES]
        for module in started:
            yield module.result()
