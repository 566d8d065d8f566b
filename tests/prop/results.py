# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a result folder and says where it disagrees with the contract as this side reads it."""

import json
import os
from types import SimpleNamespace

import breakdown
import certificate
import check
import costs_table
import help_words
import names
import reading
import reason_words
import reasons
import spread_table
from program import Program

PLACEMENTS = ["household_id", "dwelling_id", "section_id", "area_id", "persons", "rent",
              "utilities", "housing_benefit", "net_rent", "budget", "margin", "need", "fit"]
UNPLACED = ["household_id", "persons", "need", "reason", "detail", "temporary_dwelling_id",
            "what_would_help"]
MONEY = ("rent", "utilities", "housing_benefit", "net_rent", "budget", "margin")


def read_table(path):
    """(dialect, English column names, rows) of a result table."""
    dialect, header, rows = reading.read_cells(path)
    columns = [names.RESULT_ALIASES.get(name, name) for name in header]
    return dialect, columns, [SimpleNamespace(**dict(zip(columns, row))) for row in rows]


def read_result(folder):
    dialect, columns, placements = read_table(os.path.join(folder, "placements.csv"))
    _, unplaced_columns, unplaced = read_table(os.path.join(folder, "unplaced.csv"))
    _, _, proof = read_table(os.path.join(folder, "certificate.csv"))
    _, breakdown_columns, lines = read_table(os.path.join(folder, "breakdown.csv"))
    _, costs_columns, costs = read_table(os.path.join(folder, "costs.csv"))
    for line in proof:
        line.multiplier = int(line.multiplier or 0)
    with open(os.path.join(folder, "summary.json"), encoding="utf-8") as file:
        summary = json.load(file)
    _, header, _ = reading.read_cells(os.path.join(folder, "placements.csv"))
    return SimpleNamespace(dialect=dialect, danish="husstand" in header, columns=columns, placements=placements,
                           unplaced_columns=unplaced_columns, unplaced=unplaced, proof=proof,
                           stages=summary["stages"], summary=summary,
                           costs=costs, costs_columns=costs_columns,
                           breakdown=lines, breakdown_columns=breakdown_columns,
                           fallback=summary["fallback"]["households"],
                           plan={row.household_id: row.dwelling_id for row in placements})


def expected_placement(problem, h, d):
    dwelling, household = problem.dwellings[d], problem.households[h]
    net = problem.net_rent(h, d)
    budget = household.budget
    return {
        "section_id": dwelling.section_id, "area_id": dwelling.area_id or "",
        "persons": household.persons, "rent": dwelling.rent, "utilities": dwelling.utilities,
        "housing_benefit": problem.benefit(h, d), "net_rent": net, "budget": budget,
        "margin": None if budget is None else budget - net, "need": household.need,
        "fit": problem.fit(h, d),
    }


def cell_value(column, cell, dialect):
    if column in ("section_id", "area_id"):
        return cell
    if cell == "":
        return None
    try:
        return reading.parse("money" if column in MONEY else "signed", cell, dialect)
    except ValueError:
        return f"unreadable {cell}"


def placement_findings(problem, result):
    if result.columns != PLACEMENTS:
        yield f"placements.csv: columns {result.columns}"
        return
    order = [row.household_id.encode() for row in result.placements]
    if order != sorted(order) or len(order) != len(set(order)):
        yield "placements.csv: rows are not in order of id"
    for row in result.placements:
        if row.household_id not in problem.households or row.dwelling_id not in problem.dwellings:
            yield f"placements.csv: unknown {row.household_id} or {row.dwelling_id}"
            continue
        expected = expected_placement(problem, row.household_id, row.dwelling_id)
        for column, value in expected.items():
            found = cell_value(column, getattr(row, column), result.dialect)
            if found != value:
                yield f"placements.csv: {row.household_id}: {column} {found}, expected {value}"


def unplaced_findings(problem, result):
    if result.unplaced_columns != UNPLACED:
        yield f"unplaced.csv: columns {result.unplaced_columns}"
        return
    order = [row.household_id for row in result.unplaced]
    expected = [h for h in problem.households if h not in result.plan]
    if order != expected:
        yield f"unplaced.csv: households {order}, expected {expected}"
        return
    proven = all(stage["proven"] for stage in result.stages)
    for row in result.unplaced:
        household = problem.households[row.household_id]
        if (row.persons, row.need) != (str(household.persons), str(household.need)):
            yield f"unplaced.csv: {row.household_id}: persons {row.persons} or need {row.need}"
        reason = reasons.reason(problem, row.household_id, proven)
        if row.reason != reason:
            yield f"unplaced.csv: {row.household_id}: reason {row.reason}, expected {reason}"
        detail = reason_words.sentence(problem, row.household_id, reason, result.danish)
        if row.detail != detail:
            yield f"unplaced.csv: {row.household_id}: {row.detail!r}, expected {detail!r}"
        helps = help_words.sentence(problem, row.household_id, reason, result.danish)
        if row.what_would_help != helps:
            yield (f"unplaced.csv: {row.household_id}: {row.what_would_help!r}, "
                   f"expected {helps!r}")


def transit_findings(problem, result):
    """Section 5: every temporary place is lawful, and the places go where they should."""
    candidates = reasons.transit_candidates(problem, result.plan)
    given, load = {}, {}
    for row in result.unplaced:
        d = row.temporary_dwelling_id
        if row.household_id in candidates:
            given[row.household_id] = d or None
        if not d:
            continue
        if d not in candidates.get(row.household_id, []):
            yield f"unplaced.csv: {row.household_id}: {d} is no lawful temporary place"
            return
        load[d] = load.get(d, 0) + problem.households[row.household_id].persons
    for d, persons in load.items():
        if persons > problem.dwellings[d].places:
            yield f"unplaced.csv: {d} holds {persons} persons"
    without = [h for h, d in given.items() if d is None]
    if result.fallback != without:
        yield f"summary.json: fallback {result.fallback}, expected {without}"
    found, best = reasons.transit_of(problem, given), reasons.best_transit(problem, result.plan)
    if found != best:
        yield f"unplaced.csv: temporary places give {found} (need, kroner), best is {best}"


def stage_findings(problem, program, result):
    if [stage["name"] for stage in result.stages] != problem.stages():
        yield f"summary.json: stages {result.stages}"
        return
    floors = []
    for stage in result.stages:
        value = problem.value(stage["name"], result.plan)
        if stage["value"] != value:
            yield f"summary.json: {stage['name']}: value {stage['value']}, the plan has {value}"
        if stage["proven"] != (stage["bound"] == stage["value"]):
            yield f"summary.json: {stage['name']}: proven does not follow from value and bound"
        try:
            bound = certificate.bound_of(program, stage["name"], result.proof, floors, result.plan)
            if bound != stage["bound"]:
                yield f"certificate.csv: {stage['name']}: bound {bound}, said {stage['bound']}"
        except (certificate.Unproved, ValueError, KeyError) as wrong:
            yield f"certificate.csv: {stage['name']}: {wrong!r}"
        floors.append((stage["name"], stage["value"]))


def findings(problem, result, program=None):
    """Everything in a result that this side disagrees with."""
    program = program or Program(problem)
    found = [str(text) for text in placement_findings(problem, result)]
    if not found:
        found += [f"plan: {text}" for text in check.breaches(problem, result.plan)]
        found += unplaced_findings(problem, result)
        found += breakdown.findings(problem, result)
        found += transit_findings(problem, result)
        found += costs_table.findings(problem, result, {
            row.household_id: row.temporary_dwelling_id for row in result.unplaced})
        found += spread_table.findings(problem, result)
        found += stage_findings(problem, program, result)
    return found
