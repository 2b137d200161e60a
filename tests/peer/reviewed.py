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

    def accepts_value(self, pair):
        """Whether the difference of this pair is known with just these two values."""
        known = self.values.get(pair.name)
        if known is None or str(known["ours"]) != pair.text or str(known["theirs"]) != pair.theirs:
            return False
        self.seen.add(pair.name)
        return True

    def stale(self):
        """Names that stand in the file without a difference behind them."""
        return sorted((self.no_counterpart.keys() | self.functions.keys() | self.values.keys()) - self.seen)

    def count(self):
        return len(self.no_counterpart) + len(self.functions) + len(self.values)
