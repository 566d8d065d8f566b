# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a small round of a hard kind: python3 hard.py sites|caps|shared|even|key SEED FOLDER

sites   households of many sizes into few sites with exactly enough places
caps    several areas with caps on persons that together are as many as the persons, and hardly ever fit
shared  parties of two to four into shared dwellings with exactly enough places
even    a town of town.py, 60 by 90, with weight_even as its only goal besides score and wish
key     the same with weight_key

The same arguments give the same bytes. In sites and shared everybody can be placed, as the places were drawn
from such a plan; but the plan is not told."""

import datetime
import sys

import town
from draw import Draw, write

DAY = town.ROUND_DATE
SITES, CAPPED_AREAS, SHARED_HOMES = 6, 5, 14
HOUSEHOLD_COLUMNS = ["household_id", "adults", "children", "waiting_since", "party"]
DWELLING_COLUMNS = ["dwelling_id", "section_id", "kind", "rooms", "places", "rent"]
SECTION_COLUMNS = ["section_id", "area_id", "homes"]
AREA_COLUMNS = ["area_id", "residents", "max_persons"]
SCORE_COLUMNS = ["household_id", "dwelling_id", "score"]


def household(draw, number, persons, party=""):
    adults = 1 if persons == 1 or draw.maybe(0.2) else 2
    waiting = DAY - datetime.timedelta(days=draw.between(0, 540))
    return [f"H{number:03}", adults, persons - adults, waiting, party]


def persons(household):
    return household[1] + household[2]


def scores(draw, households, dwellings):
    return [(home[0], dwelling[0], draw.between(0, 300)) for home in households for dwelling in dwellings]


def tables(draw, households, dwellings, areas, rules=()):
    """Every dwelling is a section of its own, and dwelling k lies in area k, modulo their number."""
    sections = [(dwelling[1], areas[number % len(areas)][0], 40) for number, dwelling in enumerate(dwellings)]
    rules = [("round_date", DAY, ""), ("affordability", "off", ""), ("right", 100, "bench"), *rules]
    return {"areas": (AREA_COLUMNS, areas), "sections": (SECTION_COLUMNS, sections),
            "dwellings": (DWELLING_COLUMNS, dwellings), "households": (HOUSEHOLD_COLUMNS, households),
            "scores": (SCORE_COLUMNS, scores(draw, households, dwellings)),
            "rules": (["rule", "value", "source"], rules)}


def shuffled(draw, households):
    """In another order, and named by it, so that the drawn plan does not show."""
    mixed = draw.several(households, len(households))
    return [[f"H{number:03}", *home[1:]] for number, home in enumerate(mixed, 1)]


def sites(draw):
    households, dwellings = [], []
    for number in range(1, SITES + 1):
        inside = [household(draw, 0, draw.between(1, 9)) for _ in range(draw.between(4, 8))]
        households += inside
        dwellings.append((f"D{number:02}", f"A{number:02}", "site", 6, sum(map(persons, inside)), 3000))
    return tables(draw, shuffled(draw, households), dwellings, [("O1", 4000, "")])


def caps(draw):
    """Homes enough for all in every area: only the caps are scarce."""
    households = [household(draw, number, draw.between(3, 9)) for number in range(1, 41)]
    left = sum(map(persons, households))
    areas = []
    for number in range(1, CAPPED_AREAS + 1):
        most = left if number == CAPPED_AREAS else draw.around(left / (CAPPED_AREAS - number + 1), 0.15)
        left -= most
        areas.append((f"O{number}", 4000, most))
    dwellings = [(f"D{number:03}", f"A{number:03}", "family", 5, "", 5000) for number in range(1, 66)]
    return tables(draw, households, dwellings, areas, [("spare_rooms", "none", "")])


def shared(draw):
    households, dwellings, parties = [], [], 0
    for number in range(1, SHARED_HOMES + 1):
        places = draw.between(3, 6)
        dwellings.append((f"D{number:02}", f"A{number:02}", "shared", places, places, 2500))
        while places:
            members = min(places, draw.between(1, 4))
            parties += 1
            party = f"P{parties}" if members > 1 else ""
            households += [household(draw, 0, 1, party) for _ in range(members)]
            places -= members
    return tables(draw, shuffled(draw, households), dwellings, [("O1", 4000, "")])


def town_with(goal, seed):
    made = town.Town(60, 90, seed, goals=True).make()
    kept = [rule for rule in made["rules"] if rule["rule"] not in ("profile", "stages")]
    made["rules"] = kept + [{"rule": "weight_" + goal, "value": {"even": 10, "key": 50}[goal], "source": ""}]
    return {name: (list(rows[0]), [list(row.values()) for row in rows]) for name, rows in made.items()}


KINDS = {"sites": sites, "caps": caps, "shared": shared}
NAMES = [*KINDS, "even", "key"]


def make(kind, seed):
    return KINDS[kind](Draw(f"{kind} {seed}")) if kind in KINDS else town_with(kind, seed)


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in NAMES:
        sys.exit(__doc__.splitlines()[0])
    write(make(sys.argv[1], int(sys.argv[2])), sys.argv[3])


if __name__ == "__main__":
    main()
