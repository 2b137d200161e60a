"""Asks the napkin binary for values of expressions and entries of the registry."""
import json
import subprocess


class Answer:
    """A value, or the message of an error."""

    def __init__(self, document):
        error = document.get("error")
        self.error = error and error["message"]
        self.value = document.get("value")
        self.text = document.get("text")


class Napkin:
    def __init__(self, program):
        self.program = program
        self.asked = 0

    def evaluate(self, expressions):
        """The answers to all expressions, of one process."""
        self.asked += len(expressions)
        lines = self.run("eval", input="\n".join(expressions) + "\n").splitlines()
        if len(lines) != len(expressions):
            raise SystemExit(f"napkin eval gave {len(lines)} answers to {len(expressions)} expressions")
        return [Answer(json.loads(line)) for line in lines]

    def entries(self, kind):
        """All entries of a kind."""
        return json.loads(self.run("hw", "list", "--kind", kind))

    def run(self, *arguments, input=None):
        command = [self.program, *arguments, "--format", "json"]
        return subprocess.run(command, text=True, input=input, stdout=subprocess.PIPE).stdout
