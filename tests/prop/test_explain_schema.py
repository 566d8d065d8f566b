# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds `husly explain --json` of real results against docs/explain.schema.json, and shows that the check can
fail."""

import copy
import json
import os
import subprocess
import sys
import tempfile

from test_summary_schema import mistakes

QUESTIONS = [["H1"], ["H2"], ["H3"], ["H6"], ["--dwelling", "B10"], ["--dwelling", "B03"],
             ["H1", "--dwelling", "B02"], ["H5", "--dwelling", "B01"]]


def asked(husly, out, question, *options):
    run = subprocess.run([husly, "explain", out, *question, "--json", *options], check=True,
                         stdout=subprocess.PIPE, encoding="utf-8")
    return json.loads(run.stdout)


def write_by_hand(folder):
    os.makedirs(folder)
    with open(os.path.join(folder, "placements.csv"), "w", encoding="utf-8") as file:
        file.write("household_id,dwelling_id\nH6,B06\n")


# Each spoils a good answer in one place.
SPOILERS = {
    "a missing key": lambda a: a.pop("plan"),
    "a key that there is not": lambda a: a.update(colour="red"),
    "no list of options": lambda a: a.update(options=None),
    "a number for an id": lambda a: a["asked"].update(household_id=1),
    "an empty id": lambda a: a["asked"].update(household_id=""),
    "an unknown standing": lambda a: a["options"][0].update(standing="likely"),
    "a rent of kroner and øre": lambda a: a["options"][0].update(rent=5900.5),
    "a fault that there is not": lambda a: a["options"][-1]["obstacles"][0].update(what="ugly"),
    "a sentence that says nothing": lambda a: a["options"][-1]["obstacles"][0].update(sentence=""),
    "an unknown stage": lambda a: a["options"][1]["prices"][0].update(stage="luck"),
    "a change without an end": lambda a: a["options"][1]["changes"][0].pop("to"),
    "an unknown reason": lambda a: a["household"].update(reason="mood"),
}


def check_consistent(answer):
    """What the schema cannot say."""
    household, dwelling = answer["household"], answer["dwelling"]
    ids = answer["asked"]
    assert (household is None) == (ids["household_id"] is None)
    assert (dwelling is None) == (ids["dwelling_id"] is None)
    if household is not None:
        assert household["household_id"] == ids["household_id"]
        assert (household["dwelling_id"] is None) == (household["reason"] is not None)
        assert (household["detail"] is None) == (household["reason"] is None)
        assert (household["what_would_help"] is None) == (household["reason"] is None)
    for option in answer["options"]:
        assert option["net_rent"] == option["rent"] + option["utilities"] - option["housing_benefit"]
        assert (option["budget"] is None) == (option["margin"] is None)
        if option["budget"] is not None:
            assert option["margin"] == option["budget"] - option["net_rent"]
        assert bool(option["obstacles"]) == (option["standing"] in ("closed", "forbidden"))
        assert bool(option["prices"]) == (option["standing"] == "possible")


def main():
    husly, source = os.environ["HUSLY"], os.environ["SOURCE_DIR"]
    with open(os.path.join(source, "docs", "explain.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    with tempfile.TemporaryDirectory() as scratch:
        hamlet = os.path.join(source, "examples", "hamlet")
        out, hand = os.path.join(scratch, "out"), os.path.join(scratch, "hand")
        subprocess.run([husly, "solve", hamlet, "-o", out], check=True, stdout=subprocess.DEVNULL)
        write_by_hand(hand)
        answers = [asked(husly, out, question) for question in QUESTIONS]
        answers.append(asked(husly, hand, ["H1"], "--round", hamlet))

    found = [mistake for answer in answers for mistake in mistakes(answer, schema, "answer")]
    for mistake in found:
        print(mistake)
    for answer in answers:
        check_consistent(answer)
    missed = []
    for name, spoil in SPOILERS.items():
        spoilt = copy.deepcopy(answers[0])
        spoil(spoilt)
        if not list(mistakes(spoilt, schema, "answer")):
            missed.append(name)
    print(f"{len(found)} mistakes; {len(SPOILERS) - len(missed)} of {len(SPOILERS)} spoilt ones found")
    for name in missed:
        print(f"not found: {name}")
    sys.exit(1 if found or missed else 0)


if __name__ == "__main__":
    main()
