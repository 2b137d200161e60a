"""What linkml-validate says of many files, in one process: usage: linkml_verdicts.py SCHEMA CLASS FILE…

Prints {file: {"errors": [{path, message, is_choice, causes}], "messages"}} or {file: {"unreadable": message}}. An error with
several ways out is a choice; its causes are what is wrong with each of them. The validator is put
together as the command puts it together (linkml.validator.cli); run.py runs the command too and compares."""
import json
import sys
from pathlib import Path

from linkml.validator import Validator
from linkml.validator.loaders import default_loader_for_file
from linkml.validator.plugins import JsonschemaValidationPlugin


def where(error):
    """The path of the thing that is wrong: of what is missing or unknown the path where it should or should not be."""
    path = list(error.absolute_path)
    if error.validator == "required":
        missing = [name for name in error.validator_value if error.message.startswith(repr(name))]
        return [path + [name] for name in missing]
    if error.validator == "additionalProperties" and error.validator_value is False:
        return [path + [str(name)] for name in error.instance if name not in error.schema.get("properties", {})]
    return [path]


def facts(error):
    return [{"path": [str(step) if not isinstance(step, int) or isinstance(step, bool) else step for step in path],
             "message": error.message[:300], "is_null_branch": error.validator == "type" and error.validator_value == "null"}
            for path in where(error)]


def causes(error):
    for cause in error.context:
        yield from causes(cause) if cause.context else facts(cause)


def top(error):
    return top(error.parent) if error.parent is not None else error


def judge(validator, target, file):
    try:
        results = list(validator.iter_results_from_source(default_loader_for_file(file), target))
    except Exception as problem:  # whatever the YAML reader raises, the command ends with it
        return {"unreadable": f"{type(problem).__name__}: {problem}"[:300]}
    errors, messages = [], []
    for result in results:
        error = top(result.source)
        messages.append(result.message)
        branches = error.validator_value if error.context else []
        is_choice = sum(branch != {"type": "null"} for branch in branches) > 1
        for fact in facts(error):
            errors.append({**fact, "is_choice": is_choice, "causes": list(causes(error))})
    return {"errors": errors, "messages": messages}


schema, target, *files = sys.argv[1:]
validator = Validator(str(Path(schema).resolve()), validation_plugins=[JsonschemaValidationPlugin(closed=True)])
json.dump({file: judge(validator, target, file) for file in files}, sys.stdout)
