# SPDX-License-Identifier: GPL-3.0-or-later
"""What `husly survey --json` must say of a round, counted from docs/survey.md alone."""

from types import SimpleNamespace

import offers
import reasons
import right
from model import COUNTED, ONE_HOUSEHOLD

BAND = 100000
CLOSED = ("waiting", "let", "above_market", "above_max_rent", "not_turn", "not_offered")
EVER = ("kind", "size", "rent", "access", "area", "time", "decision", "several", "party", "near", "right",
        "cap")


class Survey:
    def __init__(self, problem):
        self.problem = problem
        self.rows = problem.dwellings
        self.permanent = reasons.permanent(problem)
        self.lawful = {h: [d for d in self.permanent if self._lawful(h, d)]
                       for h in problem.households}
        self.open = {h: [d for d in self.lawful[h] if self._open(h, d)]
                     for h in problem.households}
        self.units = self._units()
        self.unit_of = {d: name for name, unit in self.units.items() for d in unit.dwellings}
        found = {h: reasons.reason(problem, h, True) for h in problem.households}
        self.code = {h: code if code in EVER else None for h, code in found.items()}

    def _lawful(self, h, d):
        return reasons.takes(self.problem, h, d)

    def _open(self, h, d):
        return self.problem.open(d) and not reasons.cap_closed(self.problem, h, d)

    def _units(self):
        """Those of mode `choose`, whatever the mode."""
        mode, self.problem.rules.right_mode = self.problem.rules.right_mode, "choose"
        found = right.units(self.problem)
        self.problem.rules.right_mode = mode

        def place(unit):
            first = min(s.section_id.encode() for s in right.members(self.problem, unit))
            return first, unit.youth
        return {unit.name: unit for unit in sorted(found.values(), key=place)}

    def passes(self, h, d, names):
        judged = reasons.judge(self.problem, h, d)
        return all(judged[name] for name in names)

    def any_passes(self, households, d, names):
        return any(self.passes(h, d, names) for h in households)

    def extras(self, organisation):
        return max(0, right.extras_left(self.problem, organisation))

    def room(self, d):
        """Households that a dwelling holds of those to which it is open, the smallest first."""
        if self.rows[d].kind in ONE_HOUSEHOLD:
            return 1
        left, held = self.rows[d].places, 0
        for persons in sorted(self.problem.households[h].persons
                              for h, homes in self.open.items() if d in homes):
            if persons <= left:
                left, held = left - persons, held + 1
        return held

    def counts(self):
        rows = [self.rows[d] for d in self.permanent]
        transit = [row for row in self.rows.values() if row.kind == "transit"]
        several = [row for row in rows if row.kind not in ONE_HOUSEHOLD]
        return {
            "households": len(self.problem.households),
            "persons": sum(h.persons for h in self.problem.households.values()),
            "dwellings": len(rows), "single": len(rows) - len(several), "several": len(several),
            "places": sum(row.places for row in several), "transit": len(transit),
            "transit_places": sum(row.places for row in transit), "usable": self.usable()}

    def usable(self):
        def can_be_had(homes):
            return sum(self.problem.open(d) for d in homes)
        if self.problem.rules.right_mode == "offered":
            return can_be_had(d for d, row in self.rows.items() if row.kind in COUNTED)
        units = self.units.values()
        total = sum(min(self.most(unit), can_be_had(unit.dwellings)) for unit in units)
        for name in self.problem.organisations:
            beyond = sum(max(0, can_be_had(unit.dwellings) - self.most(unit))
                         for unit in units if unit.organisation == name)
            total += min(beyond, self.extras(name))
        return total

    @staticmethod
    def most(unit):
        return unit.entitlement + unit.pool

    def first_closed(self, d):
        return next(offers.obstacles(self.problem, d), None)

    def closed(self):
        firsts = [self.first_closed(d) for d in self.permanent]
        return {what: firsts.count(what) for what in CLOSED}

    def by_size(self):
        found = []
        for persons in sorted({h.persons for h in self.problem.households.values()}):
            names = [n for n, h in self.problem.households.items() if h.persons == persons]
            found.append({
                "persons": persons, "households": len(names),
                "dwellings": sum(self.any_passes(names, d, ("kind", "size"))
                                 for d in self.permanent),
                "without": sum(not self.lawful[h] for h in names)})
        return found

    def by_rent(self):
        bands = {}
        for d in self.permanent:
            bands.setdefault((self.rows[d].rent + self.rows[d].utilities) // BAND, []).append(d)
        return [{
            "from": band * BAND, "below": (band + 1) * BAND, "dwellings": len(homes),
            "can_pay": sum(any(self.passes(h, d, ("kind", "size", "rent")) for d in homes)
                           for h in self.problem.households),
            "lawful": sum(any(d in self.lawful[h] for d in homes)
                          for h in self.problem.households)}
            for band, homes in sorted(bands.items())]

    def by_access(self):
        found = []
        for needed in (True, False):
            names = [n for n, h in self.problem.households.items() if h.step_free == needed]
            found.append({
                "step_free": needed, "households": len(names),
                "dwellings": sum(self.rows[d].step_free == needed for d in self.permanent),
                "fitting": sum(self.any_passes(names, d, ("kind", "size", "access"))
                               for d in self.permanent),
                "without": sum(not self.lawful[h] for h in names)})
        return found

    def persons_left(self, area):
        limits = [] if area.max_persons is None else [area.max_persons]
        share = area.max_share or self.problem.rules.area_max_share
        if share:
            part, whole = share
            if whole * area.refugees > part * area.residents:
                limits.append(0)
            elif part < whole:
                placed = 0
                while whole * (area.refugees + placed + 1) <= part * (area.residents + placed + 1):
                    placed += 1
                limits.append(placed)
        return min(limits, default=None)

    def by_area(self):
        found = []
        for name, area in list(self.problem.areas.items()) + [(None, None)]:
            homes = [d for d in self.permanent if self.rows[d].area_id == name]
            if name is None and not homes:
                continue
            found.append({
                "area": name, "listed": bool(area and area.listed), "dwellings": len(homes),
                "persons_left": self.persons_left(area) if area else None,
                "children_left": area.max_children if area else None,
                "wishes": sum(name in h.wishes and name not in h.avoid
                              for h in self.problem.households.values()),
                "lawful": sum(any(d in self.lawful[h] for d in homes)
                              for h in self.problem.households)})
        return found

    def by_section(self):
        found = []
        for name, section in self.problem.sections.items():
            limits = [] if section.max_households is None else [section.max_households]
            if section.max_share:
                part, whole = section.max_share
                limits.append(max(0, part * section.homes // whole - section.refugee_homes))
            if limits:
                found.append({
                    "section": name, "households_left": min(limits),
                    "dwellings": sum(self.rows[d].section_id == name for d in self.permanent)})
        return found

    def right(self):
        return [{
            "unit": name, "organisation": unit.organisation, "reported": len(unit.dwellings),
            "closed": sum(not self.problem.open(d) for d in unit.dwellings),
            "offered": sum(self.rows[d].offered for d in unit.dwellings),
            "entitlement": unit.entitlement, "flexible": unit.pool,
            "extras": min(self.extras(unit.organisation), len(unit.dwellings))}
            for name, unit in self.units.items()]

    def household_list(self):
        return [{"household": h, "persons": row.persons, "lawful": len(self.lawful[h]),
                 "open": len(self.open[h]), "code": self.code[h]}
                for h, row in self.problem.households.items()]

    def tables(self):
        names = ("counts", "closed", "by_size", "by_rent", "by_access", "by_area", "by_section", "right",
                 "household_list")
        return {name: getattr(self, name)() for name in names}

    def counts_right(self, d):
        return self.problem.rules.right_mode != "offered" and d in self.unit_of

    def argument_mistakes(self, most):
        """What is wrong with the argument; nothing for one that holds."""
        barred = [row["household"] for row in most["barred"]]
        named = barred + [h for group in most["groups"] for h in group["households"]]
        if len(named) != len(set(named)):
            yield "a household stands twice"
        bound = len(self.problem.households) - len(barred)
        for row in most["barred"]:
            if self.code[row["household"]] != row["code"]:
                yield f"{row}: the code is {self.code[row['household']]}"
        for group in most["groups"]:
            yield from self.group_mistakes(group)
            bound -= len(group["households"]) - group["places"]
        if bound != most["bound"]:
            yield f"the sum gives {bound}, not {most['bound']}"

    def group_mistakes(self, group):
        limits = {(row["kind"], row["id"]): row["places"] for row in group["limits"]}
        for (kind, name), places in limits.items():
            given = {"dwelling": self.room, "unit": lambda n: self.most(self.units[n]),
                     "extras": self.extras}[kind](name)
            if given != places:
                yield f"{kind} {name} gives {given}, not {places}"
        if sum(limits.values()) != group["places"] or group["places"] >= len(group["households"]):
            yield f"{group}: no sum"
        for h in group["households"]:
            for d in self.open[h]:
                if not self.is_covered(d, limits):
                    yield f"{h}: {d} is not among the places"

    def is_covered(self, d, limits):
        if ("dwelling", d) in limits:
            return True
        if not self.counts_right(d) or ("unit", self.unit_of[d]) not in limits:
            return False
        organisation = self.units[self.unit_of[d]].organisation
        return self.extras(organisation) == 0 or ("extras", organisation) in limits

    def network(self):
        """Rooms of the places by name, and the places that a household passes through."""
        room, onward = {}, {}
        for d in self.permanent:
            room["dwelling", d] = self.room(d)
            onward["dwelling", d] = [("unit", self.unit_of[d])] if self.counts_right(d) else []
        for name, unit in self.units.items():
            # The right's own dwellings, or those beyond it: either way the unit is passed freely.
            room["own", name] = self.most(unit)
            onward["own", name] = []
            onward["unit", name] = [("own", name)]
            if unit.organisation:
                onward["unit", name].append(("extras", unit.organisation))
                room["extras", unit.organisation] = self.extras(unit.organisation)
                onward["extras", unit.organisation] = []
        return SimpleNamespace(room=room, onward=onward)
