# SPDX-License-Identifier: GPL-3.0-or-later
"""A round resolved: cross-references, budgets, benefits, the pair rules 1-7, need and fit."""

from datetime import timedelta
from types import SimpleNamespace

import benefit
import names

PAIR_RULES = ("kind", "size", "rent", "access", "area", "time", "decision")
ONE_HOUSEHOLD = ("family", "youth", "elderly", "private", "municipal")
SEVERAL = ("shared", "site", "minors")
COUNTED = ("family", "youth")  # the kinds that the right counts
LIFTABLE = {"size": "size", "rent": "rent", "avoid": "area"}


def key(text):
    return text.encode("utf-8")


def by_id(rows, column):
    found = {getattr(row, column): row for row in rows}
    if len(found) != len(rows):
        raise ValueError(f"a duplicated {column}")
    return {name: found[name] for name in sorted(found, key=key)}


def default_row(table, column, name):
    values = {name: default for name, _, _, default in names.COLUMNS[table]}
    values[column] = name
    return SimpleNamespace(**values)


def complete(rows, table, column, mentioned):
    """The table by id; where the file is absent, the ids that others mention, with defaults."""
    if rows is None:
        return by_id([default_row(table, column, name) for name in set(mentioned)], column)
    found = by_id(rows, column)
    unknown = set(mentioned) - set(found)
    if unknown:
        raise ValueError(f"{column}: unknown {unknown}")
    return found


class Problem:
    """Everything that the rules ask about a round."""

    def __init__(self, source):
        self.rules = source.rules
        self.dialect = source.dialect
        self.households = by_id(source.households, "household_id")
        self.dwellings = by_id(source.dwellings, "dwelling_id")
        self.sections = complete(source.sections, "sections", "section_id",
                                 [d.section_id for d in source.dwellings])
        self.organisations = complete(
            source.organisations, "organisations", "organisation_id",
            [s.organisation_id for s in self.sections.values() if s.organisation_id])
        mentioned = [s.area_id for s in self.sections.values() if s.area_id]
        mentioned += [a for h in source.households for a in h.wishes + h.avoid]
        mentioned += [s.area_id for s in source.scores or [] if s.area_id]
        self.areas = complete(source.areas, "areas", "area_id", mentioned)
        self._resolve_households()
        self._resolve_dwellings()
        self._resolve_scores(source.scores or [])
        self._resolve_decisions(source.decisions or [])
        self._resolve_parties()
        self._benefit_year = self._benefit_parameters()
        self.pairs = [(h, d) for h in self.households for d in self.dwellings
                      if self.admits(h, d)]
        self.pair_set = set(self.pairs)

    def _resolve_households(self):
        for row in self.households.values():
            row.persons = row.adults + row.children
            row.expected = row.expected_persons or row.persons
            row.budget = self._budget(row)
            start = row.arrival or self.rules.round_date
            row.start = max(start, self.rules.round_date)
            row.need = self._need(row)

    def _budget(self, row):
        if row.max_rent is not None:
            return row.max_rent
        if row.net_income is None:
            return None
        rules = self.rules
        if row.adults == 1:
            living = rules.living_minimum_single
        else:
            living = rules.living_minimum_couple
            living += max(0, row.adults - 2) * rules.living_minimum_child
        return row.net_income - living - row.children * rules.living_minimum_child

    def _need(self, row):
        since = row.waiting_since or self.rules.round_date
        days = max(0, (self.rules.round_date - since).days)
        weight = 1 if self.rules.need_counts == "households" else row.persons
        return weight * (1000 * row.priority + min(days, 999))

    def _resolve_dwellings(self):
        for row in self.dwellings.values():
            if row.places is None and row.kind == "shared":
                row.places = row.rooms
            row.section = self.sections[row.section_id]
            row.area_id = row.section.area_id
            row.area = self.areas[row.area_id] if row.area_id else None
            row.available = row.available_from or self.rules.round_date

    def _resolve_scores(self, rows):
        self.dwelling_scores = {(s.household_id, s.dwelling_id): s.score
                                for s in rows if s.dwelling_id}
        self.area_scores = {(s.household_id, s.area_id): s.score for s in rows if s.area_id}

    def _resolve_decisions(self, rows):
        self.decisions = {(r.household_id, r.dwelling_id): r for r in rows}
        self.pins = {r.household_id: r.dwelling_id for r in rows if r.decision == "pin"}
        self.barred = {(r.household_id, r.dwelling_id) for r in rows
                       if r.decision in ("forbid", "decline")}
        self.forbidden = {(r.household_id, r.dwelling_id) for r in rows if r.decision == "forbid"}
        self.allowed = {(r.household_id, r.dwelling_id): r.rule for r in rows
                        if r.decision == "allow"}

    def _resolve_parties(self):
        labels = {}
        for name, row in self.households.items():
            if row.party:
                labels.setdefault(row.party, []).append(name)
        self.parties = {label: members for label, members in labels.items() if len(members) > 1}
        self.party_of = {m: label for label, members in self.parties.items() for m in members}
        for label, members in self.parties.items():
            for pinned in [m for m in members if m in self.pins]:
                for member in members:
                    self.pins.setdefault(member, self.pins[pinned])

    def _benefit_parameters(self):
        choice, rules = self.rules.housing_benefit, self.rules
        if choice == "none":
            return None
        if choice == "table":
            return benefit.Parameters(rules.hb_threshold, rules.hb_threshold_child, rules.hb_own,
                                      rules.hb_max, rules.hb_rent_max)
        return benefit.YEARS[rules.round_date.year if choice == "auto" else int(choice)]

    def benefit(self, h, d):
        household, dwelling = self.households[h], self.dwellings[d]
        if (self._benefit_year is None or dwelling.kind not in benefit.KINDS
                or household.income is None or dwelling.area_m2 is None):
            return 0
        found = benefit.monthly(self._benefit_year, household.persons, household.children,
                                dwelling.rent, dwelling.area_m2, household.income)
        return 0 if found < self.rules.benefit_minimum else found

    def net_rent(self, h, d):
        dwelling = self.dwellings[d]
        return dwelling.rent + dwelling.utilities - self.benefit(h, d)

    def _kind(self, household, dwelling):
        if dwelling.kind == "transit":
            return False
        if household.adults == 0 or dwelling.kind == "minors":
            return (household.adults == 0 and dwelling.kind == "minors"
                    and household.persons <= dwelling.places)
        if dwelling.kind == "youth":
            return household.student
        if dwelling.kind == "shared":
            return household.persons == 1 and dwelling.places >= 1
        if dwelling.kind == "site":
            return household.persons <= dwelling.places
        return True

    def _size(self, household, dwelling):
        if dwelling.kind in SEVERAL + ("transit",):
            return True
        persons, rules = household.persons, self.rules
        enough = persons <= rules.persons_per_room * dwelling.rooms or (
            dwelling.area_m2 is not None and dwelling.area_m2 >= rules.m2_per_person * persons)
        if rules.spare_rooms is None:
            return enough
        return enough and dwelling.rooms <= max(persons, household.expected) + rules.spare_rooms

    def _rent(self, household, dwelling):
        if self.rules.affordability == "off" or household.adults == 0:
            return True
        return self.net_rent(household.household_id, dwelling.dwelling_id) <= household.budget

    def _area_but_avoid(self, household, dwelling):
        area = dwelling.area
        if area is not None and area.listed and not self.rules.allow_listed:
            return False
        if household.municipality:
            return area is not None and area.municipality == household.municipality
        return True

    def _time(self, household, dwelling):
        rules = self.rules
        if dwelling.available > household.start + timedelta(days=rules.horizon_days):
            return False
        if dwelling.lease_end is None or dwelling.kind == "transit":
            return True
        stay = dwelling.lease_end - max(dwelling.available, household.start)
        return stay.days >= rules.permanent_days

    def judge(self, h, d):
        """{rule: holds} of the pair rules."""
        household, dwelling = self.households[h], self.dwellings[d]
        lifted = self.allowed.get((h, d))
        avoided = dwelling.area_id in household.avoid and lifted != "avoid"
        return {
            "kind": self._kind(household, dwelling),
            "size": lifted == "size" or self._size(household, dwelling),
            "rent": lifted == "rent" or self._rent(household, dwelling),
            "access": dwelling.step_free or not household.step_free,
            "area": not avoided and self._area_but_avoid(household, dwelling),
            "time": self._time(household, dwelling),
            "decision": (h, d) not in self.barred,
        }

    def lawful(self, h, d):
        """Rules 1-7."""
        return all(self.judge(h, d).values())

    def unlawful_pins(self):
        """Pinned pairs, those of a pinned party included, that break a pair rule: wrong input."""
        return [(h, d) for h, d in self.pins.items() if not self.lawful(h, d)]

    def offered(self, d):
        dwelling = self.dwellings[d]
        return (self.rules.right_mode != "offered" or dwelling.kind not in COUNTED
                or dwelling.offered)

    def scored(self, h, d):
        return ((h, d) in self.dwelling_scores
                or (h, self.dwellings[d].area_id) in self.area_scores)

    def admits(self, h, d):
        """The pairs of the program: lawful, offered where that counts, scored where asked."""
        if not self.offered(d) or (self.rules.only_scored_pairs and not self.scored(h, d)):
            return False
        return self.lawful(h, d)

    def fit(self, h, d):
        area = self.dwellings[d].area_id
        household = self.households[h]
        score = self.dwelling_scores.get((h, d))
        if score is None:
            score = self.area_scores.get((h, area), 0)
        wished = area in household.wishes and area not in household.avoid
        return score + (self.rules.wish_points if wished else 0)

    def points(self, stage, h, d):
        return self.households[h].need if stage == "need" else self.fit(h, d)

    def value(self, stage, plan):
        return sum(self.points(stage, h, d) for h, d in plan.items())

    def stages(self):
        return self.rules.stages.split()
