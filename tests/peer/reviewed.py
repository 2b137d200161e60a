"""What reviewed.yaml says of differences: which were looked at, and which of those no longer exist."""
from pathlib import Path

import yaml


class Review:
    def __init__(self, path):
        document = yaml.safe_load(Path(path).read_text())
        self.no_counterpart = document["no_counterpart"]
        self.functions = document["functions"] or {}
        self.values = {}
        for group in document["values"]:
            for name, pair in group["differ"].items():
                self.values[name] = {**pair, "why": group["why"]}
        self.seen = set()

    def condition_of(self, row):
        """The Python condition on a row's inputs under which its difference is known, or None."""
        return self.functions.get(row, {}).get("when")

    def note(self, name):
        """A difference that stands in the file was seen."""
        self.seen.add(name)

    def stale(self):
        """Names that stand in the file without a difference behind them."""
        return sorted((self.no_counterpart.keys() | self.functions.keys() | self.values.keys()) - self.seen)

    def count(self):
        return len(self.no_counterpart) + len(self.functions) + len(self.values)
