"""Compares values of the peer's registries with ours, as entries/ pairs them."""
import re
from pathlib import Path

import mlsysim
import yaml
from pydantic import BaseModel

HERE = Path(__file__).resolve().parent
TOLERANCE = 1e-3
KINDS = ["device", "memory", "link", "model", "system", "energy", "latency", "price", "grid", "facility", "component"]

# The peer's units where our strict language spells them in another way.
UNITS = {"TFLOPs": "TFLOP", "PFLOPs": "PFLOP", "MFLOPs": "MFLOP", "TOPS": "TOP/s", "flop": "FLOP", "B": "byte",
         "dollar": "USD", "mm**2": "mm^2", "Gbit": "Gb", "d": "day", "count": "", "param": ""}


def leaves_of(thing, path=""):
    """All numbers and quantities of an entry of the peer, by the path of attributes to them."""
    if isinstance(thing, BaseModel):
        for name in type(thing).model_fields:
            # A link's figure counts one direction or both, as its vendor does; this one never does.
            one_way = name == "bandwidth" and hasattr(thing, "bandwidth_per_direction")
            inner = getattr(thing, "bandwidth_per_direction" if one_way else name)
            yield from leaves_of(inner, f"{path}.{name}" if path else name)
    elif isinstance(thing, dict):
        for name, inner in thing.items():
            yield from leaves_of(inner, f"{path}.{name}")
    elif is_number(thing):
        yield path, thing


def is_number(thing):
    return hasattr(thing, "magnitude") or isinstance(thing, (int, float)) and not isinstance(thing, bool)


def written(number):
    """The peer's number or quantity in our strict language."""
    if not hasattr(number, "units"):
        return f"{float(getattr(number, 'magnitude', number)):.12g}"
    parts = [UNITS.get(part, part) for part in f"{number.units:~C}".split("/")]
    return f"{float(number.magnitude):.12g} {'/'.join(parts)}".strip()


class Pair:
    """A value of the peer and the expression of ours that answers it."""

    def __init__(self, name, ours, theirs):
        self.name, self.ours, self.theirs = name, ours, written(theirs)
        # A year after the year 2000 is within 0.1 % of its neighbours.
        self.ratio = f"1 + ({ours}) - {theirs}" if name.endswith("_year") else f"({ours}) / ({self.theirs})"
        self.text, self.difference, self.error = None, None, None

    def take(self, value, ratio):
        self.error = value.error or ratio.error
        self.is_missing = value.error is not None and " has no " in value.error
        if not self.error:
            self.text, self.difference = value.text, abs(ratio.value - 1)

    def __str__(self):
        return f"{self.name}: {{ours: {self.text}, theirs: {self.theirs}}}"


class Group:
    """Entries of one folder of the peer's registries that have the same attributes."""

    def __init__(self, document):
        self.folder = document["of"]
        self.fields = document.get("fields", {})
        self.without = document.get("without", {})
        self.pairs = document.get("pairs", {})
        self.unpaired = document.get("unpaired", {})

    def pair(self, years, failures):
        """The pairs of values of all paired entries; what nobody has decided is a failure."""
        folder = mlsysim
        for step in self.folder.split("."):
            folder = getattr(folder, step)
        entries = {name: value for name, value in vars(folder).items()
                   if isinstance(value, BaseModel) or is_number(value) and not name.startswith("_")}
        for name in sorted(entries.keys() ^ (self.pairs.keys() | self.unpaired.keys())):
            failures.append(f"{self.folder}.{name} stands in only one of the peer and entries/")
        for name in sorted(entries.keys() & self.pairs.keys()):
            found = self.pairs[name]
            found = found if isinstance(found, dict) else {"entry": found}
            for path, theirs in leaves_of(entries[name]):
                full = ".".join(filter(None, [self.folder, name, path]))
                fields = {**self.fields, **found.get("fields", {})}
                if path in fields:
                    entry = found["entry"]
                    is_year = fields[path] == "year"
                    ours = str(years.get(entry)) if is_year else re.sub(r"\bentry\b", entry, fields[path])
                    yield Pair(full, ours, theirs)
                elif not any(path == one or path.startswith(f"{one}.") for one in self.without):
                    failures.append(f"{full} = {written(theirs)}: entries/ does not say which value of ours answers it")


def compare_values(napkin, review, failures):
    """Every value of every pair; the numbers that the report needs."""
    listed = [entry for kind in KINDS for entry in napkin.entries(kind)]
    years = {entry["reference"]: entry["year"] for entry in listed}
    files = sorted((HERE / "entries").glob("*.yaml"))
    by_file = {file.stem: [Group(document) for document in yaml.safe_load(file.read_text())] for file in files}
    groups = [group for groups in by_file.values() for group in groups]
    for group in groups:
        for name, found in group.pairs.items():
            reference = found.get("entry") if isinstance(found, dict) else found
            if reference not in years:
                failures.append(f"entries/ pairs {group.folder}.{name} with {reference}, which we do not have")
    pairs = [pair for group in groups for pair in group.pair(years, failures)]
    ratios = napkin.evaluate([pair.ratio for pair in pairs])
    for pair, value, ratio in zip(pairs, napkin.evaluate([pair.ours for pair in pairs]), ratios):
        pair.take(value, ratio)
    compared = [pair for pair in pairs if not pair.error]
    failures += [f"{pair.name}: {pair.ours}: {pair.error}" for pair in pairs if pair.error and not pair.is_missing]
    differing = [pair for pair in compared if pair.difference > TOLERANCE]
    failures += [f"values differ, reviewed.yaml does not say why: {pair}" for pair in differing
                 if not review.accepts_value(pair)]
    entries = {name: sum(len(group.pairs) for group in groups) for name, groups in by_file.items()}
    return entries, len(compared), len(differing), [pair for pair in pairs if pair.error and pair.is_missing]
