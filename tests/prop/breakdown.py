# SPDX-License-Identifier: GPL-3.0-or-later
"""breakdown.csv: the summands of stage fit, docs/rules.md, Breakdown."""

import goals
import names
import plan_goals
import reading

COLUMNS = ["household_id", "dwelling_id", "term", "about", "measure", "unit", "weight", "points"]


def term(cell):
    """English of a term that stands in a cell."""
    measure = reading.measure_name(cell)
    if measure:
        return measure
    english = {danish: word for word, danish in names.TERMS.items()}
    return english.get(cell, cell)


def unit(name, about):
    """What a line counts its measure in."""
    start = name.partition("_")[0]
    if start in ("access", "points") and start != name:
        return {"access": "minutes", "points": "points"}[start]
    return "households" if name == "together" and about else names.UNIT_OF[name]


def english_unit(cell):
    return {danish: word for word, danish in names.UNITS.items()}.get(cell, cell)


def told(number):
    return "" if number is None else str(number)


def row(start, name, about, numbers):
    measure, weight, points = map(told, numbers)
    return [*start, name, about, measure, unit(name, about), weight, points]


def expected(problem, plan):
    """The rows, terms in English and numbers as they are written."""
    rows = []
    for h in problem.households:
        if h in plan:
            rows += [row([h, plan[h]], name, "", numbers)
                     for name, *numbers in goals.terms(problem, h, plan[h])]
    return rows + [row(["", ""], name, about, numbers)
                   for name, about, *numbers in plan_goals.lines(problem, plan)]


def findings(problem, result):
    if result.breakdown_columns != COLUMNS:
        yield f"breakdown.csv: columns {result.breakdown_columns}"
        return
    english = {"term": term, "unit": english_unit}
    found = [[english.get(column, str)(getattr(line, column)) for column in COLUMNS]
             for line in result.breakdown]
    wanted = expected(problem, result.plan)
    for line, (here, there) in enumerate(zip(found, wanted), 2):
        if here != there:
            yield f"breakdown.csv:{line}: {here}, expected {there}"
            return
    if len(found) != len(wanted):
        yield f"breakdown.csv: {len(found)} lines, expected {len(wanted)}"
    total = sum(int(line.points) for line in result.breakdown)
    if total != problem.gain("fit", result.plan):
        yield f"breakdown.csv: the lines add up to {total}"
