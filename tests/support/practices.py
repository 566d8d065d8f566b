# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/practices.md: each miniature round is solved and verified, and gives what the page derives."""

import csv
import json
import os
import re
import subprocess
import sys

ROWS = 69
LINE = re.compile(r"^ {4}([a-z_]+): (Plan: .*)$", re.MULTILINE)


def run(*words):
    return subprocess.run([os.environ["HUSLY"], *words], capture_output=True, text=True, check=False)


def table(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def facts_of(text):
    """{"Plan": {"H1": "D2"}, "Need": "4000"} of "Plan: H1 → D2. Need: 4000."."""
    facts = {}
    for fact in re.findall(r"([A-Z][a-z]+): (.*?)\.(?= [A-Z][a-z]+:|$)", text):
        facts[fact[0]] = fact[1]
    facts["Plan"] = dict(pair.split(" → ") for pair in facts["Plan"].split("; "))
    return facts


def places_of(out):
    places = {row["household_id"]: row["dwelling_id"] for row in table(out, "placements.csv")}
    for row in table(out, "unplaced.csv"):
        transit = row["temporary_dwelling_id"]
        places[row["household_id"]] = f"transit {transit}" if transit else "none"
    return places


def stage(out, name):
    with open(os.path.join(out, "summary.json"), encoding="utf-8") as file:
        found = next(s for s in json.load(file)["stages"] if s["name"] == name)
    return str(found["value"]) if found["proven"] else "not proven"


def told(out, fact, stated):
    """What the result says where the page states a fact."""
    if fact == "Plan":
        return places_of(out)
    if fact in ("Need", "Fit"):
        return stage(out, fact.lower())
    if fact == "Cost":
        return str(int(stage(out, "cost")) / 100).removesuffix(".0")
    households = [part.split(" ")[0] for part in stated.split("; ")]
    name, column = {"Reason": ("unplaced.csv", "reason"), "Until": ("costs.csv", "until")}[fact]
    found = {row["household_id"]: row[column] for row in table(out, name)}
    return "; ".join(f"{household} {found[household]}" for household in households)


def disagreements(folder, out, text):
    solved = run("solve", folder, "-o", out)
    if solved.returncode != 0:
        return [solved.stdout + solved.stderr]
    verified = run("verify", out)
    if verified.returncode != 0:
        return [verified.stdout + verified.stderr]
    return [f"{fact}: the page says {stated}, husly {told(out, fact, stated)}"
            for fact, stated in facts_of(text).items() if told(out, fact, stated) != stated]


def main():
    page, data, scratch = sys.argv[1:]
    with open(page, encoding="utf-8") as file:
        text = file.read()
    lines = dict(LINE.findall(text))
    rows = re.findall(r"^\| (\d+) \|.*\| (?:`([a-z_]+)`)? \|$", text, re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, ROWS + 1)), "the table's rows"
    assert {slug for _, slug in rows if slug} <= set(lines), "a row's miniature is not derived"
    assert set(lines) == set(os.listdir(data)), set(lines) ^ set(os.listdir(data))
    failed = 0
    for slug, stated in lines.items():
        found = disagreements(os.path.join(data, slug), os.path.join(scratch, slug), stated)
        failed += bool(found)
        for disagreement in found:
            print(f"{slug}: {disagreement.strip()}")
    print(f"{len(lines) - failed} of {len(lines)} miniatures give the plan that their page derives")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
