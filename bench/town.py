# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the round of an invented town: python3 town.py [--goals] HOUSEHOLDS VACANCIES SEED FOLDER.

The same arguments give the same bytes. Figures that have a source are in almene.csv beside this file;
what is assumed stands below, named so. With --goals it is the same town, with what the recommended goals look at."""

import csv
import datetime
import math
import os
import random
import sys

ROUND_DATE = datetime.date(2021, 9, 1)

# Assumed, since no distribution was found: its means are rooms_mean and m2_mean of almene.csv.
ASSUMED_ROOMS = {1: 9, 2: 35, 3: 37, 4: 16, 5: 3}
ASSUMED_M2 = {1: 40, 2: 61, 3: 83, 4: 102, 5: 120}
ASSUMED_YOUTH_M2 = {1: 32, 2: 46}

# Assumed: adults, children, weight. About half of the cases are singles, 2.3 persons a case.
ASSUMED_HOUSEHOLDS = [(1, 0, 50), (2, 0, 10), (2, 1, 8), (2, 2, 8), (2, 3, 6), (2, 4, 4), (2, 5, 2),
                      (2, 6, 1), (1, 1, 4), (1, 2, 4), (1, 3, 2), (3, 2, 1)]

# Assumed: what is left of the benefit after tax, and who earns besides it.
ASSUMED_NET = {"single": 0.86, "single_provider": 0.75, "couple": 0.80}
ASSUMED_WORK = [(0, 55), (2500, 20), (6000, 15), (12000, 10)]

# Assumed: kinds of the vacancies that belong to no almene section's count.
ASSUMED_OTHER_KINDS = {"elderly": 4, "private": 6, "municipal": 3, "shared": 6, "transit": 3}
ASSUMED_ALMENE = 78
ASSUMED_UTILITIES_M2 = 11
ASSUMED_ROOM_RENT = 2300
ASSUMED_LISTED = 0.10
ASSUMED_MONTHS_COUNTED = 8
# Assumed, for the goals: minutes to each service, places by child, who of the children is small, a night's price.
ASSUMED_SERVICES = ["language_school", "work", "transit", "school", "doctor", "volunteers"]
ASSUMED_MINUTES = (5, 60)
ASSUMED_PLACES = 0.8
ASSUMED_SMALL = 1 / 3
ASSUMED_FALLBACK_COST = 15000
LANGUAGES = ["ar", "fa", "ti", "so", "uk", "ku"]


def read_figures():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "almene.csv")
    with open(path, encoding="utf-8", newline="") as file:
        return {row["key"]: float(row["value"]) for row in csv.DictReader(file)}


class Town:
    def __init__(self, households, vacancies, seed, goals=False):
        self.goals = random.Random(f"goals {households} {vacancies} {seed}") if goals else None
        self.random = random.Random(f"town {households} {vacancies} {seed}")
        self.figures = read_figures()
        self.household_count = households
        self.vacancy_count = vacancies

    def drawn(self, weights):
        return self.random.choices(list(weights), list(weights.values()))[0]

    def maybe(self, chance):
        return self.random.random() < chance

    def poisson(self, mean):
        limit, product, count = math.exp(-mean), self.random.random(), 0
        while product > limit:
            product *= self.random.random()
            count += 1
        return count

    def spread(self, mean, share):
        """A whole number around the mean, within twice the share of it."""
        factor = min(2.0, max(-2.0, self.random.gauss(0, 1))) * share + 1
        return max(1, round(mean * factor))

    def make(self):
        self.make_areas()
        self.make_organisations()
        self.make_sections()
        self.make_dwellings()
        self.make_households()
        self.make_scores()
        if self.goals:
            self.add_goals()
        return {"areas": self.areas, "organisations": self.organisations,
                "sections": self.sections, "dwellings": self.dwellings,
                "households": self.households, "scores": self.scores, "rules": self.rules()}

    def add_goals(self):
        """Drawn apart, so that all else is the town without goals."""
        drawn, figures = self.goals, self.figures
        for household in self.households:
            household["small_children"] = sum(drawn.random() < ASSUMED_SMALL for _ in range(household["children"]))
        small = sum(household["small_children"] for household in self.households)
        older = sum(household["children"] for household in self.households) - small
        for area in self.areas:
            area.update({"access_" + name: drawn.randint(*ASSUMED_MINUTES) for name in ASSUMED_SERVICES})
            for column, children in ("school", older), ("daycare", small):
                area[column] = round(drawn.uniform(0, 2) * ASSUMED_PLACES * children / len(self.areas))
        share = figures["family_share"]
        left = share * figures["moveout_rate_family"] + (1 - share) / 2 * figures["moveout_rate_youth"]
        for organisation in self.organisations:
            homes = sum(section["homes"] for section in self.sections
                        if section["organisation_id"] == organisation["organisation_id"])
            organisation["vacated_last_year"] = round(homes * left)

    def rules(self):
        figures = self.figures
        given = [("round_date", ROUND_DATE, ""), ("housing_benefit", "auto", ""),
                 ("group_max_persons", 15, "bench: so that the rule takes part")]
        given += [(name, round(figures[name]), "furesoe.dk") for name in
                  ("living_minimum_single", "living_minimum_couple", "living_minimum_child")]
        if self.goals:
            given += [("profile", "recommended", ""), ("stages", "need fit cost", ""),
                      ("fallback_cost", ASSUMED_FALLBACK_COST, "")]
        return [{"rule": rule, "value": value, "source": source} for rule, value, source in given]

    def make_areas(self):
        count = max(3, round(self.vacancy_count / 9))
        persons = 2.3 * self.household_count
        self.areas = []
        for number in range(1, count + 1):
            residents = self.spread(3000, 0.3)
            area = {"area_id": f"O{number:03}", "residents": residents,
                    "refugees": round(residents * self.random.uniform(0.005, 0.045)),
                    "listed": "yes" if self.maybe(ASSUMED_LISTED) else "no",
                    "max_persons": "", "max_children": "", "max_share": ""}
            if self.maybe(0.6):
                area["max_persons"] = self.spread(1.2 * persons / count, 0.25)
            if self.maybe(0.3):
                area["max_children"] = self.spread(0.5 * persons / count, 0.25)
            if self.maybe(0.3):
                area["max_share"] = 5
            self.areas.append(area)

    def make_organisations(self):
        sections = self.section_count()
        per_organisation = self.figures["sections"] / self.figures["organisations"]
        count = max(2, round(sections / per_organisation))
        self.organisations = []
        for number in range(1, count + 1):
            agreed = self.random.choice([0, 0, 1, 2, 3])
            self.organisations.append({"organisation_id": f"B{number:02}",
                                       "extra_dwellings": agreed,
                                       "extra_used": self.random.randint(0, agreed)})

    def section_count(self):
        return max(4, round(self.vacancy_count / 2.2))

    def make_sections(self):
        figures = self.figures
        size = figures["dwellings"] / figures["sections"]
        months = ASSUMED_MONTHS_COUNTED / 12
        self.sections, self.rent_level = [], {}
        for number in range(1, self.section_count() + 1):
            homes = self.spread(size, 0.4)
            vacated = self.poisson(homes * figures["moveout_rate_family"] * months)
            taken = sum(self.maybe(figures["assigned_share"]) for _ in range(vacated))
            name = f"A{number:03}"
            self.rent_level[name] = self.random.uniform(0.80, 1.20)
            self.sections.append({
                "section_id": name,
                "organisation_id": self.random.choice(self.organisations)["organisation_id"],
                "area_id": self.random.choice(self.areas)["area_id"], "homes": homes,
                "vacated_before": vacated, "taken_before": taken,
                "reserved": 1 if self.maybe(0.05) else 0,
                "max_households": self.random.randint(1, 3) if self.maybe(0.3) else ""})

    def make_dwellings(self):
        figures = self.figures
        family = figures["family_share"] * figures["moveout_rate_family"]
        youth = (1 - figures["family_share"]) / 2 * figures["moveout_rate_youth"]
        kinds = {"family": ASSUMED_ALMENE * family / (family + youth),
                 "youth": ASSUMED_ALMENE * youth / (family + youth), **ASSUMED_OTHER_KINDS}
        self.dwellings = [self.dwelling(number, self.drawn(kinds))
                          for number in range(1, self.vacancy_count + 1)]

    def dwelling(self, number, kind):
        figures = self.figures
        section = self.random.choice(self.sections)["section_id"]
        rooms = self.drawn({1: 70, 2: 30} if kind == "youth" else ASSUMED_ROOMS)
        m2 = self.spread((ASSUMED_YOUTH_M2 if kind == "youth" else ASSUMED_M2)[rooms], 0.08)
        rate = figures["rent_m2_year_" + (kind if kind in ("youth", "elderly") else "family")]
        row = {"dwelling_id": f"D{number:03}", "section_id": section, "kind": kind,
               "rooms": rooms, "area_m2": m2, "places": "",
               "rent": round(m2 * rate * self.rent_level[section] / 12),
               "utilities": round(m2 * ASSUMED_UTILITIES_M2),
               "step_free": "yes" if kind == "elderly" or self.maybe(0.25) else "no",
               "available_from": ROUND_DATE + datetime.timedelta(days=self.random.randint(0, 90))}
        if kind in ("shared", "transit"):
            row["rooms"] = self.random.randint(3, 5)
            row["places"] = self.random.randint(2, row["rooms"])
            row["area_m2"] = 20
            row["rent"] = self.spread(ASSUMED_ROOM_RENT, 0.1)
            row["utilities"] = 200
        if kind == "transit":
            row["available_from"] = ROUND_DATE
        return row

    def make_households(self):
        weights = [weight for _, _, weight in ASSUMED_HOUSEHOLDS]
        self.households = []
        for number in range(1, self.household_count + 1):
            adults, children, _ = self.random.choices(ASSUMED_HOUSEHOLDS, weights)[0]
            self.households.append(self.household(number, adults, children))
        singles = [h for h in self.households if h["adults"] + h["children"] == 1]
        for number in range(len(singles) // 25):
            pair = self.random.sample(singles, 2)
            if not any(member["party"] for member in pair):
                for member in pair:
                    member["party"] = f"P{number + 1}"

    def household(self, number, adults, children):
        net, income = self.money(adults, children)
        days = self.random.randint(0, 540)
        areas = [area["area_id"] for area in self.areas]
        self.random.shuffle(areas)
        wishes = self.random.randint(0, 2)
        return {"household_id": f"H{number:03}", "adults": adults, "children": children,
                "waiting_since": ROUND_DATE - datetime.timedelta(days=days),
                "priority": self.drawn({1: 85, 2: 12, 3: 3}), "net_income": net,
                "income": income, "step_free": "yes" if self.maybe(0.05) else "no",
                "student": "yes" if adults == 1 and children == 0 and self.maybe(0.2) else "no",
                "group": self.random.choice(LANGUAGES), "party": "",
                "wishes": " ".join(areas[:wishes]), "avoid": areas[2] if self.maybe(0.05) else ""}

    def money(self, adults, children):
        """Net kroner a month and gross kroner a year."""
        figures = self.figures
        if adults == 1:
            kind = "single_provider" if children else "single"
            gross = figures["benefit_single_provider" if children else "benefit_non_provider"]
        else:
            kind = "couple"
            per_adult = figures["benefit_provider_per_adult" if children else "benefit_non_provider"]
            gross = adults * per_adult
        work = self.random.choices([w for w, _ in ASSUMED_WORK], [w for _, w in ASSUMED_WORK])[0]
        earned = self.spread(work, 0.2) if work else 0
        net = gross * ASSUMED_NET[kind] + earned * 0.6
        return round(net), round(12 * (gross + earned))

    def make_scores(self):
        """Chances of work per mille, by household and area, around a level of each."""
        level = {area["area_id"]: self.random.gauss(0, 60) for area in self.areas}
        self.scores = []
        for household in self.households:
            own = self.random.gauss(300, 120)
            for area, lift in level.items():
                chance = own + lift + self.random.gauss(0, 50)
                self.scores.append({"household_id": household["household_id"], "area_id": area,
                                    "score": min(950, max(10, round(chance)))})


def write(tables, folder):
    os.makedirs(folder, exist_ok=True)
    for name, rows in tables.items():
        path = os.path.join(folder, name + ".csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def main():
    words = [word for word in sys.argv[1:] if word != "--goals"]
    if len(words) != 4:
        sys.exit(__doc__.splitlines()[0])
    households, vacancies, seed = map(int, words[:3])
    write(Town(households, vacancies, seed, len(words) < len(sys.argv) - 1).make(), words[3])


if __name__ == "__main__":
    main()
