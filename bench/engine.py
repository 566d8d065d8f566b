# SPDX-License-Identifier: GPL-3.0-or-later
"""husly on one round: solving, its programs for others, and what checking costs."""

import json
import os
import sys
from types import SimpleNamespace

import town
from process import measured

DONE = {0: "done", 5: "limit reached", 130: "interrupted"}
# CPU seconds that an export or a count of the pairs may take before it is left out.
MOST_ASIDE = 120


class Engine:
    def __init__(self, program, round_folder, households, scratch):
        self.program, self.round = program, round_folder
        self.households, self.scratch = households, scratch
        self.out = os.path.join(scratch, "out")

    def solve(self, *options):
        """The run, with its stages as an exported program counts them: the larger the better."""
        run = measured([self.program, "solve", self.round, "-o", self.out, "--replace", *options], self.scratch)
        if run.status not in DONE:
            sys.exit(f"husly solve: status {run.status}\n{run.said}")
        with open(os.path.join(self.out, "summary.json"), encoding="utf-8") as file:
            summary = json.load(file)
        run.stages = [self.stage(told) for told in summary["stages"]]
        return run

    def stage(self, told):
        stage = SimpleNamespace(name=told["name"], floor=told["value"], value=told["value"], bound=told["bound"])
        if stage.name == "cost":
            without = 100 * town.ASSUMED_FALLBACK_COST * self.households
            stage.value, stage.bound = without - told["value"], without - told["bound"]
        return stage

    def export(self, stages):
        """The path of each stage's program, the earlier ones held at their values; None where it took too long."""
        paths, floors = [], []
        for stage in stages:
            path = os.path.join(self.scratch, stage.name + ".lp")
            run = measured([self.program, "export", self.round, "-o", path, "--stage", stage.name, "--format", "lp",
                            *floors], self.scratch, MOST_ASIDE)
            if run.status not in (0, -9, -24):
                sys.exit(f"husly export: status {run.status}\n{run.said}")
            paths.append(path if run.status == 0 else None)
            floors += ["--floor", f"{stage.name}={stage.floor}"]
        return paths

    def lawful_pairs(self):
        """Their number, as the survey lists each household's, and its CPU seconds; None where that took too long."""
        run = measured([self.program, "survey", self.round, "--json"], self.scratch, MOST_ASIDE)
        if run.status != 0:
            return None, None
        return sum(household["lawful"] for household in json.loads(run.said)["household_list"]), run.cpu

    def checked(self):
        """The runs of check, which reads the round, and of verify, which recomputes a result of it."""
        return [measured([self.program, *words], self.scratch)
                for words in (["check", self.round], ["verify", self.out])]


def program_size(path):
    """Rows and columns of an exported program."""
    part, count = "", {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith(" "):
                part = line.strip()
            elif part == "Bounds" or ": " in line:
                count[part] = count.get(part, 0) + 1
    return count["Subject To"], count["Bounds"]
