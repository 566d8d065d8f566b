# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows and counts of the goals of the plan, docs/model.md. A row that can never bind is left out."""

from collections import Counter

import plan_goals
from kinds import COUNTED
from rows import row


def bind(program, name, terms, counts, limit):
    """A row whose pairs could exceed the limit; a count is (name, bound, price)."""
    for count, bound, price in counts:
        terms = {**terms, program.add_count(count, bound, price): -1}
    program.rows[name] = row(terms, limit)


def children(program, column, count):
    weight = program.problem.weights[column]
    for name, area in program.problem.areas.items():
        places = getattr(area, column)
        if not weight or places is None:
            continue
        terms = program.sum_over(count, lambda _, d, name=name: d.area_id == name)
        most = sum({v[1]: a for v, a in terms.items()}.values())
        if most > places:
            bind(program, f"{column}/{name}", terms,
                 [(f"beyond/{column}/{name}", most - places, weight)], places)


def even(program):
    problem, weight = program.problem, program.problem.weights["even"]
    for name, area in problem.areas.items():
        if not weight or not area.residents:
            continue
        terms = program.sum_over(lambda h: h.persons, lambda _, d, name=name: d.area_id == name)
        most = sum(plan_goals.holds_persons(problem, d) for d, row in problem.dwellings.items()
                   if row.area_id == name)
        most = min(most, sum(h.persons for h in problem.households.values()))
        steps = Counter(plan_goals.step_above(problem, area, j) for j in range(1, most + 1))
        base = steps.pop(0, 0)
        if steps:
            bind(program, f"even/{name}", terms,
                 [(f"even/{name}/{k}", bound, weight * k) for k, bound in sorted(steps.items())],
                 base)


def key(program):
    problem, weight = program.problem, program.problem.weights["key"]
    if not weight:
        return
    for name, target in problem.key_targets.items():
        terms = program.sum_over(lambda h: 1, lambda _, d, name=name: d.kind in COUNTED
                             and d.section.organisation_id == name)
        there = len(plan_goals.lawful_dwellings(problem, name))
        for side, most in (("key_over", there - target), ("key_under", target)):
            if most <= 0:
                continue
            sign = 1 if side == "key_over" else -1
            bind(program, f"{side}/{name}", {v: sign * a for v, a in terms.items()},
                 [(f"{side}/{name}/{k}", 1, weight * (2 * k - 1)) for k in range(1, most + 1)],
                 sign * target)


def together(program):
    problem, weight = program.problem, program.problem.weights["together"]
    if not weight:
        return
    for group in sorted(problem.groups, key=str.encode):
        members = [h for h, row in problem.households.items() if row.group == group]
        for area in problem.areas:
            rows = {h: program.sum_over(lambda _: 1, lambda name, d, h=h, area=area:
                                    name == h and d.area_id == area) for h in members}
            count = f"together/{group}/{area}"
            rows = {h: terms for h, terms in rows.items() if terms}
            for h, terms in rows.items():
                bind(program, f"{count}/{h}", terms, [(count, 1, weight)], 0)
            if rows:
                whole = {v: a for terms in rows.values() for v, a in terms.items()}
                program.rows[count] = row({**whole, ("z", count): -len(rows)}, 0)


def add(program):
    children(program, "school", plan_goals.school_children)
    children(program, "daycare", lambda h: h.small_children)
    even(program)
    key(program)
    together(program)
