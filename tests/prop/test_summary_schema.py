# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds summary.json of real runs against docs/summary.schema.json, and shows that the check can fail.

The checker knows the words of JSON Schema 2020-12 that the schema uses, and refuses any other, so that
nothing in the schema goes unread."""

import copy
import json
import os
import re
import subprocess
import sys
import tempfile

ANNOTATIONS = {"$schema", "$id", "title", "description"}
TYPES = {
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "string": lambda v: isinstance(v, str),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "boolean": lambda v: isinstance(v, bool),
    "null": lambda v: v is None,
}


def is_number(value):
    return TYPES["integer"](value)


def check_type(value, wanted):
    names = wanted if isinstance(wanted, list) else [wanted]
    return any(TYPES[name](value) for name in names)


def check_properties(value, schema, where):
    if not isinstance(value, dict):
        return
    known = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    for key, item in value.items():
        place = f"{where}.{key}"
        if key in known:
            yield from mistakes(item, known[key], place)
        elif others is False:
            yield f"{place}: not a known key"
        elif isinstance(others, dict):
            yield from mistakes(item, others, place)
        if "propertyNames" in schema:
            yield from mistakes(key, schema["propertyNames"], place)
    for key in schema.get("required", []):
        if key not in value:
            yield f"{where}: lacks {key}"


WORDS = {
    "type": lambda v, limit: check_type(v, limit),
    "enum": lambda v, limit: v in limit,
    "pattern": lambda v, limit: not isinstance(v, str) or re.search(limit, v) is not None,
    "minLength": lambda v, limit: not isinstance(v, str) or len(v) >= limit,
    "minItems": lambda v, limit: not isinstance(v, list) or len(v) >= limit,
    "minimum": lambda v, limit: not is_number(v) or v >= limit,
}
NESTED = {"properties", "additionalProperties", "propertyNames", "required", "items"}


def mistakes(value, schema, where="summary"):
    for word, limit in schema.items():
        if word in ANNOTATIONS or word in NESTED:
            continue
        if word not in WORDS:
            raise SystemExit(f"the checker does not know the word {word!r} of the schema")
        if not WORDS[word](value, limit):
            yield f"{where}: {word} {limit!r} does not hold for {value!r}"
    yield from check_properties(value, schema, where)
    if "items" in schema and isinstance(value, list):
        for number, item in enumerate(value):
            yield from mistakes(item, schema["items"], f"{where}[{number}]")


def solve(husly, folder, out):
    subprocess.run([husly, "solve", folder, "-o", out], check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(out, "summary.json"), encoding="utf-8") as file:
        return json.load(file)


# Each spoils a good summary in one place.
SPOILERS = {
    "a missing key": lambda s: s.pop("right"),
    "a text for a number": lambda s: s.update(placed="8"),
    "true for a number": lambda s: s.update(placed=True),
    "a negative count": lambda s: s.update(unplaced=-1),
    "a short hash": lambda s: s["inputs"][0].update(sha256="abc"),
    "an unknown stage": lambda s: s["stages"][0].update(name="luck"),
    "an unknown reason": lambda s: s["unplaced_by_reason"].update(mood=1),
    "an unknown key of a unit": lambda s: s["right"][0].update(colour="red"),
    "no stages": lambda s: s.update(stages=[]),
}


def check_consistent(summary):
    """What the schema cannot say."""
    sizes = summary["placed_by_size"]
    assert summary["households"] == summary["placed"] + summary["unplaced"]
    assert summary["unplaced"] == sum(summary["unplaced_by_reason"].values())
    assert summary["households"] == sum(row["households"] for row in sizes)
    assert summary["placed"] == sum(row["placed"] for row in sizes)
    assert summary["persons"] == sum(row["persons"] * row["households"] for row in sizes)
    assert summary["persons_placed"] == sum(row["persons"] * row["placed"] for row in sizes)
    assert [row["persons"] for row in sizes] == sorted({row["persons"] for row in sizes})
    assert summary["placed"] == sum(row["households"] for row in summary["sections"])
    names = [row["rule"] for row in summary["rules"]]
    assert len(names) == len(set(names)) and set(summary["non_default"]) <= set(names)
    for stage in summary["stages"]:
        assert stage["proven"] == (stage["value"] == stage["bound"])


def main():
    husly, source = os.environ["HUSLY"], os.environ["SOURCE_DIR"]
    with open(os.path.join(source, "docs", "summary.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    with tempfile.TemporaryDirectory() as scratch:
        hamlet = os.path.join(source, "examples", "hamlet")
        summary = solve(husly, hamlet, os.path.join(scratch, "out"))
        assert os.path.samefile(os.path.join(scratch, "out", summary["round"]), hamlet)

    found = list(mistakes(summary, schema))
    for mistake in found:
        print(mistake)
    check_consistent(summary)
    missed = []
    for name, spoil in SPOILERS.items():
        spoilt = copy.deepcopy(summary)
        spoil(spoilt)
        if not list(mistakes(spoilt, schema)):
            missed.append(name)
    print(f"{len(found)} mistakes; {len(SPOILERS) - len(missed)} of {len(SPOILERS)} spoilt ones found")
    for name in missed:
        print(f"not found: {name}")
    sys.exit(1 if found or missed else 0)


if __name__ == "__main__":
    main()
