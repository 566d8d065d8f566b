# SPDX-License-Identifier: GPL-3.0-or-later
"""Rounds by name: 60x90, 60x90+goals, region-own, nation-any, 200x280x6-any, sites, caps, shared, even, key."""

import re

import country
import draw
import hard
import town

NAMES = "24x20, 60x40+goals, 500x400, region-own, nation-any, 200x280x6-own, " + ", ".join(hard.NAMES)


def write(name, seed, folder):
    """The number of its households."""
    tables = tables_of(name, seed)
    draw.write(tables, folder)
    return sum(1 for _ in tables["households"][1])


def tables_of(name, seed):
    if name in hard.NAMES:
        return hard.make(name, seed)
    plain = re.fullmatch(r"(\d+)x(\d+)(\+goals)?", name)
    if plain:
        made = town.Town(int(plain[1]), int(plain[2]), seed, bool(plain[3])).make()
        return {table: (list(rows[0]), [list(row.values()) for row in rows]) for table, rows in made.items()}
    size, whose = name.rsplit("-", 1)
    if whose not in ("own", "any"):
        raise ValueError(f"no such round: {name}; there are {NAMES}")
    return country.Country(*country.size(size), seed, whose == "own").tables()
