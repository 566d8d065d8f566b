# SPDX-License-Identifier: GPL-3.0-or-later
"""The goals of the plan, docs/rules.md: what each costs a whole plan, counted from its sentence."""

from collections import Counter
from fractions import Fraction
from math import floor

import right
from kinds import COUNTED, ONE_HOUSEHOLD, SEVERAL

KINDS_OF_HOMES = ("family", "youth", "elderly")


def school_children(household):
    return household.children - household.small_children


def children(problem, plan, column, count):
    """Each area with the number of free places: how many are placed beyond it."""
    there = Counter()
    for h, d in plan.items():
        there[problem.dwellings[d].area_id] += count(problem.households[h])
    for name, area in problem.areas.items():
        places = getattr(area, column)
        if places is not None:
            beyond = max(0, there[name] - places)
            yield name, beyond, beyond


def town_level(problem):
    """None where no area has residents."""
    areas = [area for area in problem.areas.values() if area.residents]
    if not areas:
        return None
    persons = sum(h.persons for h in problem.households.values())
    return floor(Fraction(1000 * (sum(area.refugees for area in areas) + persons),
                          sum(area.residents for area in areas)))


def step_above(problem, area, person):
    """How far the level is above the town's with so many persons placed."""
    level = floor(Fraction(1000 * (area.refugees + person), area.residents))
    return max(0, level - town_level(problem))


def even(problem, plan):
    placed = Counter()
    for h, d in plan.items():
        placed[problem.dwellings[d].area_id] += problem.households[h].persons
    for name, area in problem.areas.items():
        if area.residents:
            steps = sum(step_above(problem, area, j) for j in range(1, placed[name] + 1))
            yield name, placed[name], steps


def holds_persons(problem, d):
    """The persons that a dwelling can hold: J of the evenness adds these up."""
    row = problem.dwellings[d]
    lawful = [problem.households[h].persons for h, name in problem.pairs if name == d]
    if row.kind in SEVERAL:
        return row.places if lawful else 0
    return max(lawful, default=0) if row.kind in ONE_HOUSEHOLD else 0


def move_outs(organisation):
    if organisation.vacated_last_year is not None:
        return organisation.vacated_last_year
    found = []
    for kind in KINDS_OF_HOMES:
        homes = getattr(organisation, "homes_" + kind)
        moves = getattr(organisation, "moves_" + kind)
        if homes is not None and moves is not None:
            found.append(homes * Fraction(*moves))
    return floor(sum(found) + Fraction(1, 2)) if found else None


def in_key(problem):
    """{organisation: last year's move-outs} of those that share."""
    found = {name: move_outs(row) for name, row in problem.organisations.items()}
    found = {name: moves for name, moves in found.items() if moves is not None}
    return found if any(found.values()) else {}


def lawful_dwellings(problem, organisation):
    """Family and youth dwellings that somebody may have."""
    return sorted({d for _, d in problem.pairs
                   if problem.dwellings[d].kind in COUNTED
                   and problem.dwellings[d].section.organisation_id == organisation})


def can_take(problem, organisation):
    there = len(lawful_dwellings(problem, organisation))
    if problem.rules.right_mode == "offered":
        return there
    units = [unit for unit in right.every_unit(problem).values()
             if unit.organisation == organisation]
    most = sum(unit.entitlement + unit.pool for unit in units)
    return min(there, most + right.extras_left(problem, organisation))


def key_total(problem):
    if problem.rules.key_dwellings is not None:
        return problem.rules.key_dwellings
    with_adult = sum(1 for h in problem.households.values() if h.adults)
    return min(with_adult, sum(can_take(problem, name) for name in in_key(problem)))


def key_targets(problem):
    """{organisation: target}, by largest remainder, ties in order of id."""
    moves = in_key(problem)
    whole = sum(moves.values())
    total = key_total(problem)
    targets = {name: total * m // whole for name, m in moves.items()}
    left = total - sum(targets.values())
    order = sorted(moves, key=lambda name: (-(total * moves[name] % whole), name.encode()))
    for name in order[:left]:
        targets[name] += 1
    return targets


def key(problem, plan):
    used = dwellings_used(problem, plan)
    for name, target in problem.key_targets.items():
        yield name, used[name] - target, (used[name] - target) ** 2


def dwellings_used(problem, plan):
    """Family and youth dwellings that the plan takes, by organisation."""
    return Counter(problem.dwellings[d].section.organisation_id for d in set(plan.values())
                   if problem.dwellings[d].kind in COUNTED)


def together(problem, plan):
    places = Counter((problem.households[h].group, problem.dwellings[d].area_id)
                     for h, d in plan.items())
    for group, area in sorted(((g, a) for g, a in places if g in problem.groups and a is not None),
                              key=lambda place: (place[0].encode(), place[1].encode())):
        yield f"{group}/{area}", places[group, area], 1


GOALS = {
    "school": lambda problem, plan: children(problem, plan, "school", school_children),
    "daycare": lambda problem, plan: children(problem, plan, "daycare", lambda h: h.small_children),
    "even": even, "key": key, "together": together}


def lines(problem, plan):
    """[(term, about, measure, weight, points)] of the goals in force."""
    return [(term, about, measure, problem.weights[term], -problem.weights[term] * steps)
            for term, goal in GOALS.items() if problem.weights[term]
            for about, measure, steps in goal(problem, plan)]


def cost(problem, plan):
    """What the goals of the plan take away."""
    return -sum(line[-1] for line in lines(problem, plan))
