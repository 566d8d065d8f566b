# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the round of an invented region or country.

python3 country.py [--municipality own|any] region|nation|HOUSEHOLDSxVACANCIESxMUNICIPALITIES SEED FOLDER

The same arguments give the same bytes. A region is 3000 households and 4000 vacancies in 19 municipalities, the
nation 14000 and 20000 in 98. With `own` every household has its municipality; with `any` the same households may
live in all of them. Figures that have a source are in almene.csv and municipalities.csv beside this file; what is
assumed stands below, named so, or in town.py."""

import argparse
import datetime

import town
from draw import Draw, beside, shares, write

SIZES = {"region": (3000, 4000, 19), "nation": (14000, 20000, 98)}
# The region of the bench has the sizes of this region's municipalities.
REGION = "Midtjylland"

# Assumed: how far households and vacancies of a municipality deviate from its share of the population.
ASSUMED_HOUSEHOLDS_DEVIATION = 0.4
ASSUMED_VACANCIES_DEVIATION = 0.25
# Assumed: vacancies an area and a section, most types of flat in a section, most vacancies in one.
ASSUMED_AREA_VACANCIES = 9
ASSUMED_SECTION_VACANCIES = 3
ASSUMED_TYPES = 3
# Assumed: a municipality with fewer areas has no listed one, as those are in larger towns.
ASSUMED_AREAS_BEFORE_LISTED = 5
# Assumed: of the vacancies this share becomes free on the first of a month, the rest on a fifteenth.
ASSUMED_FIRST_OF_MONTH = 0.8
# Assumed: chances of work per mille, of the area and what the household's own raise them.
ASSUMED_AREA_CHANCE = (250, 80)
ASSUMED_OWN_CHANCE = (120, 60)
# Assumed: rents of a section against those of its region; of the two regions whose rents were not found, the country's.
ASSUMED_RENT_LEVEL = (0.80, 1.20)
# Assumed: refugees of whom the municipality is told so many days ahead, and how long a home may then stand empty.
ASSUMED_ARRIVAL_DAYS = 60
ASSUMED_HORIZON_DAYS = 14
# Assumed: less of them earn than in town.py, since they have just come.
ASSUMED_WORK = {0: 75, 2500: 13, 6000: 8, 12000: 4}

AREA_COLUMNS = ["area_id", "municipality", "residents", "refugees", "listed", "max_persons", "max_children",
                "max_share", "points_work"]
ORGANISATION_COLUMNS = ["organisation_id", "extra_dwellings", "extra_used"]
SECTION_COLUMNS = ["section_id", "organisation_id", "area_id", "homes", "vacated_before", "taken_before",
                   "reserved", "max_households"]
DWELLING_COLUMNS = ["dwelling_id", "section_id", "kind", "rooms", "area_m2", "places", "rent", "utilities",
                    "step_free", "available_from"]
HOUSEHOLD_COLUMNS = ["household_id", "adults", "children", "waiting_since", "priority", "net_income", "income",
                     "step_free", "student", "group", "party", "wishes", "avoid", "arrival", "municipality"]
SCORE_COLUMNS = ["household_id", "area_id", "score"]


class Municipality:
    def __init__(self, name, region, population):
        self.name, self.region, self.population = name, region, population
        self.households = self.vacancies = 0
        self.areas, self.organisations, self.sections = [], [], []


class Country:
    def __init__(self, households, vacancies, municipalities, seed, own):
        self.draw = Draw(f"country {households} {vacancies} {municipalities} {seed}")
        self.figures = town.read_figures()
        self.own, self.household_count = own, households
        self.municipalities = self.drawn_municipalities(municipalities)
        self.share_out(households, vacancies)
        self.areas, self.organisations, self.sections, self.dwellings = [], [], [], []
        self.kinds = self.kinds_of_vacancies()
        for municipality in self.municipalities:
            self.make_places(municipality)
        self.households, self.homes = [], []
        for municipality in self.municipalities:
            self.make_households(municipality)

    def drawn_municipalities(self, count):
        known = beside("municipalities.csv")
        of_region = [line for line in known if line["region"] == REGION]
        lines = of_region if count <= len(of_region) else known
        return [Municipality(line["name"], line["region"], int(line["population"])) for line in lines[:count]]

    def share_out(self, households, vacancies):
        def deviated(deviation):
            return [municipality.population * max(0.2, 1 + deviation * self.draw.normal())
                    for municipality in self.municipalities]
        for municipality, count in zip(self.municipalities,
                                       shares(households, deviated(ASSUMED_HOUSEHOLDS_DEVIATION))):
            municipality.households = count
        for municipality, count in zip(self.municipalities,
                                       shares(vacancies, deviated(ASSUMED_VACANCIES_DEVIATION))):
            municipality.vacancies = count

    def kinds_of_vacancies(self):
        figures = self.figures
        family = figures["family_share"] * figures["moveout_rate_family"]
        youth = (1 - figures["family_share"]) / 2 * figures["moveout_rate_youth"]
        return {"family": town.ASSUMED_ALMENE * family / (family + youth),
                "youth": town.ASSUMED_ALMENE * youth / (family + youth), **town.ASSUMED_OTHER_KINDS}

    def make_places(self, municipality):
        level = self.draw.normal()
        self.make_areas(municipality, level)
        sections = max(1, round(municipality.vacancies / ASSUMED_SECTION_VACANCIES))
        per_organisation = self.figures["sections"] / self.figures["organisations"]
        for _ in range(max(1, round(sections / per_organisation))):
            self.make_organisation(municipality)
        for _ in range(sections):
            self.make_section(municipality)
        for _ in range(municipality.vacancies):
            self.make_dwelling(self.draw.of(municipality.sections))

    def make_areas(self, municipality, level):
        draw = self.draw
        count = max(1, round(municipality.vacancies / ASSUMED_AREA_VACANCIES))
        persons = 2.3 * municipality.households / count
        for _ in range(count):
            name = f"O{len(self.areas) + 1:04}"
            residents = draw.around(3000, 0.3)
            refugees = round(residents * (0.005 + 0.04 * draw.random()))
            listed = "yes" if draw.maybe(town.ASSUMED_LISTED) and count >= ASSUMED_AREAS_BEFORE_LISTED else "no"
            most_persons = draw.around(1.2 * persons, 0.25) if draw.maybe(0.6) else ""
            most_children = draw.around(0.5 * persons, 0.25) if draw.maybe(0.3) else ""
            share = 5 if draw.maybe(0.3) else ""
            mean, deviation = ASSUMED_AREA_CHANCE
            chance = max(0, round(mean + deviation * (level + draw.normal()) / 1.4))
            municipality.areas.append(name)
            self.areas.append((name, municipality.name, residents, refugees, listed, most_persons,
                               most_children, share, chance))

    def make_organisation(self, municipality):
        name = f"B{len(self.organisations) + 1:03}"
        agreed = self.draw.of([0, 0, 1, 2, 3])
        municipality.organisations.append(name)
        self.organisations.append((name, agreed, self.draw.between(0, agreed)))

    def make_section(self, municipality):
        draw, figures = self.draw, self.figures
        name = f"A{len(self.sections) + 1:04}"
        homes = draw.around(figures["dwellings"] / figures["sections"], 0.4)
        vacated = draw.times(homes, figures["moveout_rate_family"] * town.ASSUMED_MONTHS_COUNTED / 12)
        taken = draw.times(vacated, figures["assigned_share"])
        reserved = 1 if draw.maybe(0.05) else 0
        most = draw.between(1, 3) if draw.maybe(0.3) else ""
        self.sections.append((name, draw.of(municipality.organisations), draw.of(municipality.areas), homes,
                              vacated, taken, reserved, most))
        first, last = ASSUMED_RENT_LEVEL
        family = figures["rent_m2_year_family"]
        level = figures.get("rent_m2_year_family_" + municipality.region, family) / family
        level *= first + (last - first) * draw.random()
        municipality.sections.append((name, [self.flat(level) for _ in range(draw.between(1, ASSUMED_TYPES))]))

    def flat(self, level):
        """A type of flat of a section: everything but the day on which one is free."""
        draw = self.draw
        kind = draw.weighted(self.kinds)
        if kind in ("shared", "transit"):
            rooms = draw.between(3, 5)
            return (kind, rooms, 20, draw.between(2, rooms), draw.around(town.ASSUMED_ROOM_RENT, 0.1), 200, "no")
        youth = kind == "youth"
        rooms = draw.weighted({1: 70, 2: 30} if youth else town.ASSUMED_ROOMS)
        m2 = draw.around((town.ASSUMED_YOUTH_M2 if youth else town.ASSUMED_M2)[rooms], 0.08)
        rate = self.figures["rent_m2_year_" + (kind if kind in ("youth", "elderly") else "family")]
        return (kind, rooms, m2, "", round(m2 * rate * level / 12), round(m2 * town.ASSUMED_UTILITIES_M2),
                "yes" if kind == "elderly" or draw.maybe(0.25) else "no")

    def make_dwelling(self, section):
        name, types = section
        kind, rooms, m2, places, rent, utilities, step_free = self.draw.of(types)
        day = 1 if self.draw.maybe(ASSUMED_FIRST_OF_MONTH) else 15
        free = town.ROUND_DATE.replace(month=town.ROUND_DATE.month + self.draw.below(3), day=day)
        if kind == "transit":
            free = town.ROUND_DATE
        self.dwellings.append((f"D{len(self.dwellings) + 1:05}", name, kind, rooms, m2, places, rent, utilities,
                               step_free, free))

    def make_households(self, municipality):
        weights = {(adults, children): weight for adults, children, weight in town.ASSUMED_HOUSEHOLDS}
        singles, first = [], len(self.households)
        for _ in range(municipality.households):
            adults, children = self.draw.weighted(weights)
            if adults + children == 1:
                singles.append(len(self.households))
            self.households.append(self.household(municipality, adults, children))
            self.homes.append(municipality)
        parties = self.draw.several(singles, 2 * (len(singles) // 25))
        for number, member in enumerate(parties):
            self.households[member][HOUSEHOLD_COLUMNS.index("party")] = f"P{first + number // 2 + 1}"

    def household(self, municipality, adults, children):
        draw = self.draw
        net, income = self.money(adults, children)
        waiting = town.ROUND_DATE - datetime.timedelta(days=draw.between(0, 540))
        arrival = town.ROUND_DATE + datetime.timedelta(days=draw.below(ASSUMED_ARRIVAL_DAYS))
        areas = draw.several(municipality.areas, 3)
        wished = areas[:draw.between(0, 2)]
        avoided = areas[2] if len(areas) == 3 and draw.maybe(0.05) else ""
        return [f"H{len(self.households) + 1:05}", adults, children, waiting,
                draw.weighted({1: 85, 2: 12, 3: 3}), net, income, "yes" if draw.maybe(0.05) else "no",
                "yes" if adults == 1 and children == 0 and draw.maybe(0.2) else "no", draw.of(town.LANGUAGES),
                "", " ".join(wished), avoided, arrival, municipality.name if self.own else ""]

    def money(self, adults, children):
        """Net kroner a month and gross kroner a year."""
        figures, draw = self.figures, self.draw
        if adults == 1:
            kind = "single_provider" if children else "single"
            gross = figures["benefit_single_provider" if children else "benefit_non_provider"]
        else:
            kind = "couple"
            gross = adults * figures["benefit_provider_per_adult" if children else "benefit_non_provider"]
        work = draw.weighted(ASSUMED_WORK)
        earned = draw.around(work, 0.2) if work else 0
        return round(gross * town.ASSUMED_NET[kind] + earned * 0.6), round(12 * (gross + earned))

    def scores(self):
        """What the household's own chances add in its municipality, and for `any` in another one."""
        draw = self.draw
        mean, deviation = ASSUMED_OWN_CHANCE
        for household, home in zip(self.households, self.homes):
            other = draw.of(self.municipalities)
            areas = home.areas + other.areas if not self.own and other is not home else home.areas
            own = mean + deviation * draw.normal()
            for area in areas:
                yield household[0], area, max(0, round(own + deviation * draw.normal()))

    def rules(self):
        given = [("round_date", town.ROUND_DATE, ""), ("housing_benefit", "auto", ""),
                 ("need_counts", "persons", ""),
                 ("horizon_days", ASSUMED_HORIZON_DAYS, ""), ("weight_points_work", 1, ""),
                 ("group_max_persons", 15, "bench: so that the rule takes part")]
        return given + [(name, round(self.figures[name]), "furesoe.dk") for name in
                        ("living_minimum_single", "living_minimum_couple", "living_minimum_child")]

    def tables(self):
        return {"areas": (AREA_COLUMNS, self.areas),
                "organisations": (ORGANISATION_COLUMNS, self.organisations),
                "sections": (SECTION_COLUMNS, self.sections),
                "dwellings": (DWELLING_COLUMNS, self.dwellings),
                "households": (HOUSEHOLD_COLUMNS, self.households),
                "scores": (SCORE_COLUMNS, self.scores()),
                "rules": (["rule", "value", "source"], self.rules())}


def size(word):
    numbers = SIZES.get(word) or tuple(int(part) for part in word.split("x"))
    if len(numbers) != 3 or not 0 < numbers[2] <= 98:
        raise ValueError(word)
    return numbers


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--municipality", choices=("own", "any"), default="own")
    parser.add_argument("size", type=size, help="region, nation or HOUSEHOLDSxVACANCIESxMUNICIPALITIES")
    parser.add_argument("seed", type=int)
    parser.add_argument("folder")
    given = parser.parse_args()
    write(Country(*given.size, given.seed, given.municipality == "own").tables(), given.folder)


if __name__ == "__main__":
    main()
