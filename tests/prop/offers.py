# SPDX-License-Identifier: GPL-3.0-or-later
"""For whom a dwelling is meant, and whether anybody may have it in this round."""

from datetime import timedelta

from kinds import COUNTED

HOUSEHOLD_WORDS = {
    "single": lambda h: h.adults == 1 and h.children == 0,
    "couple": lambda h: h.adults == 2 and h.children == 0,
    "family": lambda h: h.adults > 0 and h.children > 0,
    "minors": lambda h: h.adults == 0,
}


def fits(words, household):
    """True when one of the words is the household's, or there is none."""
    return not words or any(
        HOUSEHOLD_WORDS[word](household) if word in HOUSEHOLD_WORDS else word in household.labels
        for word in words)


def available(rules, dwelling):
    day = dwelling.available_from or rules.round_date
    if dwelling.hearing_from is None:
        return day
    return max(day, dwelling.hearing_from + timedelta(days=rules.hearing_days))


def turns(problem, section):
    """{flat: its number} of the private flats that an owner reports."""
    flats = [row for row in problem.dwellings.values()
             if row.kind == "private" and row.section_id == section.section_id]
    flats.sort(key=lambda row: (row.available, row.dwelling_id.encode()))
    return {row.dwelling_id: number
            for number, row in enumerate(flats, section.private_vacated_before + 1)}


def turn(problem, d):
    return turns(problem, problem.dwellings[d].section)[d]


def not_turns(problem):
    """The private flats of owners with a share whose turn is the owner's."""
    found = set()
    for section in problem.sections.values():
        if section.private_right is not None:
            part, whole = section.private_right
            found |= {d for d, number in turns(problem, section).items()
                      if -(-part * number // whole) == -(-part * (number - 1) // whole)}
    return found


def obstacles(problem, d):
    """Why nobody may have a dwelling this round, in the order of docs/rules.md."""
    row = problem.dwellings[d]
    if row.status != "free":
        yield row.status
    if row.market_rent is not None and row.rent > row.market_rent:
        yield "above_market"
    most = row.section.max_rent
    if most is not None and row.rent + row.utilities > most:
        yield "above_max_rent"
    if d in problem.not_turns:
        yield "not_turn"
    if problem.rules.right_mode == "offered" and row.kind in COUNTED and not row.offered:
        yield "not_offered"
