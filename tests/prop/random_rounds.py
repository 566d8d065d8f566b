# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeded random rounds that together touch every rule and every kind.

A round is {table: [row as {column: value}]} with plain values (øre, dates, (part, whole) …);
round_writer.py turns it into files.
"""

import datetime
import random
from types import SimpleNamespace

import check
import names
import random_terms
from kinds import SEVERAL
from model import Problem
from reading import measure_name, weighed_measure

AREA_NAMES = ["Nørre", "Øst", "Vest", "Syd", "Ådal", "Midt", "A1", "b-2"]
ORGANISATIONS = ["Bo1", "Afd-1", "Ærø"]  # one bears the id of a section
GROUPS = ["tigrinya", "dansk", "fårsi"]
MUNICIPALITIES = ["Sønderby", "Nordby"]


class Maker:
    def __init__(self, seed, households, dwellings, plain=False):
        self.random = random.Random(f"{seed}/{households}/{dwellings}")
        self.households, self.dwellings = households, dwellings
        # A plain round is an ordinary month: no pins, no exotic settings.
        self.plain = plain
        # Rates of benefit classes are shipped for 2021 and 2024, those of housing benefit not for 2024.
        self.date = datetime.date(self.random.choice([2021, 2024, 2025, 2026]), 9, 1)
        self.tables = {}

    def maybe(self, chance):
        return self.random.random() < chance

    def pick(self, *choices):
        return self.random.choice(choices)

    def day(self, low, high):
        return self.date + datetime.timedelta(days=self.random.randint(low, high))

    def kroner(self, low, high):
        amount = self.random.randint(low, high) * 100
        return amount + (self.pick(50, 25, 99) if self.maybe(0.1) else 0)

    def make(self):
        self._rules()
        self._areas()
        self._organisations()
        self._sections()
        self._households()
        self._dwellings()
        self._parties()
        self._scores()
        random_terms.add(self)
        self._decisions()
        return self.tables

    def _rules(self):
        rules = {"round_date": self.date, "housing_benefit": self._benefit()}
        if rules["housing_benefit"] == "table":
            rules.update(hb_rent_max=9000000, hb_threshold=15000050, hb_threshold_child=4100000,
                         hb_own=2600000, hb_max=4700000)
        optional = [
            ("stages", 0.25, lambda: self.pick("fit need", "need", "fit")),
            ("need_counts", 0.3, lambda: "households"),
            ("right", 0.75, lambda: self.pick((5000, 10000), (1, 3), (3333, 10000), (2500, 10000),
                                              (1, 2), (3, 4), (10000, 10000))),
            ("right_unit", 0.4, lambda: "organisation"),
            ("right_kinds", 0.3, lambda: "apart"),
            ("right_mode", 0.15, lambda: "offered"),
            ("affordability", 0.15, lambda: "off"),
            ("benefit_minimum", 0.2, lambda: 30000),
            ("living_minimum_single", 0.2, lambda: self.kroner(2000, 5000)),
            ("living_minimum_couple", 0.2, lambda: self.kroner(4000, 7000)),
            ("living_minimum_child", 0.2, lambda: self.kroner(500, 1500)),
            ("persons_per_room", 0.2, lambda: self.pick(1, 3)),
            ("m2_per_person", 0.2, lambda: self.pick(15, 25)),
            ("spare_rooms", 0.3, lambda: self.pick(None, 0, 2)),
            ("allow_listed", 0.1, lambda: True),
            ("horizon_days", 0.2, lambda: self.pick(0, 30, 200)),
            ("permanent_days", 0.2, lambda: self.pick(0, 1095)),
            ("group_max_persons", 0.3, lambda: self.random.randint(2, 12)),
            ("only_scored_pairs", 0.1, lambda: True),
            ("fallback_cost", 0.4, lambda: self.kroner(5000, 20000)),
            ("wish_points", 0.4, lambda: self.pick(0, 7, 1000)),
            ("lot", 0.2, lambda: self.random.randint(1, 99)),
            ("profile", 0.1, lambda: "plain"),
        ]
        usual = ("right", "group_max_persons", "need_counts", "spare_rooms")
        for name, chance, value in optional:
            if self.maybe(chance) and (not self.plain or name in usual):
                rules[name] = value()
        if self.plain and self.maybe(0.5):
            # Many dwellings for everybody: the hard months.
            rules.update(affordability="off", spare_rooms=None, persons_per_room=3)
        self.rules = rules
        self.tables["rules"] = [
            {"rule": name, "value": value, "source": self._source(name)}
            for name, value in rules.items()]

    def _benefit(self):
        auto = "2021" if self.date.year == 2024 else "auto"
        return self.pick("none", auto, auto, "table", "2021", "2025", "2026")

    def _source(self, name):
        if name in ("allow_listed", "group_max_persons") or self.maybe(0.2):
            return "Byrådet 1. maj; sag 12, bilag 3"
        return None

    def _areas(self):
        count = self.random.randint(2, min(len(AREA_NAMES), 2 + self.dwellings // 4))
        self.area_ids = self.random.sample(AREA_NAMES, count)
        self.has_areas = self.plain or self.maybe(0.85)
        if not self.has_areas:
            return
        per_area = max(8, 3 * self.dwellings // count)
        rows = []
        for name in self.area_ids:
            row = {"area_id": name, "listed": self.maybe(0.15),
                   "municipality": self.pick(*MUNICIPALITIES, MUNICIPALITIES[0]),
                   "residents": self.random.randint(200, 15000)}
            if self.maybe(0.5):
                row["max_persons"] = self.random.randint(0 if self.maybe(0.1) else 4, per_area)
            if self.maybe(0.3):
                row["max_children"] = self.random.randint(1, max(2, per_area // 2))
            if self.maybe(0.3):
                row["max_share"] = self.pick((500, 10000), (350, 10000), (1, 20))
                part, whole = row["max_share"]
                room = self.random.randint(-1 if self.maybe(0.2) else 3, per_area)
                row["refugees"] = max(0, part * row["residents"] // whole - room)
            if self.maybe(0.3):
                row.update(lon="10.25", lat="56.1", name="Kvarter; \"" + name + "\"")
            rows.append(row)
        if not self.plain and self.maybe(0.2):
            self._rule("area_max_share", (600, 10000))
        self.tables["areas"] = rows

    def _rule(self, name, value):
        self.tables["rules"].append({"rule": name, "value": value, "source": "Byrådet"})

    def _organisations(self):
        self.organisation_ids = ORGANISATIONS[:self.random.randint(1, 3)]
        self.has_organisations = self.plain or self.maybe(0.8)
        if self.has_organisations:
            rows = []
            for name in self.organisation_ids:
                used = self.random.randint(0, 2)
                rows.append({"organisation_id": name, "extra_used": used,
                             "extra_dwellings": used + self.pick(0, 0, 1, 2, 4),
                             "vacated_last_year": self.random.randint(0, 400)})
            self.tables["organisations"] = rows

    def _sections(self):
        count = max(2, self.dwellings // 3)
        self.section_ids = [f"Afd-{i}" for i in range(1, count + 1)]
        if not self.plain and self.maybe(0.1):
            return
        apart = self.rules.get("right_kinds") == "apart"
        rows = []
        for name in self.section_ids:
            vacated = self.random.randint(0, 12)
            row = {"section_id": name, "vacated_before": vacated,
                   "taken_before": self.random.randint(0, vacated // 6),
                   "reserved": 1 if self.maybe(0.1) else 0,
                   "homes": self.random.randint(20, 200)}
            if self.maybe(0.9):
                row["area_id"] = self.pick(*self.area_ids)
            if self.maybe(0.8):
                row["organisation_id"] = self.pick(*self.organisation_ids)
            if self.maybe(0.2):
                row["right"] = self.pick((3, 4), (5000, 10000), (0, 10000), (10000, 10000))
            if apart:
                row.update(youth_vacated_before=self.random.randint(0, 8),
                           youth_taken_before=self.pick(0, 0, 1), youth_reserved=self.pick(0, 0, 1))
            if self.maybe(0.2):
                row["max_households"] = self.pick(0, 1, 1, 2, 3)
            if self.maybe(0.2):
                row["max_share"] = self.pick((1000, 10000), (1, 12))
                part, whole = row["max_share"]
                row["refugee_homes"] = max(0, part * row["homes"] // whole
                                           - self.pick(-1, 0, 1, 1, 2, 2, 3))
            rows.append(row)
        self.tables["sections"] = rows

    def _households(self):
        self.has_minors = minors = not self.plain and self.maybe(0.3)
        municipal = self.has_areas and self.maybe(0.2)
        affordable = self.rules.get("affordability") == "off"
        rows = []
        for i in range(1, self.households + 1):
            adults = self.pick(1, 1, 2, 2, 3)
            children = self.pick(0, 0, 1, 2, 3, 4, 5) if self.maybe(0.7) else 0
            if minors and self.maybe(0.3):
                adults, children = 0, self.pick(1, 1, 2)
            row = {"household_id": self.pick("H", "h", "Å") + f"{i:03d}", "adults": adults,
                   "children": children, "waiting_since": self.day(-1200, 0),
                   "step_free": self.maybe(0.1)}
            self._money(row, adults, affordable)
            self._circumstances(row, municipal)
            rows.append(row)
        self.tables["households"] = rows

    def _money(self, row, adults, affordable):
        persons = adults + row["children"]
        if adults and not (affordable and self.maybe(0.4)):
            if self.maybe(0.6):
                row["max_rent"] = self.kroner(4000, 7500 + 1200 * persons)
            if "max_rent" not in row or self.maybe(0.2):
                row["net_income"] = self.kroner(9000, 15000 + 3500 * persons)
        if self.maybe(0.7):
            row["income"] = self.kroner(70000, 330000)

    def _circumstances(self, row, municipal):
        persons = row["adults"] + row["children"]
        chances = [
            ("priority", 0.3, lambda: self.random.randint(1, 9)),
            ("student", 0.3 if persons <= 2 else 0.05, lambda: True),
            ("group", 0.6, lambda: self.pick(*GROUPS)),
            ("wishes", 0.4, lambda: self._some_areas()),
            ("avoid", 0.15, lambda: self._some_areas()),
            ("arrival", 0.2, lambda: self.day(-60, 120)),
            ("expected_persons", 0.15, lambda: persons + self.random.randint(0, 3)),
            ("current_place", 0.3, lambda: "Hotel Ø"),
            ("current_cost", 0.3, lambda: self.kroner(4000, 25000)),
            ("municipality", 0.5 if municipal else 0, lambda: self.pick(*MUNICIPALITIES)),
        ]
        for column, chance, value in chances:
            if self.maybe(chance):
                row[column] = value()

    def _some_areas(self):
        return tuple(self.random.sample(self.area_ids, self.random.randint(1, 2)))

    def _dwellings(self):
        rows = []
        for i in range(1, self.dwellings + 1):
            kind = "minors" if i == 1 and self.has_minors else self._kind()
            rooms = self.random.randint(1, 5)
            if kind == "youth":
                rooms = self.random.randint(1, 2)
            row = {"dwelling_id": self.pick("D", "d", "Ø") + f"{i:03d}", "kind": kind,
                   "section_id": self.pick(*self.section_ids), "rooms": rooms,
                   "rent": self.kroner(1500 + 900 * rooms, 3500 + 1500 * rooms),
                   "step_free": self.maybe(0.4), "offered": self.maybe(0.6)}
            if kind in ("shared", "site", "minors", "transit"):
                row["rent"] = self.kroner(1500, 4000)
                if kind != "shared" or self.maybe(0.5):
                    row["places"] = self.random.randint(1, rooms if kind == "shared" else 7)
            self._terms(row)
            rows.append(row)
        self.tables["dwellings"] = rows

    def _kind(self):
        if self.maybe(0.55):
            return "family"
        return self.pick("youth", "elderly", "private", "municipal", "shared", "site", "minors",
                         "transit")

    def _terms(self, row):
        chances = [
            ("area_m2", 0.8, lambda: 18 * row["rooms"] + self.random.randint(5, 60)),
            ("utilities", 0.5, lambda: self.kroner(200, 1200)),
            ("available_from", 0.4, lambda: self.day(-30, 150)),
            ("lease_end", 0.15, lambda: self.day(100, 1600)),
            ("cost", 0.3, lambda: self.kroner(0, 6000)),
            ("name", 0.3, lambda: self.pick("=Vej 1", "Gade 2, 3. th", "'-'x", "Ålandsgade; 4")),
            ("deposit", 0.2, lambda: self.kroner(5000, 40000)),
            ("answer_by", 0.1, lambda: self.day(1, 20)),
        ]
        for column, chance, value in chances:
            if self.maybe(chance):
                row[column] = value()
        if row["kind"] == "transit" and self.maybe(0.3):
            row["lease_end"] = self.day(-20, 60)  # ends before some arrive

    def _parties(self):
        if not self.maybe(0.5):
            return
        self.tables["dwellings"][-1].update(kind="site", rooms=4, places=self.pick(3, 4, 6))
        rows = list(self.tables["households"])
        self.random.shuffle(rows)
        for label in ("følge-1", "P2"):
            minors = [row for row in rows if row["adults"] == 0]
            pool = minors if len(minors) > 1 and self.maybe(0.4) else rows
            small = [row for row in pool if row["adults"] + row["children"] <= 2
                     and "party" not in row]
            for row in small[:self.random.randint(1, 3)]:
                row["party"] = label

    def _scores(self):
        if not self.rules.get("only_scored_pairs") and self.maybe(0.2):
            return
        size = self.pick(50, 1000, 100000)
        rows = []
        for household in self.tables["households"]:
            for dwelling in self.tables["dwellings"]:
                if self.maybe(0.5):
                    rows.append({"household_id": household["household_id"],
                                 "dwelling_id": dwelling["dwelling_id"],
                                 "score": self.random.randint(-size // 4, size)})
            for area in self.area_ids:
                if self.maybe(0.3):
                    rows.append({"household_id": household["household_id"], "area_id": area,
                                 "score": self.random.randint(-size // 4, size)})
        self.tables["scores"] = rows

    def _decisions(self):
        problem = Problem(typed(self.tables))
        taken, rows = {}, []
        if not self.plain and self.maybe(0.3):
            for pair in self.random.sample(problem.pairs, min(len(problem.pairs), 2)):
                if self.maybe(0.3) or not list(check.right_breaches(problem, dict([pair]))):
                    self._pin(problem, pair, taken)
        pairs = [(h, d) for h in problem.households for d in problem.dwellings]
        self.random.shuffle(pairs)
        for pair in pairs[:len(pairs) // 12]:
            taken.setdefault(pair, (self.pick("forbid", "decline", "accept"), None))
        for pair in pairs[len(pairs) // 12:len(pairs) // 12 + (0 if self.plain else 3)]:
            taken.setdefault(pair, ("allow", self.pick("size", "rent", "avoid")))
        if not self.plain and self.maybe(0.2):
            unlucky = self.pick(*problem.households)
            for pair in [pair for pair in problem.pairs if pair[0] == unlucky]:
                taken.setdefault(pair, ("decline", None))
        for pair in random_terms.agreements(self, pairs):
            taken.setdefault(pair, ("agree", None))
        for (h, d), (decision, rule) in taken.items():
            row = {"household_id": h, "dwelling_id": d, "decision": decision, "rule": rule,
                   "by": "NN" if self.maybe(0.5) else None}
            if decision in ("pin", "forbid", "allow") or self.maybe(0.3):
                row["reason"] = "Efter samtale; \"aftalt\""
            rows.append(row)
        if rows:
            self.tables["decisions"] = rows

    def _pin(self, problem, pair, taken):
        h, d = pair
        if any(household == h for household, _ in taken):
            return
        party = problem.parties.get(problem.households[h].party, [h])
        alone = problem.dwellings[d].kind not in SEVERAL
        if len(party) > 1 and (alone or not all((m, d) in problem.pair_set for m in party)):
            return
        taken[pair] = ("pin", None)


def typed(tables):
    """The tables as read_round gives them, without any file."""
    result = {}
    for table in names.FILES:
        rows = tables.get(table)
        if rows is None or table == "rules":
            result[table] = None
            continue
        defaults = {name: default for name, _, _, default in names.COLUMNS[table]}
        result[table] = [SimpleNamespace(**{**defaults, **row}) for row in rows]
        for row in result[table] if table == "areas" else []:
            row.measures = {name: value for name, value in vars(row).items()
                            if measure_name(name)}
    rules = {name: default for name, (_, _, default) in names.RULES.items()}
    weights = {row["rule"]: row["value"] for row in tables["rules"]}
    rules["measure_weights"] = {weighed_measure(rule): weights.pop(rule) for rule in list(weights)
                                if rule not in names.RULES}
    rules.update(weights)
    del result["rules"]
    return SimpleNamespace(rules=SimpleNamespace(**rules), dialect=None, **result)


def generate(seed, households, dwellings, plain=False):
    return Maker(seed, households, dwellings, plain).make()
