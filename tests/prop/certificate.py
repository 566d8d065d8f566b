# SPDX-License-Identifier: GPL-3.0-or-later
"""The bound that certificate.csv proves, contract § 7, in whole numbers."""

from types import SimpleNamespace

import parts

MILLION = 10 ** 6
FIXINGS = ("use", "not", "at_least", "at_most")


class Unproved(Exception):
    """The certificate does not show what it claims."""


def group(lines):
    """(what sets pairs aside, cuts by number, leaves by name), each a list of lines in file order."""
    aside, cuts, leaves = [], {}, {}
    for line in lines:
        if line.leaf == "aside":
            aside.append(line)
        elif line.leaf.startswith("cut"):
            cuts.setdefault(int(line.leaf[3:]), []).append(line)
        else:
            leaves.setdefault(line.leaf, []).append(line)
    # A leaf without fixings and multipliers has no line; only leaf 0 alone can be such.
    return aside, cuts, leaves or {"0": []}


class Checker:
    """Bounds of one part in a stage, or of all; `floors` are (stage, value) of the earlier ones, and the
    lines those of the part, their leaves named without it."""

    def __init__(self, program, stage, lines, floors, part=None):
        self.program, self.part = program, part
        self.points = program.points(stage)
        self.rows = dict(program.rows)
        for name, value in floors:
            self.rows["floor/" + name] = (part.floor_row(name) if part else
                                          program.floor_row(name, value))
        self.aside_lines, self.cuts, self.leaves = group(lines)
        self.households = part.members if part else list(program.problem.households)
        self.aside, self.level, self.aside_sum = set(), None, None
        if self.aside_lines:
            self._set_aside()
        for number in sorted(self.cuts):
            self._define_cut(number)

    def _set_aside(self):
        """docs/model.md, Pairs set aside."""
        levels = [line for line in self.aside_lines if line.what == "level"]
        rows = [line for line in self.aside_lines if line.what == "row"]
        if len(levels) != 1 or len(rows) + 1 != len(self.aside_lines) or levels[0].unit:
            raise Unproved("aside has lines of rows and one level")
        if any(line.unit.startswith(("cut/", "household/")) for line in rows):
            raise Unproved("aside has rows only")
        total, limit = self._combine(rows, in_cut=False)
        self.level, self.aside_sum = levels[0].multiplier, self._sum([], total, limit)
        for h in self.households:
            worth = self._worth(h, total)
            best = max([0, *worth.values()])
            for d, w in worth.items():
                if (self.aside_sum - best + w) // MILLION <= self.level and (
                        self.program.problem.pins.get(h) != d):
                    self.aside.add((h, d))

    def _combine(self, lines, in_cut):
        """(sum of multiplier x row by variable, sum of multiplier x limit)."""
        total, limit = {}, 0
        for line in lines:
            used = self._row(line.unit, in_cut)
            if line.multiplier < 0 and not used.equal:
                raise Unproved(f"{line.unit}: a negative multiplier")
            limit += line.multiplier * used.limit
            for variable, factor in used.terms.items():
                total[variable] = total.get(variable, 0) + line.multiplier * factor
        return total, limit

    def _row(self, unit, in_cut):
        used = self._row_named(unit, in_cut)
        if self.part and not unit.startswith(("cut/", "floor/")):
            self.part.use(unit, used)
        return used

    def _row_named(self, unit, in_cut):
        if in_cut and unit.startswith("household/"):
            name = unit.split("/", 1)[1]
            if name not in self.program.problem.households:
                raise Unproved(f"no household {name}")
            return self.program.household_row(name)
        if unit not in self.rows:
            raise Unproved(f"no row {unit}")
        return self.rows[unit]

    def _define_cut(self, number):
        lines = self.cuts[number]
        if any(line.what != "row" for line in lines):
            raise Unproved(f"cut{number} holds a fixing")
        total, limit = self._combine(lines, in_cut=True)
        terms = {v: a // MILLION for v, a in total.items() if a // MILLION}
        self.rows[f"cut/{number}"] = SimpleNamespace(terms=terms, limit=limit // MILLION,
                                                     equal=False)

    def bound(self):
        """The larger of the level and the largest bound over the leaves, which must cover all cases."""
        fixings, bounds = [], []
        for lines in self.leaves.values():
            fixed = [line for line in lines if line.what in FIXINGS]
            others = [line for line in lines if line.what not in FIXINGS]
            if any(line.what != "row" for line in others):
                raise Unproved("an unknown `what`")
            fixings.append([(f.what, f.unit, f.multiplier) for f in fixed])
            bound = self._leaf(fixed, others)
            if not self.is_empty(fixed):
                bounds.append(bound)
        if not covers(fixings):
            raise Unproved("the leaves do not cover all cases")
        if self.level is not None:
            bounds.append(self.level)
        if not bounds:
            raise Unproved("the leaves leave no plan")
        return max(bounds)

    def _leaf(self, fixed, lines):
        total, limit = self._combine(lines, in_cut=False)
        return self._sum(fixed, total, limit) // MILLION

    def _worth(self, h, total):
        return {d: self.points["x", h, d] * MILLION - total.get(("x", h, d), 0)
                for d in self.program.of_household.get(h, [])}

    def _sum(self, fixed, total, limit):
        used, refused, least, most = self._read_fixings(fixed)
        placed = self.placed(fixed)
        value = limit
        for h in self.households:
            value += self._household(h, self._worth(h, total), used.get(h), refused, h in placed)
        for name, bound in self.program.count_bound.items():
            worth = self.points.get(("z", name), 0) * MILLION - total.get(("z", name), 0)
            low, high = max(0, least.get(name, 0)), min(bound, most.get(name, bound))
            value += max(worth * low, worth * high)
        return value

    def is_empty(self, fixed):
        """No plan keeps the fixings and the pins, or none without a pair that is set aside."""
        used, (_, refused, least, most) = dict(self.program.problem.pins), self._read_fixings(fixed)
        for line in fixed:
            if line.what == "use" and "/" in line.unit:
                h, d = line.unit.split("/")
                if used.setdefault(h, d) != d:
                    return True
        if any(pair in refused or pair[0] in refused for pair in used.items()):
            return True
        if any(h in refused or not (h in used or any(
                not {(h, d)} & (refused | self.aside) for d in self.program.of_household.get(h, [])))
               for h in self.placed(fixed)):
            return True
        return any(max(0, least.get(name, 0)) > min(bound, most.get(name, bound))
                   for name, bound in self.program.count_bound.items())

    @staticmethod
    def placed(fixed):
        """The households that a leaf has take one of their pairs."""
        return {line.unit for line in fixed if line.what == "use" and "/" not in line.unit}

    def _household(self, h, worth, used, refused, placed):
        fixed = used or self.program.problem.pins.get(h)
        if fixed is not None:
            if fixed not in worth:
                raise Unproved(f"{h}/{fixed} is not lawful")
            return worth[fixed]
        left = [w for d, w in worth.items()
                if (h, d) not in refused | self.aside and h not in refused]
        if placed:
            # Without a pair that is left no plan agrees with the leaf.
            return max(left) if left else -10 ** 40
        return max([0] + left)

    def _read_fixings(self, fixed):
        used, refused, least, most = {}, set(), {}, {}
        for line in fixed:
            if self.part:
                self.part.fix(line)
            if line.what in ("at_least", "at_most"):
                if line.unit not in self.program.count_bound:
                    raise Unproved(f"no count {line.unit}")
            if line.what == "at_least":
                least[line.unit] = max(line.multiplier, least.get(line.unit, 0))
            elif line.what == "at_most":
                most[line.unit] = min(line.multiplier, most.get(line.unit, line.multiplier))
            elif "/" not in line.unit:
                if line.unit not in self.program.problem.households:
                    raise Unproved(f"no household {line.unit}")
                if line.what == "not":
                    refused.add(line.unit)
            else:
                h, d = line.unit.split("/")
                if (h, d) not in self.program.problem.pair_set:
                    raise Unproved(f"no pair {line.unit}")
                if line.what == "use":
                    used[h] = d
                else:
                    refused.add((h, d))
        return used, refused, least, most


def covers(fixings):
    """True when the leaves, each a list of (what, unit, number), cover all cases."""
    if len(fixings) == 1 and not fixings[0]:
        return True
    if not fixings or any(not fixing for fixing in fixings):
        return False
    if len({fixing[0][1] for fixing in fixings}) != 1:
        return False
    parts = {}
    for fixing in fixings:
        what, _, number = fixing[0]
        branch = (what, number if what in ("at_least", "at_most") else None)
        parts.setdefault(branch, []).append(fixing[1:])
    branches = sorted(parts, key=lambda branch: branch[0])
    if [what for what, _ in branches] == ["not", "use"]:
        pass
    elif [what for what, _ in branches] == ["at_least", "at_most"]:
        if branches[0][1] != branches[1][1] + 1:
            return False
    else:
        return False
    return all(covers(part) for part in parts.values())


def bound_of(program, stage, rows, floors, plan=None):
    """As the result states it: for a minimised stage the least that any plan can have. The plan is asked
    for where the certificate names parts."""
    checkers = parts.checkers(program, stage, rows, floors, plan)
    return program.problem.value_of(stage, sum(checker.bound() for _, checker in checkers))
