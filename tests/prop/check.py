# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges any plan, {household: dwelling}, against rules 1-10; written apart from program.py."""

from collections import Counter

import right
from kinds import ONE_HOUSEHOLD
from pair_rules import PAIR_RULES


def share_holds(already, placed, base, share, grows):
    """already + placed <= share x base (+ placed); above the limit nobody more is placed."""
    part, whole = share
    if placed == 0:
        return True
    return whole * (already + placed) <= part * (base + (placed if grows else 0))


def pair_breaches(problem, plan):
    for h, d in plan.items():
        judged = problem.judge(h, d)
        for rule in PAIR_RULES:
            if not judged[rule]:
                yield f"{rule}: {h}/{d}"
        if not problem.open(d):
            yield f"right: {d} is closed in this round"
        if problem.rules.only_scored_pairs and not problem.scored(h, d):
            yield f"only_scored_pairs: {h}/{d}"
    for h, d in problem.pins.items():
        if plan.get(h) != d:
            yield f"pin: {h}/{d}"


def capacity_breaches(problem, plan):
    persons, households, alone = Counter(), Counter(), Counter()
    for h, d in plan.items():
        households[d] += 1
        persons[d] += problem.households[h].persons
        alone[d] += problem.households[h].persons == 1
    for d in households:
        dwelling = problem.dwellings[d]
        single = dwelling.kind in ONE_HOUSEHOLD
        if households[d] > 1 if single else persons[d] > dwelling.places:
            yield f"dwelling/{d}"
        if not single and persons[d] < (dwelling.least_persons or 0):
            yield f"least/{d}"
        if not single and dwelling.max_singles is not None and alone[d] > dwelling.max_singles:
            yield f"singles/{d}"
    yield from near_breaches(problem, plan)
    for label, members in problem.parties.items():
        where = {plan.get(m) for m in members}
        if len(where) > 1 or (None not in where and single_kind(problem, where)):
            yield f"party/{label}"


def near_breaches(problem, plan):
    for label, members in problem.nears.items():
        where = {problem.dwellings[plan[m]].section_id if m in plan else None for m in members}
        if len(where) > 1:
            yield f"near/{label}"


def single_kind(problem, where):
    return any(problem.dwellings[d].kind in ONE_HOUSEHOLD for d in where)


def right_breaches(problem, plan):
    holder = {d: h for h, d in plan.items()}
    over = Counter()
    for name, unit in right.units(problem).items():
        taken = [d for d in unit.dwellings if d in holder]
        fitting = sum(1 for d in taken if right.is_flexible_for(problem, unit, holder[d]))
        excess = max(0, len(taken) - min(unit.pool, fitting) - unit.entitlement)
        if excess and unit.organisation is None:
            yield f"right/{name}"
        elif excess:
            over[unit.organisation] += excess
    for organisation, excess in over.items():
        if excess > right.extras_left(problem, organisation):
            yield f"extra/{organisation}"


def area_breaches(problem, plan):
    persons, children, groups = Counter(), Counter(), Counter()
    for h, d in plan.items():
        household, area = problem.households[h], problem.dwellings[d].area_id
        if area is None:
            continue
        persons[area] += household.persons
        children[area] += household.children
        if household.group:
            groups[household.group, area] += household.persons
    for name, area in problem.areas.items():
        if area.max_persons is not None and persons[name] > area.max_persons:
            yield f"area_persons/{name}"
        if area.max_children is not None and children[name] > area.max_children:
            yield f"area_children/{name}"
        share = area.max_share or problem.rules.area_max_share
        if share and not share_holds(area.refugees, persons[name], area.residents, share, True):
            yield f"area_share/{name}"
    limit = problem.rules.group_max_persons
    for (group, area), count in groups.items():
        if limit is not None and count > limit:
            yield f"group/{group}/{area}"


def section_breaches(problem, plan):
    placed = Counter(problem.dwellings[d].section_id for d in plan.values())
    for name, section in problem.sections.items():
        if section.max_households is not None and placed[name] > section.max_households:
            yield f"section_households/{name}"
        if section.max_share and not share_holds(section.refugee_homes, placed[name],
                                                 section.homes, section.max_share, False):
            yield f"section_share/{name}"


def breaches(problem, plan):
    """Every broken rule as a text; empty for a lawful plan."""
    found = []
    for rule in (pair_breaches, capacity_breaches, right_breaches, area_breaches,
                 section_breaches):
        found += rule(problem, plan)
    return found
