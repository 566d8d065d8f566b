# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a result folder for a plan of our own, to test results.py without husly."""

import csv
import json
import os
from types import SimpleNamespace

import breakdown
import certificate
import costs_table
import help_words
import reason_words
import reasons
import results
import spread_table


def table(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header] + rows)


def kroner(amount):
    if amount is None:
        return ""
    sign, amount = ("-", -amount) if amount < 0 else ("", amount)
    return f"{sign}{amount // 100}" + (f".{amount % 100:02d}" if amount % 100 else "")


def placement_cells(problem, h, d):
    expected = results.expected_placement(problem, h, d)
    return [h, d] + [kroner(value) if column in results.MONEY else str(value)
                     for column, value in expected.items()]


def write(problem, program, plan, folder):
    """The plan with the bound that no multipliers at all give."""
    os.makedirs(folder)
    table(os.path.join(folder, "placements.csv"), results.PLACEMENTS,
          [placement_cells(problem, h, plan[h]) for h in problem.households if h in plan])
    table(os.path.join(folder, "breakdown.csv"), breakdown.COLUMNS,
          breakdown.expected(problem, plan))
    costs = costs_table.expected(problem, plan, {})
    table(os.path.join(folder, "costs.csv"), costs_table.COLUMNS, [
        [str(cell or "") if column not in costs_table.MONEY else kroner(cell)
         for column, cell in zip(costs_table.COLUMNS, line)] for line in costs])
    row = sorted(program.rows)[0]
    stages, proof, floors = [], [], []
    for stage in problem.stages():
        proof.append([stage, "0", "row", row, "0"])
        lines = [SimpleNamespace(stage=stage, leaf="0", what="row", unit=row, multiplier=0)]
        value = problem.value(stage, plan)
        bound = certificate.bound_of(program, stage, lines, floors)
        stages.append({"name": stage, "value": value, "bound": bound, "proven": value == bound})
        floors.append((stage, value))
    table(os.path.join(folder, "certificate.csv"),
          ["stage", "leaf", "what", "unit", "multiplier"], proof)
    with open(os.path.join(folder, "summary.json"), "w", encoding="utf-8") as file:
        json.dump({"stages": stages, "cost": costs_table.sums(costs),
                   "spread": spread_table.spread(problem, plan),
                   "key": spread_table.key(problem, plan),
                   "fallback": {"households": list(reasons.transit_candidates(problem, plan))}}, file)
    proven = all(stage["proven"] for stage in stages)
    table(os.path.join(folder, "unplaced.csv"), results.UNPLACED,
          [unplaced(problem, h, proven) for h in problem.households if h not in plan])


def unplaced(problem, h, proven):
    row, reason = problem.households[h], reasons.reason(problem, h, proven)
    detail = reason_words.sentence(problem, h, reason, False)
    helps = help_words.sentence(problem, h, reason, False)
    return [h, row.persons, row.need, reason, detail, "", helps]
