#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the round of examples/odense: python3 make.py [--goals] FOLDER [SEED].

A month of 60 households and 90 vacancies in an invented city that has the quota of Odense. A constant
with a source is published; one that begins with INVENTED_ is not, nor is what begins with STORY_, which
is placed by hand. With --goals the same round also has what the recommended goals look at: minutes to services,
free places at schools and in day-care, small children; and the rules ask for the profile. The same seed gives the same bytes on every machine: of the module random only
random() is used, for which Python's manual promises that in all versions.
"""

import datetime
import os
import random
import sys

SEED = 59
ROUND_DATE = datetime.date(2021, 10, 1)
INVENTED_MONTHS_COUNTED = 9  # the right is counted from 1 January

# Municipal quotas for 2015, Region of Southern Denmark: kl.dk, 27 March 2015.
QUOTA_PERSONS = 334

# Rent without heating, hot water and electricity, kr/m2 a year, 2021: Landsbyggefonden's rent statistics,
# family dwellings in Southern Denmark, youth and elderly dwellings in the whole country (vi-lejere.dk, lbf.dk).
RENT_M2 = {"familie": 737, "ungdom": 958, "ældre": 1117}
INVENTED_RENT_M2 = {"privat": 900, "kommunal": 737}

# Dwellings left in a year, of all dwellings of the kind, 2019: Landsbyggefonden, theme 2020:7.
MOVE_OUTS_PER_MILLE = {"familie": 104, "ungdom": 399}

# Self-support and repatriation benefit 2021, kr a month before tax: ishoj.dk, job.herning.dk.
BENEFIT_SINGLE_PROVIDER = 12437
BENEFIT_PROVIDER = 8703  # each adult of a couple with children
BENEFIT_NO_CHILDREN = 6219  # each adult

# What a household should have left for living: Dragør's guidance, dragoer.dk, year not stated.
LIVING_SINGLE, LIVING_COUPLE, LIVING_CHILD = 3600, 5800, 1300

# Rooms of a family dwelling, m2 and how many. No distribution was found; these give almost the published
# means of all almene dwellings, 2.7 rooms and 75.6 m2 (Landsbyggefonden, 2016).
INVENTED_ROOMS = [(1, 40, 6), (2, 61, 23), (3, 83, 25), (4, 102, 11), (5, 120, 2)]

# How newly arrived refugees lived, cohort of 2014: almost half in couples, 27 % single men, 9 % single
# women, 18 % several families together (uim.dk, Integration i tal 3/2016). Of 60: 28, 16, 5 and 11. Who
# exactly lives together, and with how many children, was not found.
INVENTED_HOUSEHOLDS = {
    "par": [(2, 0)] * 6 + [(2, 1)] * 7 + [(2, 2)] * 5 + [(2, 3)] * 4 + [(2, 4)] * 2 + [(2, 5)] * 2 + [(2, 6), (2, 7)],
    "enlige mænd": [(1, 0)] * 16,
    "enlige kvinder": [(1, 0)] * 2 + [(1, 1), (1, 2), (1, 3)],
    "flere familier": [(1, 0)] * 2 + [(1, 1), (1, 2), (1, 4), (2, 1), (3, 1), (3, 2), (3, 4), (3, 5), (0, 4)],
}

INVENTED_ALLOWANCE = 3900  # a month; 46,800 kr a year in 2021, not looked up
INVENTED_TAX_PERCENT = 37  # municipal and bottom tax together, not looked up
INVENTED_EARNINGS = [(0, 40), (1500, 20), (3000, 20), (6000, 12), (9000, 8)]  # kr a month, weight
INVENTED_UTILITIES_M2 = 10
# Child benefit was about 1,000 kr a month for each child in 2019 (babyklar.dk); newly arrived parents earn
# it over some years, so a third of it.
INVENTED_CHILD_BENEFIT = 330

# Area: name, residents, refugees, listed, most persons this round, plane coordinates. All invented, and so
# is that one of them is listed: no Danish city has a fell.
INVENTED_AREAS = [
    ("ager", 5200, 96, "nej", "", (2, 7)), ("bakke", 4100, 60, "nej", "", (5, 9)),
    ("eng", 6300, 110, "nej", "", (8, 6)), ("fjeld", 7400, 610, "ja", "", (9, 9)),
    ("hede", 3800, 45, "nej", "", (1, 2)), ("klit", 2900, 30, "nej", 12, (5, 1)),
    ("sund", 1700, 62, "nej", "", (8, 2)), ("vig", 4600, 71, "nej", "", (5, 5)),
]

# With --goals. Minutes to language school, work, buses, school, doctor and volunteers; free places at school and in
# day-care.
INVENTED_SERVICES = {
    "ager": (25, 35, 10, 10, 15, 40, 9, 4), "bakke": (30, 40, 15, 12, 20, 25, 12, 6),
    "eng": (20, 25, 10, 15, 10, 20, 8, 3), "fjeld": (35, 45, 15, 10, 15, 30, 4, 0),
    "hede": (45, 50, 30, 20, 35, 15, 14, 7), "klit": (50, 30, 40, 25, 40, 35, 6, 5),
    "sund": (30, 20, 20, 15, 20, 45, 3, 2), "vig": (10, 20, 5, 10, 5, 10, 7, 2),
}
SERVICES = ["adgang_sprogskole", "adgang_arbejde", "adgang_kollektiv", "adgang_skole", "adgang_læge",
            "adgang_frivillige", "skole", "dagtilbud"]
INVENTED_SMALL_CHILDREN = 3  # one child of so many, rounded up, is below school age
INVENTED_NIGHTS = 15000  # kr a month for a household without any place

# Section: organisation, area, homes, rent level in per cent, kind, own right in per mille, dwellings that the
# municipality could have taken before this month but did not, reserved for other citizens.
INVENTED_SECTIONS = [
    ("A", "ager", 520, 100, "familie", 0, 2, 0), ("A", "bakke", 410, 92, "familie", 0, 1, 0),
    ("A", "eng", 640, 105, "familie", 0, 2, 0), ("A", "vig", 350, 110, "familie", 0, 2, 0),
    ("B", "eng", 580, 97, "familie", 125, 0, 1), ("B", "fjeld", 620, 84, "familie", 0, 2, 0),
    ("B", "hede", 300, 95, "familie", 0, 2, 0), ("B", "vig", 470, 90, "familie", 0, 0, 1),
    ("C", "bakke", 350, 106, "familie", 0, 2, 0), ("C", "klit", 420, 94, "familie", 0, 1, 0),
    ("C", "sund", 300, 86, "familie", 0, 2, 0), ("C", "fjeld", 460, 84, "familie", 0, 1, 0),
    ("D", "ager", 520, 103, "familie", 0, 1, 0), ("D", "hede", 460, 98, "familie", 0, 2, 0),
    ("D", "klit", 520, 108, "familie", 0, 1, 0), ("D", "vig", 460, 104, "familie", 0, 2, 0),
    ("A", "vig", 150, 98, "ungdom", 0, 1, 0), ("B", "ager", 120, 95, "ungdom", 0, 1, 0),
    ("D", "sund", 90, 104, "ungdom", 0, 0, 0), ("C", "bakke", 180, 100, "ældre", 0, 0, 0),
    ("", "hede", "", 100, "kommunal", 0, 0, 0), ("", "eng", "", 100, "privat", 0, 0, 0),
]
INVENTED_AREA_SHARE = 4  # per cent of the residents, refugees among them
INVENTED_EXTRA = {"A": (0, 0), "B": (2, 2), "C": (3, 2), "D": (0, 0)}

# Dwellings outside the count of the right: section, kind, rooms, m2, places.
INVENTED_OTHERS = [
    (20, "ældre", 2, 58, ""), (20, "ældre", 2, 62, ""), (20, "ældre", 2, 67, ""), (20, "ældre", 3, 74, ""),
    (21, "kommunal", 3, 80, ""), (21, "delt", 4, 16, 4), (21, "unge", 5, 18, 5), (21, "midlertidig", 8, 15, 10),
    (22, "privat", 2, 55, ""), (22, "privat", 3, 84, ""), (22, "privat", 3, 90, ""),
]
INVENTED_ROOM_RENT = {"delt": 1450, "unge": 2200, "midlertidig": 1900}
INVENTED_ROOM_UTILITIES = 250
INVENTED_OWN_NAMES = {"kommunal": "Kommunens egne boliger", "privat": "Aftaler med private udlejere"}
INVENTED_FREE_AFTER = [(0, 10), (14, 20), (31, 30), (45, 15), (61, 20), (106, 5)]  # days, weight

# The large homes, and whoever competes for them, are placed by hand: dwelling, rooms and m2; household,
# adults, children, earnings, cells that are not drawn.
STORY_SIZES = {number: (4, 102) for number in (4, 8, 20, 26, 27, 33, 34, 44, 48, 49, 65)}
STORY_SIZES.update({24: (5, 120), 47: (5, 120)})
CALM = {"prioritet": "", "trinfri": "nej", "undgår": ""}
STORY_HOUSEHOLDS = {
    8: (2, 7, 6000, CALM),
    12: (1, 0, 0, {**CALM, "studerende": "nej"}),
    17: (2, 5, 600, {**CALM, "venter_siden": "20-09-2021"}),
    21: (2, 5, 0, CALM),
    26: (2, 6, 2200, CALM),
    29: (1, 0, 0, {**CALM, "følge": "P1"}),
    30: (1, 0, 0, {**CALM, "følge": "P1"}),
    34: (3, 4, 0, {**CALM, "venter_siden": "14-03-2021", "ønsker": "", "undgår": "vig"}),
    35: (3, 5, 0, {**CALM, "trinfri": "ja"}),
    40: (1, 4, 1200, CALM),
    44: (0, 4, 0, CALM),
    50: (2, 2, 0, CALM),
}
STORY_STEP_FREE = {33: "ja", 34: "ja", **{number: "nej" for number in (4, 8, 20, 44, 65)}}
STORY_DECISIONS = [
    ("H12", "D85", "afslag", "", "Vil ikke dele bolig"),
    ("H23", "D11", "forbyd", "", "Et barn skal skærmes mod en person i opgangen"),
    ("H40", "D30", "tillad", "husleje", "Begynder i arbejde 1. november, og lønnen dækker forskellen"),
    ("H50", "D84", "fastlås", "", "Bor der allerede på en midlertidig aftale, som kan gøres varig"),
]


class City:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def drawn(self, choices):
        """One of (value, weight)."""
        left = self.random.random() * sum(weight for _, weight in choices)
        for value, weight in choices:
            left -= weight
            if left < 0:
                break
        return value

    def one_of(self, values):
        return self.drawn([(value, 1) for value in values])

    def maybe(self, chance):
        return self.random.random() < chance

    def shuffled(self, values):
        return sorted(values, key=lambda _: self.random.random())

    def make(self):
        self.make_sections()
        self.make_dwellings()
        self.make_households()
        return {"områder": areas(), "boligorganisationer": self.organisations(),
                "afdelinger": self.sections, "boliger": self.dwellings,
                "husstande": self.households, "beslutninger": decisions(), "regler": rules()}

    def make_sections(self):
        self.sections = []
        for number, section in enumerate(INVENTED_SECTIONS, 1):
            organisation, area, homes, _, kind, right, spared, reserved = section
            vacated = moved_out(homes, kind, INVENTED_MONTHS_COUNTED)
            earned = vacated * (right or 250) // 1000
            self.sections.append({
                "afdeling": f"S{number}", "organisation": organisation, "område": area,
                "navn": f"Afdeling {number}" if organisation else INVENTED_OWN_NAMES[kind],
                "anvisningsandel": f"{right // 10},{right % 10}" if right else "", "ledige_hidtil": vacated or "",
                "anvist_hidtil": earned - spared if vacated else "",
                "reserveret": reserved or "", "boliger_i_alt": homes})

    def organisations(self):
        rows = []
        for name, (agreed, used) in INVENTED_EXTRA.items():
            own = [section for section in INVENTED_SECTIONS if section[0] == name]
            moves = sum(moved_out(homes, kind, 12) for _, _, homes, _, kind, *_ in own)
            rows.append({"organisation": name, "navn": f"Boligorganisation {name}",
                         "fraflytninger_sidste_år": moves,
                         "ekstra_boliger": agreed, "ekstra_brugt": used})
        return rows

    def make_dwellings(self):
        self.dwellings = []
        sizes = [(rooms, m2) for rooms, m2, count in INVENTED_ROOMS for _ in range(count)]
        for size in STORY_SIZES.values():
            sizes.remove(size)
        sizes = self.shuffled(sizes)
        for number, (_, _, homes, _, kind, *_) in enumerate(INVENTED_SECTIONS, 1):
            for _ in range(moved_out(homes, kind, 1)):
                rooms, m2 = STORY_SIZES.get(len(self.dwellings) + 1) or self.size(kind, sizes)
                self.add_dwelling(number, kind, rooms, m2, "")
        for other in INVENTED_OTHERS:
            self.add_dwelling(*other)

    def size(self, kind, sizes):
        rooms, m2 = sizes.pop() if kind == "familie" else (1, 31)
        return rooms, m2 + self.one_of(range(-4, 5))

    def add_dwelling(self, section, kind, rooms, m2, places):
        number = len(self.dwellings) + 1
        level = INVENTED_SECTIONS[section - 1][3]
        rate = RENT_M2.get(kind) or INVENTED_RENT_M2.get(kind)
        rent = m2 * rate * level // 1200 if rate else INVENTED_ROOM_RENT[kind]
        utilities = m2 * INVENTED_UTILITIES_M2 if rate else INVENTED_ROOM_UTILITIES
        days, lift = self.drawn(INVENTED_FREE_AFTER), self.maybe(0.2)
        if kind in ("unge", "midlertidig", "kommunal"):
            days = 0
        elif number in STORY_SIZES:
            days = 31
        step_free = STORY_STEP_FREE.get(number) or yes(kind in ("ældre", "unge") or lift)
        self.dwellings.append({
            "bolig": f"D{number}", "afdeling": f"S{section}", "type": kind,
            "rum": rooms, "areal": m2, "husleje": kroner(rent), "forbrug": kroner(utilities),
            "pladser": places, "trinfri": step_free,
            "ledig_fra": date(ROUND_DATE + datetime.timedelta(days=days)),
            "lejemål_slut": "30-09-2024" if kind == "privat" else ""})

    def make_households(self):
        self.households = []
        kinds = sum(INVENTED_HOUSEHOLDS.values(), [])
        for told in STORY_HOUSEHOLDS.values():
            kinds.remove(told[:2])
        kinds = self.shuffled(kinds)
        for number in range(1, len(kinds) + len(STORY_HOUSEHOLDS) + 1):
            told = STORY_HOUSEHOLDS.get(number)
            self.add_household(number, *(told or (*kinds.pop(), None, {})))
        self.let_them_wait()

    def add_household(self, number, adults, children, earnings, cells):
        drawn = self.drawn(INVENTED_EARNINGS)
        earnings = drawn if earnings is None else earnings
        single = adults + children == 1
        wished = self.shuffled([area[0] for area in INVENTED_AREAS if area[3] == "nej"])
        wishes = self.drawn([(0, 50), (1, 30), (2, 20)]) if adults else 0
        net, gross = income(adults, children, earnings)
        self.households.append({
            "husstand": f"H{number}", "voksne": adults, "børn": children, "venter_siden": "",
            "prioritet": 2 if self.maybe(0.08) else "",
            "nettoindkomst": kroner(net) if adults else "", "indkomst": kroner(gross) if adults else "",
            "trinfri": yes(self.maybe(0.06)), "studerende": yes(single and self.maybe(0.3)),
            "følge": "", "ønsker": " ".join(sorted(wished[:wishes])),
            "undgår": wished[2] if self.maybe(0.05) else "", **cells})

    def let_them_wait(self):
        """Each month brings the persons of a month's quota, the last month first."""
        persons = 0
        for household in self.shuffled(self.households):
            month = persons // round(QUOTA_PERSONS / 12)
            days = 30 * month + self.one_of(range(1, 30))
            drawn = date(ROUND_DATE - datetime.timedelta(days=days))
            household["venter_siden"] = household["venter_siden"] or drawn
            persons += household["voksne"] + household["børn"]


def moved_out(homes, kind, months):
    """How many dwellings of a section fell vacant, rounded to the nearest."""
    if kind not in MOVE_OUTS_PER_MILLE:
        return 0
    return (2 * homes * MOVE_OUTS_PER_MILLE[kind] * months + 12000) // 24000


def income(adults, children, earnings):
    """Net kroner a month and gross kroner a year."""
    each = [BENEFIT_NO_CHILDREN] * adults
    if children:
        each[:2] = [BENEFIT_SINGLE_PROVIDER] if adults == 1 else [BENEFIT_PROVIDER] * 2
    if each:
        each[0] += earnings
    net = sum(gross - max(0, gross - INVENTED_ALLOWANCE) * INVENTED_TAX_PERCENT // 100 for gross in each)
    return net + INVENTED_CHILD_BENEFIT * children, 12 * sum(each)


def areas():
    return [{"område": name, "navn": f"Område {name.capitalize()}", "x": x, "y": y,
             "beboere": kroner(residents), "flygtninge": refugees, "udsat": listed,
             "maks_personer": most}
            for name, residents, refugees, listed, most, (x, y) in INVENTED_AREAS]


def decisions():
    return [{"husstand": household, "bolig": dwelling, "beslutning": decision, "regel": rule,
             "af": "boligteamet", "begrundelse": reason}
            for household, dwelling, decision, rule, reason in STORY_DECISIONS]


def rules():
    living = "Dragør Kommunes vejledende rådighedsbeløb"
    given = [("rundedato", date(ROUND_DATE), ""),
             ("behov_tæller", "personer", "opdigtet beslutning"),
             ("anvisningsandel", 25, "almenboligloven § 59, stk. 1"),
             ("boligstøtte", ROUND_DATE.year, "lov om boligstøtte §§ 14, 22 og 23"),
             ("rådighedsbeløb_enlig", kroner(LIVING_SINGLE), living),
             ("rådighedsbeløb_par", kroner(LIVING_COUPLE), living),
             ("rådighedsbeløb_barn", kroner(LIVING_CHILD), living),
             ("område_maks_andel", INVENTED_AREA_SHARE, "opdigtet beslutning om at sprede anvisningerne")]
    return [{"regel": rule, "værdi": value, "kilde": source} for rule, value, source in given]


def add_goals(tables):
    for area in tables["områder"]:
        area.update(zip(SERVICES, INVENTED_SERVICES[area["område"]]))
    for household in tables["husstande"]:
        household["små_børn"] = -(-household["børn"] // INVENTED_SMALL_CHILDREN)
    given = [("profil", "anbefalet", "opdigtet beslutning"), ("trin", "behov pasning udgift", ""),
             ("udgift_uden_plads", kroner(INVENTED_NIGHTS), "opdigtet pris for et hotel")]
    tables["regler"] += [{"regel": rule, "værdi": value, "kilde": source} for rule, value, source in given]


def kroner(whole):
    """1234567 as 1.234.567"""
    return f"{whole:,}".replace(",", ".")


def date(day):
    return day.strftime("%d-%m-%Y")


def yes(true):
    return "ja" if true else "nej"


def write(folder, name, rows):
    lines = [";".join(rows[0])] + [";".join(map(str, row.values())) for row in rows]
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8-sig", newline="") as file:
        file.write("".join(line + "\r\n" for line in lines))


def main():
    words = [word for word in sys.argv[1:] if word != "--goals"]
    if len(words) not in (1, 2):
        sys.exit("usage: make.py [--goals] FOLDER [SEED]")
    os.makedirs(words[0], exist_ok=True)
    tables = City(int(words[1]) if len(words) == 2 else SEED).make()
    if len(words) < len(sys.argv) - 1:
        add_goals(tables)
    for name, rows in tables.items():
        write(words[0], name, rows)


if __name__ == "__main__":
    main()
