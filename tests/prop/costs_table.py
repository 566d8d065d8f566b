# SPDX-License-Identifier: GPL-3.0-or-later
"""costs.csv and its sums in summary.json: where each household lives, and what that costs."""

from datetime import timedelta

import cost
import income
import reading

COLUMNS = ["household_id", "place", "dwelling_id", "until", "self_payment", "excess", "cost_round",
           "cost_year"]
MONEY = COLUMNS[4:]
PLACES = {"permanent": "varig", "transit": "midlertidig", "hojskole": "højskole",
          "current": "nuværende", "emergency": "nødplads"}


def place(problem, h, plan, temporary):
    household = problem.households[h]
    if h in plan:
        return "permanent"
    if temporary.get(h):
        return "transit"
    if household.deferred:
        return "hojskole"
    return "current" if household.has_place else "emergency"


def until(household, dwelling, where):
    if where == "permanent":
        return dwelling.lease_end
    if where == "transit":
        days = [dwelling.lease_end]
        if dwelling.max_stay is not None:
            days.append(household.ready + timedelta(days=dwelling.max_stay))
        return min(filter(None, days), default=None)
    return {"hojskole": household.stay_end, "current": household.current_until}.get(where)


def over(problem, household, dwelling, where, excess, days):
    """What so many days cost."""
    if where == "transit":
        return excess * days // 30
    if household.temporary is None:
        waits = (dwelling.available - household.start).days if where == "permanent" else 1
        return None if where != "permanent" or waits > 0 or not days else excess * days // 30
    if where != "permanent":
        return household.temporary * days // 30
    waits = min(max(0, (dwelling.available - household.start).days), days)
    return (household.temporary * waits + dwelling.cost * (days - waits)) // 30


def row(problem, h, plan, temporary):
    """The values of a line, in the order of COLUMNS."""
    household, where = problem.households[h], place(problem, h, plan, temporary)
    d = plan.get(h) or temporary.get(h)
    dwelling = problem.dwellings[d] if d else None
    excess = household.temporary
    if where == "permanent":
        excess = dwelling.cost
    elif where == "transit":
        excess = cost.of_transit(problem, h, d)
    paid = None
    if where in ("transit", "current", "emergency"):
        paid = income.self_payment(problem.rules, household)
    sums = [over(problem, household, dwelling, where, excess, days)
            for days in (problem.rules.round_days, 365)]
    return [h, where, d or "", until(household, dwelling, where), paid, excess, *sums]


def expected(problem, plan, temporary):
    return [row(problem, h, plan, temporary) for h in problem.households]


def value(column, cell, dialect):
    """A cell as `row` has it."""
    if column == "place":
        return {danish: english for english, danish in PLACES.items()}.get(cell, cell)
    if column not in MONEY + ["until"]:
        return cell
    if cell == "":
        return None
    return reading.parse("date" if column == "until" else "money", cell, dialect)


def total(numbers):
    numbers = list(numbers)
    return None if None in numbers else sum(numbers)


def sums(rows):
    """`cost` of summary.json."""
    return {"round": total(line[6] for line in rows), "year": total(line[7] for line in rows),
            "self_payment": sum(line[4] or 0 for line in rows)}


def findings(problem, result, temporary):
    if result.costs_columns != COLUMNS:
        yield f"costs.csv: columns {result.costs_columns}"
        return
    wanted = expected(problem, result.plan, temporary)
    found = [[value(column, getattr(line, column), result.dialect) for column in COLUMNS]
             for line in result.costs]
    for number, (here, there) in enumerate(zip(found, wanted), 2):
        if here != there:
            yield f"costs.csv:{number}: {here}, expected {there}"
    if len(found) != len(wanted):
        yield f"costs.csv: {len(found)} lines, expected {len(wanted)}"
    if result.summary["cost"] != sums(wanted):
        yield f"summary.json: cost {result.summary['cost']}, expected {sums(wanted)}"
