# SPDX-License-Identifier: GPL-3.0-or-later
"""The round as an integer program: the rows of docs/model.md with their coefficients.

A variable is ("x", household, dwelling) or ("z", name), a count between 0 and its bound; a row is
sum(a * v) <= b, for a party and near ones = b.
"""

import goal_rows
import right
from kinds import ONE_HOUSEHOLD
from rows import row


class Program:
    def __init__(self, problem):
        self.problem = problem
        self.units = right.units(problem)
        self.of_household = {}
        for h, d in problem.pairs:
            self.of_household.setdefault(h, []).append(d)
        self.count_bound = {
            name: min(right.extras_left(problem, unit.organisation), len(unit.dwellings))
            for name, unit in self.units.items()}
        self.prices = {}  # of counts, in stage fit
        self.rows = {}
        self._dwellings()
        self._rights()
        self._areas()
        self._sections()
        self._groups()
        self._parties()
        self._nears()
        goal_rows.add(self)

    def add_count(self, name, bound, price=0):
        self.count_bound[name] = bound
        self.prices[name] = price
        return ("z", name)

    def sum_over(self, weight, where):
        """{x: weight(household)} over the pairs that `where` holds for."""
        return {("x", h, d): weight(self.problem.households[h])
                for h, d in self.problem.pairs if where(h, self.problem.dwellings[d])}

    def household_row(self, h):
        return row({("x", h, d): 1 for d in self.of_household.get(h, [])}, 1)

    def _dwellings(self):
        for name, dwelling in self.problem.dwellings.items():
            if dwelling.kind == "transit":
                continue
            single = dwelling.kind in ONE_HOUSEHOLD
            terms = self.sum_over(lambda h, one=single: 1 if one else h.persons,
                              lambda _, d, name=name: d.dwelling_id == name)
            self.rows["dwelling/" + name] = row(terms, 1 if single else dwelling.places)
            if not single:
                self._home(name, dwelling, terms)

    def _home(self, name, dwelling, terms):
        if dwelling.least_persons:
            whole = self.add_count("open/home/" + name, 1)
            self.rows["dwelling/" + name] = row({**terms, whole: -dwelling.places}, 0)
            turned = {v: -a for v, a in terms.items()}
            self.rows["least/" + name] = row({**turned, whole: dwelling.least_persons}, 0)
        if dwelling.max_singles is not None:
            alone = self.sum_over(lambda h: int(h.persons == 1),
                              lambda _, d: d.dwelling_id == name)
            self.rows["singles/" + name] = row(alone, dwelling.max_singles)

    def _rights(self):
        totals = {}
        for name, unit in self.units.items():
            terms = self.sum_over(lambda h: 1, lambda _, d, u=unit: d.dwelling_id in u.dwellings)
            if unit.organisation is not None:
                terms["z", name] = -1
                totals.setdefault(unit.organisation, {})["z", name] = 1
            self.rows["right/" + name] = row(terms, unit.entitlement + unit.pool)
            if unit.flexible:
                others = {v: a for v, a in terms.items()
                          if v[0] == "z" or not right.is_flexible_for(self.problem, unit, v[1])}
                self.rows["ordinary/" + name] = row(others, unit.entitlement)
        for organisation, terms in totals.items():
            self.rows["extra/" + organisation] = row(
                terms, right.extras_left(self.problem, organisation))

    def _areas(self):
        for name, area in self.problem.areas.items():
            def inside(_, dwelling, name=name):
                return dwelling.area_id == name
            if area.max_persons is not None:
                self.rows["area_persons/" + name] = row(
                    self.sum_over(lambda h: h.persons, inside), area.max_persons)
            if area.max_children is not None:
                self.rows["area_children/" + name] = row(
                    self.sum_over(lambda h: h.children, inside), area.max_children)
            share = area.max_share or self.problem.rules.area_max_share
            if share:
                part, whole = share
                self.rows["area_whole/" + name] = row(
                    self.sum_over(lambda h: h.persons, inside),
                    max(0, part * area.residents - whole * area.refugees) // max(1, whole - part))

    def _sections(self):
        for name, section in self.problem.sections.items():
            def inside(_, dwelling, name=name):
                return dwelling.section_id == name
            if section.max_households is not None:
                self.rows["section_households/" + name] = row(
                    self.sum_over(lambda h: 1, inside), section.max_households)
            if section.max_share:
                part, whole = section.max_share
                self.rows["section_whole/" + name] = row(
                    self.sum_over(lambda h: 1, inside),
                    max(0, part * section.homes - whole * section.refugee_homes) // whole)

    def _groups(self):
        limit = self.problem.rules.group_max_persons
        if limit is None:
            return
        groups = {h.group for h in self.problem.households.values() if h.group}
        for group in groups:
            for area in self.problem.areas:
                terms = self.sum_over(
                    lambda h: h.persons,
                    lambda h, d, g=group, a=area: d.area_id == a
                    and self.problem.households[h].group == g)
                self.rows[f"group/{group}/{area}"] = row(terms, limit)

    def _parties(self):
        for label, members in self.problem.parties.items():
            first = members[0]
            for d in self.problem.dwellings:
                for member in members[1:]:
                    terms = {v: a for v, a in ((("x", member, d), 1), (("x", first, d), -1))
                             if (v[1], v[2]) in self.problem.pair_set}
                    self.rows[f"party/{label}/{d}/{member}"] = row(terms, 0, equal=True)

    def _nears(self):
        for label, members in self.problem.nears.items():
            first = members[0]
            for section in self.problem.sections:
                def there(h, d, section=section):
                    return ("x", h, d) if self.problem.dwellings[d].section_id == section else None
                for member in members[1:]:
                    terms = {there(h, d): 1 if h == member else -1
                             for h, d in self.problem.pairs
                             if h in (member, first) and there(h, d)}
                    self.rows[f"near/{label}/{section}/{member}"] = row(terms, 0, equal=True)

    def points(self, stage):
        """What each variable adds to the gain."""
        found = {("x", h, d): self.problem.points(stage, h, d) for h, d in self.problem.pairs}
        if stage == "fit":
            found.update({("z", name): -price for name, price in self.prices.items()})
        return found

    def floor_row(self, stage, value):
        """`value` as the result states it."""
        return row({v: -c for v, c in self.points(stage).items()},
                   -self.problem.gain_of(stage, value))
