# SPDX-License-Identifier: GPL-3.0-or-later
"""A round resolved: cross-references, budgets, benefits, the pair rules 1-7, need and fit."""

from datetime import timedelta
from types import SimpleNamespace

import benefit
import cost
import goals
import income
import names
import offers
import pair_rules
import plan_goals
from kinds import COUNTED, ONE_HOUSEHOLD, SEVERAL
from pair_rules import PAIR_RULES

__all__ = ["COUNTED", "ONE_HOUSEHOLD", "PAIR_RULES", "SEVERAL", "LIFTABLE", "Problem", "key"]

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
    if table == "areas":
        values["measures"] = {}
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
        self._benefit_year = self._benefit_parameters()
        self.weights = goals.weights(self.rules)
        self._resolve_households()
        self._resolve_dwellings()
        self._resolve_scores(source.scores or [])
        self._resolve_decisions(source.decisions or [])
        self.parties = self._labelled("party")
        self.nears = self._labelled("near")
        self.party_of = self._members(self.parties)
        self.near_of = self._members(self.nears)
        self._pin_parties()
        self._resolve_goals(source.earlier or [])
        self.pairs = [(h, d) for h in self.households for d in self.dwellings
                      if self.admits(h, d)]
        self.pair_set = set(self.pairs)
        self.key_targets = plan_goals.key_targets(self)

    def _resolve_households(self):
        for row in self.households.values():
            row.persons = row.adults + row.children
            row.expected = row.expected_persons or row.persons
            row.budget = income.budget(self.rules, row)
            row.gross = income.gross_a_year(self.rules, row)
            row.start = max(row.arrival or self.rules.round_date, self.rules.round_date)
            row.stay_end = stay = self._stay_end(row)
            row.ready = max(row.start, stay) if stay else row.start
            row.deferred = stay is not None and (
                stay > self.rules.round_date + timedelta(days=self.rules.round_days))
            row.has_left = self._has_left(row)
            row.has_place = row.current_place is not None and not row.has_left
            row.temporary = cost.temporary(self, row)
            row.need = self._need(row, stay)

    def _stay_end(self, row):
        """The end of a stay at a højskole."""
        if row.hojskole_from is None:
            return None
        return row.hojskole_from + timedelta(days=self.rules.hojskole_days)

    def _has_left(self, row):
        return row.current_until is not None and row.current_until <= self.rules.round_date

    def _need(self, row, stay):
        if row.deferred:
            return 0
        since = row.waiting_since or self.rules.round_date
        since = max(since, stay or since)
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
            row.available = offers.available(self.rules, row)
        self.not_turns = offers.not_turns(self)

    def _resolve_scores(self, rows):
        self.dwelling_scores = {(s.household_id, s.dwelling_id): s.score
                                for s in rows if s.dwelling_id}
        self.area_scores = {(s.household_id, s.area_id): s.score for s in rows if s.area_id}

    def _resolve_decisions(self, rows):
        self.decisions = {(r.household_id, r.dwelling_id): r for r in rows}
        self.pins = {r.household_id: r.dwelling_id for r in rows if r.decision == "pin"}
        self.barred = {(r.household_id, r.dwelling_id) for r in rows
                       if r.decision in ("forbid", "decline")}
        self.agreements = {(r.household_id, r.dwelling_id) for r in rows
                           if r.decision == "agree"}
        self.forbidden = {(r.household_id, r.dwelling_id) for r in rows if r.decision == "forbid"}
        self.allowed = {(r.household_id, r.dwelling_id): r.rule for r in rows
                        if r.decision == "allow"}

    def _labelled(self, column):
        """{label: members} of the labels of two households or more."""
        labels = {}
        for name, row in self.households.items():
            if getattr(row, column):
                labels.setdefault(getattr(row, column), []).append(name)
        return {label: members for label, members in labels.items() if len(members) > 1}

    @staticmethod
    def _members(labelled):
        return {m: label for label, members in labelled.items() for m in members}

    def _pin_parties(self):
        for members in self.parties.values():
            for pinned in [m for m in members if m in self.pins]:
                for member in members:
                    self.pins.setdefault(member, self.pins[pinned])

    def _resolve_goals(self, earlier):
        self.earlier = {(row.household_id, row.dwelling_id) for row in earlier}
        self.groups = set(self._labelled("group"))
        self.measures = sorted({name for area in self.areas.values() for name in area.measures},
                               key=key)

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
                or household.gross is None or dwelling.area_m2 is None):
            return 0
        found = benefit.monthly(self._benefit_year, household.persons, household.children,
                                dwelling.rent, dwelling.area_m2, household.gross)
        return 0 if found < self.rules.benefit_minimum else found

    def net_rent(self, h, d):
        dwelling = self.dwellings[d]
        return dwelling.rent + dwelling.utilities - self.benefit(h, d)

    def judge(self, h, d):
        """{rule: holds} of the pair rules."""
        return pair_rules.judge(self, h, d)

    def lawful(self, h, d):
        """Rules 1-7."""
        return all(self.judge(h, d).values())

    def unlawful_pins(self):
        """Pinned pairs, those of a pinned party included, that no plan may have: wrong input."""
        return [(h, d) for h, d in self.pins.items() if not self.admits(h, d)]

    def open(self, d):
        """Whether anybody may have it in this round."""
        return not any(offers.obstacles(self, d))

    def scored(self, h, d):
        return ((h, d) in self.dwelling_scores
                or (h, self.dwellings[d].area_id) in self.area_scores)

    def admits(self, h, d):
        """The pairs of the program: lawful, open in this round, scored where asked."""
        if not self.open(d) or (self.rules.only_scored_pairs and not self.scored(h, d)):
            return False
        return self.lawful(h, d)

    def fit(self, h, d):
        return goals.fit(self, h, d)

    def points(self, stage, h, d):
        """What the pair gives; stage cost is written as savings."""
        if stage == "cost":
            return cost.saving(self, h, d)
        return self.households[h].need if stage == "need" else self.fit(h, d)

    def gain(self, stage, plan):
        """What is maximised."""
        points = sum(self.points(stage, h, d) for h, d in plan.items())
        return points - plan_goals.cost(self, plan) if stage == "fit" else points

    def value_of(self, stage, gain):
        """What the result states for a gain."""
        return cost.nothing_saved(self) - gain if stage == "cost" else gain

    def gain_of(self, stage, value):
        return cost.nothing_saved(self) - value if stage == "cost" else value

    def value(self, stage, plan):
        return self.value_of(stage, self.gain(stage, plan))

    def stages(self):
        return self.rules.stages.split()
