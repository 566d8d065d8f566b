# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the lines that examples/odense/README.md must have: odense_counts.py ROUND PLAN."""

import csv
import importlib.util
import json
import os
import sys

ROUND, PLAN = sys.argv[1:3]
KINDS = {"familie": "family", "ungdom": "youth", "ældre": "elderly", "privat": "private", "kommunal": "municipal",
         "delt": "shared", "unge": "minors", "midlertidig": "transit"}
FIGURES = {
    "QUOTA_PERSONS": "persons a year that the municipality is to receive",
    'RENT_M2["familie"]': "rent of a family dwelling, kr a m² and year",
    'RENT_M2["ungdom"]': "rent of a youth dwelling, kr a m² and year",
    'RENT_M2["ældre"]': "rent of an elderly dwelling, kr a m² and year",
    'MOVE_OUTS_PER_MILLE["familie"]': "family dwellings left in a year, of 1,000",
    'MOVE_OUTS_PER_MILLE["ungdom"]': "youth dwellings left in a year, of 1,000",
    "BENEFIT_SINGLE_PROVIDER": "benefit of a single parent, kr a month before tax",
    "BENEFIT_PROVIDER": "benefit of each parent of a couple",
    "BENEFIT_NO_CHILDREN": "benefit of an adult without children",
    "LIVING_SINGLE": "left for living, a single, kr a month",
    "LIVING_COUPLE": "left for living, a couple",
    "LIVING_CHILD": "left for living, each child",
}


def table(folder, name):
    with open(os.path.join(folder, name + ".csv"), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def number(text):
    return int(text.replace(".", "") or 0)


def span(values):
    low, high = min(values), max(values)
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def constants():
    spec = importlib.util.spec_from_file_location("make", os.path.join(ROUND, "make.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return vars(module)


def figures(known):
    for name, meaning in FIGURES.items():
        yield f"| {meaning} | `{name}` | {eval(name, known):,} |"


def supply(dwellings, placements):
    taken = [row["bolig"] for row in placements]
    for kind, english in KINDS.items():
        own = [row for row in dwellings if row["type"] == kind]
        cost = [number(row["husleje"]) + number(row["forbrug"]) for row in own]
        placed = sum(taken.count(row["bolig"]) for row in own)
        yield (f"| {english} | {len(own)} | {span([int(row['rum']) for row in own])} | "
               f"{span([int(row['areal']) for row in own])} | {span(cost)} | {placed} |")


def need(summary):
    for row in summary["placed_by_size"]:
        yield f"| {row['persons']} | {row['households']} | {row['placed']} |"


def sums(known, dwellings, summary):
    quota = known["QUOTA_PERSONS"]
    persons = summary["persons"]
    yield (f"* {quota} persons a year are {quota / 12:.0f} a month; the {persons} persons here are those of "
           f"{persons * 12 / quota:.1f} months.")
    for kind in ("familie", "ungdom"):
        homes = sum(section[2] for section in known["INVENTED_SECTIONS"] if section[4] == kind)
        left = sum(row["type"] == kind for row in dwellings)
        per_mille = known["MOVE_OUTS_PER_MILLE"][kind]
        yield (f"* {homes:,} {KINDS[kind]} homes × {per_mille} / 1,000 / 12 are {left} vacancies a month, "
               f"rounded section by section.")
    family = [row for row in dwellings if row["type"] == "familie"]
    rooms = sum(int(row["rum"]) for row in family) / len(family)
    m2 = sum(int(row["areal"]) for row in family) / len(family)
    yield f"* The family vacancies have {rooms:.1f} rooms and {m2:.1f} m² on average."
    cheap = sum(number(row["husleje"]) < 5000 for row in family)
    yield f"* {cheap} of the {len(family)} family vacancies cost less than 5,000 kr a month without utilities."
    fjeld = [f"S{place}" for place, section in enumerate(known["INVENTED_SECTIONS"], 1) if section[1] == "fjeld"]
    usable = {row["unit"]: min(row["entitlement"], row["reported"]) for row in summary["right"]}
    reported = sum(row["reported"] for row in summary["right"])
    used = sum(row["used"] for row in summary["right"])
    yield (f"* Of {reported} family and youth vacancies the right gives {sum(usable.values())}, "
           f"{sum(usable[unit] for unit in fjeld)} of them in the listed area; the plan takes {used}, "
           f"with what is agreed beyond the right.")


def large(dwellings):
    homes = [row for row in dwellings if row["type"] == "familie" and int(row["rum"]) >= 4]
    yield f"* {len(homes)} vacancies have four or five rooms: " + ", ".join(row["bolig"] for row in homes) + "."


def rights(sections, dwellings):
    for row in sections:
        if row["afdeling"] == "S8":
            before, taken, kept = (int(row[name]) for name in ("ledige_hidtil", "anvist_hidtil", "reserveret"))
            now = sum(dwelling["afdeling"] == "S8" for dwelling in dwellings)
            yield (f"S8 has had {before} vacancies this year and reports {now}: one in four of {before + now} is "
                   f"{(before + now) // 4}, of which {taken} are taken and {kept} is reserved for other citizens. "
                   f"Nothing is left.")


def shares(areas, known):
    share = known["INVENTED_AREA_SHARE"]
    for row in areas:
        if row["område"] == "sund":
            there, among = number(row["beboere"]), number(row["flygtninge"])
            most = max(p for p in range(100) if 100 * (among + p) <= share * (there + p))
            yield (f"sund has {there:,} residents, {among} of them refugees; with at most {share} % it takes "
                   f"{most} persons more.")


def main():
    known = constants()
    dwellings = table(ROUND, "boliger")
    with open(os.path.join(PLAN, "summary.json"), encoding="utf-8") as file:
        summary = json.load(file)
    lines = [*figures(known), *supply(dwellings, table(PLAN, "placements")), *need(summary),
             *sums(known, dwellings, summary), *large(dwellings), *rights(table(ROUND, "afdelinger"), dwellings),
             *shares(table(ROUND, "områder"), known)]
    print("\n".join(lines))


main()
