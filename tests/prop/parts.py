# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates in parts: who belongs to which, and what a part may use. docs/model.md, Parts."""

import re
from types import SimpleNamespace

import certificate
import plan_goals


def unproved(text):
    return certificate.Unproved(text)


def named(rows):
    """Whether a certificate names parts."""
    return any(line.leaf.startswith("part") for line in rows)


class Parts:
    """The parts of a certificate, and what is whose."""

    def __init__(self, program, rows, plan):
        self.program, self.plan = program, plan
        self.of_household = self._members(rows)
        without = [h for h in program.of_household if h not in self.of_household]
        if without:
            raise unproved(f"{without} belong to no part")
        self.of_count = {name: self._owner_of_count(name) for name in program.count_bound}

    def _members(self, rows):
        found, self.count = {}, 0
        for line in rows:
            number = re.fullmatch(r"part([1-9]\d*)", line.leaf)
            if not number:
                continue
            part = int(number.group(1)) - 1
            if line.stage != self.program.problem.stages()[0] or part not in (
                    self.count - 1, self.count):
                raise unproved(f"{line.leaf} out of order")
            if line.what != "household" or line.unit in found or (
                    line.unit not in self.program.problem.households):
                raise unproved(f"{line.leaf}: {line.what} {line.unit}")
            self.count = part + 1
            found[line.unit] = part
        return found

    def owners(self, terms):
        """The parts whose pairs are among the terms."""
        return {self.of_household[v[1]] for v, a in terms.items() if v[0] == "x" and a}

    def _owner_of_count(self, name):
        """None: nobody's yet; "shared": no part may use it."""
        owners = set()
        for row in self.program.rows.values():
            if row.terms.get(("z", name)):
                owners |= self.owners(row.terms)
        if not owners:
            return 0 if self.program.prices.get(name) else None
        return owners.pop() if len(owners) == 1 else "shared"

    def part(self, index):
        return Part(self, index)

    def value(self, stage, index):
        """The points that the plan has among a part's households, with what its counts take."""
        problem = self.program.problem
        found = sum(problem.points(stage, h, d) for h, d in self.plan.items()
                    if self.of_household.get(h) == index)
        if stage == "fit":
            for term, about, _, _, points in plan_goals.lines(problem, self.plan):
                if points and self._owner_of_line(term, about) == index:
                    found += points
        return found

    def _owner_of_line(self, term, about):
        """Whose count it is that takes what a goal's line says."""
        starts = {"school": (f"beyond/school/{about}",), "daycare": (f"beyond/daycare/{about}",),
                  "even": (f"even/{about}/",), "together": (f"together/{about}",),
                  "key": (f"key_over/{about}/", f"key_under/{about}/")}[term]
        names = [name for name in self.of_count if name.startswith(starts)]
        return self.of_count[names[0]]


class Part:
    """One of them, as a Checker asks."""

    def __init__(self, parts, index):
        self.parts, self.index = parts, index
        self.members = [h for h in parts.program.problem.households
                        if parts.of_household.get(h) == index]

    def use(self, unit, row):
        """Refuses a row that holds another part's pairs or counts."""
        if self.parts.owners(row.terms) - {self.index}:
            raise unproved(f"{unit} holds pairs of another part")
        for v, a in row.terms.items():
            if v[0] == "z" and a:
                self._claim(v[1], unit)

    def _claim(self, name, unit):
        owner = self.parts.of_count[name]
        if owner not in (None, self.index):
            raise unproved(f"{unit} holds {name} of another part")
        self.parts.of_count[name] = self.index

    def fix(self, line):
        if line.what in ("at_least", "at_most"):
            if line.unit in self.parts.of_count:
                self._claim(line.unit, line.what)
        elif self.parts.of_household.get(line.unit.split("/")[0]) != self.index:
            raise unproved(f"{line.unit} belongs to another part")

    def floor_row(self, stage):
        whole = self.parts.program.floor_row(stage, 0)
        terms = {v: a for v, a in whole.terms.items()
                 if (self.parts.of_household[v[1]] if v[0] == "x" else self.parts.of_count[v[1]])
                 == self.index}
        return SimpleNamespace(terms=terms, limit=-self.parts.value(stage, self.index), equal=False)


def without_part(line, prefix):
    return SimpleNamespace(**{**vars(line), "leaf": line.leaf[len(prefix):]})


def checkers(program, stage, rows, floors, plan):
    """[(prefix of the names, Checker)] of a stage, a part each."""
    if not named(rows):
        lines = [line for line in rows if line.stage == stage]
        return [("", certificate.Checker(program, stage, lines, floors))]
    parts, found = Parts(program, rows, plan), []
    prefixes = [f"part{part + 1}/" for part in range(parts.count)]
    strange = [line.leaf for line in rows
               if not line.leaf.startswith(tuple(prefixes)) and line.what != "household"]
    if strange:
        raise unproved(f"{strange[0]} is in no part")
    # What an earlier stage uses first stays its own in later ones.
    for earlier, _ in floors:
        before = [f for f in floors if floors.index(f) < [name for name, _ in floors].index(earlier)]
        for part, prefix in enumerate(prefixes):
            lines = [without_part(line, prefix) for line in rows
                     if line.stage == earlier and line.leaf.startswith(prefix)]
            certificate.Checker(program, earlier, lines, before, parts.part(part)).bound()
    for part, prefix in enumerate(prefixes):
        lines = [without_part(line, prefix) for line in rows
                 if line.stage == stage and line.leaf.startswith(prefix)]
        found.append((prefix, certificate.Checker(program, stage, lines, floors, parts.part(part))))
    return found
