# SPDX-License-Identifier: GPL-3.0-or-later
"""`spread` and `key` of summary.json, docs/rules.md, Goals of the plan."""

from collections import Counter
from fractions import Fraction
from math import floor

import plan_goals


def mean_deviation(areas, refugees):
    """Thousandths of a per mille, halves up."""
    residents = sum(area.residents for area in areas.values())
    town = Fraction(sum(refugees.values()), residents)
    total = sum(area.residents * abs(Fraction(refugees[name], area.residents) - town)
                for name, area in areas.items())
    return floor(total / residents * 10 ** 6 + Fraction(1, 2))


def spread(problem, plan):
    areas = {name: area for name, area in problem.areas.items() if area.residents}
    if not areas:
        return None
    placed = Counter()
    for h, d in plan.items():
        placed[problem.dwellings[d].area_id] += problem.households[h].persons
    before = {name: area.refugees for name, area in areas.items()}
    after = {name: area.refugees + placed[name] for name, area in areas.items()}
    return {
        "town": plan_goals.town_level(problem),
        "mean_deviation_before": mean_deviation(areas, before),
        "mean_deviation_after": mean_deviation(areas, after),
        "areas": [{"area": name, "before": 1000 * before[name] // area.residents,
                   "after": 1000 * after[name] // area.residents}
                  for name, area in areas.items()]}


def key(problem, plan):
    used = plan_goals.dwellings_used(problem, plan)
    return [{"organisation": name, "move_outs": moves, "target": problem.key_targets[name],
             "used": used[name]} for name, moves in plan_goals.in_key(problem).items()]


def findings(problem, result):
    for name, wanted in (("spread", spread(problem, result.plan)),
                         ("key", key(problem, result.plan))):
        if result.summary[name] != wanted:
            yield f"summary.json: {name} {result.summary[name]}, expected {wanted}"
