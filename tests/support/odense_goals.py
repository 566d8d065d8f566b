# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the lines that the section on goals of examples/odense/README.md must have, counted from the round's files and
the placements alone: odense_goals.py ROUND PLAN PLAIN_PLAN UNEVEN_PLAN. Fails where husly counts otherwise."""

import csv
import json
import os
import sys
from collections import Counter
from fractions import Fraction
from math import floor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "prop"))

import goals  # noqa: E402
import plan_goals  # noqa: E402
import reading  # noqa: E402
import results  # noqa: E402
from model import Problem  # noqa: E402

ROUND, PLAN, PLAIN, UNEVEN = sys.argv[1:5]
TERMS = ["wish", "access", "margin", "size", "reunion", "early", "youth", "unchanged", "together", "school",
         "daycare", "even", "key"]


def table(folder, name):
    with open(os.path.join(folder, name + ".csv"), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def number(text):
    return int(text.replace(".", "") or 0)


def summary(folder):
    with open(os.path.join(folder, "summary.json"), encoding="utf-8") as file:
        return json.load(file)


def plan_of(folder):
    return {row["husstand"]: row["bolig"] for row in table(folder, "placements")}


def adds_up():
    """Household by household, and all lines to the stage."""
    points = Counter()
    for row in table(PLAN, "breakdown"):
        points[row["husstand"]] += int(row["point"])
    for row in table(PLAN, "placements"):
        assert points[row["husstand"]] == int(row["pasning"]), row
    value = next(stage["value"] for stage in summary(PLAN)["stages"] if stage["name"] == "fit")
    assert sum(points.values()) == value, (points, value)
    placed = value - points[""]
    yield (f"The {len(table(PLAN, 'placements'))} placements have {placed:,} points, and the goals of the plan take "
           f"{-points['']:,}: {value:,}.")


def household_sum(name):
    lines = [int(row["point"]) for row in table(PLAN, "breakdown") if row["husstand"] == name]
    yield f"{' + '.join(str(points) for points in lines if points)} = {sum(lines)}"


def by_term(problem, plan):
    points = Counter()
    for household, dwelling in plan.items():
        for term, _, _, gained in goals.terms(problem, household, dwelling):
            points[term.split("_")[0]] += gained
    for term, _, _, _, gained in plan_goals.lines(problem, plan):
        points[term] += gained
    return points


def shown(points):
    return f"{points:,}".replace("-", "−")


def terms(problem):
    plain, best = by_term(problem, plan_of(PLAIN)), by_term(problem, plan_of(PLAN))
    assert set(plain) | set(best) <= set(TERMS)
    for term in TERMS:
        yield f"| `{term}` | {shown(plain[term])} | {shown(best[term])} |"
    yield f"| all | {shown(sum(plain.values()))} | {shown(sum(best.values()))} |"


def compared(problem):
    plain, best = plan_of(PLAIN), plan_of(PLAN)
    assert set(plain) == set(best)
    same = sum(plain[household] == best[household] for household in plain)
    assert problem.gain("need", plain) == problem.gain("need", best)
    yield (f"The same {len(best)} households are placed, and the need is the same to the point; {same} of them have the "
           f"same dwelling.")
    costs = [problem.value("cost", plan) // 100 for plan in (plain, best)]
    yield f"By the formula of stage cost the plain plan costs {costs[0]:,} kr and this one {costs[1]:,} kr"


def placed_persons(plan):
    area_of_section = {row["afdeling"]: row["område"] for row in table(ROUND, "afdelinger")}
    section_of = {row["bolig"]: row["afdeling"] for row in table(ROUND, "boliger")}
    persons = {row["husstand"]: int(row["voksne"]) + int(row["børn"]) for row in table(ROUND, "husstande")}
    there = Counter()
    for household, dwelling in plan.items():
        there[area_of_section[section_of[dwelling]]] += persons[household]
    return there


def deviation(areas, placed):
    """Thousandths of a per mille, halves up."""
    residents = {row["område"]: number(row["beboere"]) for row in areas}
    refugees = {row["område"]: number(row["flygtninge"]) + placed[row["område"]] for row in areas}
    whole = sum(residents.values())
    town = Fraction(sum(refugees.values()), whole)
    mean = sum(residents[name] * abs(Fraction(refugees[name], residents[name]) - town) for name in residents) / whole
    return floor(mean * 10 ** 6 + Fraction(1, 2))


def uneven(problem):
    """The plan without the goal evenness, by all goals."""
    points = [sum(by_term(problem, plan_of(folder)).values()) for folder in (UNEVEN, PLAN)]
    yield f"By all the goals, evenness among them, that plan has {points[0]:,} points, {points[1] - points[0]} fewer."


def evenness():
    areas = table(ROUND, "områder")
    told = [summary(folder)["spread"] for folder in (PLAIN, UNEVEN, PLAN)]
    placed = [placed_persons(plan_of(folder)) for folder in (PLAIN, UNEVEN, PLAN)]
    level_after = [{area["area"]: area["after"] for area in spread["areas"]} for spread in told]
    for row in areas:
        name, residents, refugees = row["område"], number(row["beboere"]), number(row["flygtninge"])
        levels = [1000 * (refugees + there[name]) // residents for there in placed]
        assert levels == [level[name] for level in level_after], name
        yield (f"| {name} | {residents:,} | {refugees} | {1000 * refugees // residents} | "
               + " | ".join(map(str, levels)) + " |")
    before, after = deviation(areas, Counter()), [deviation(areas, there) for there in placed]
    assert all(spread["mean_deviation_before"] == before for spread in told)
    assert [spread["mean_deviation_after"] for spread in told] == after
    yield "| mean deviation | | | " + " | ".join(f"{value / 1000:.3f}" for value in [before, *after]) + " |"
    persons = sum(int(row["voksne"]) + int(row["børn"]) for row in table(ROUND, "husstande"))
    everybody = sum(number(row["flygtninge"]) for row in areas) + persons
    residents = sum(number(row["beboere"]) for row in areas)
    yield f"{everybody:,} among {residents:,} residents are {1000 * everybody // residents} per mille"


def key(problem):
    moves = {row["organisation"]: number(row["fraflytninger_sidste_år"]) for row in table(ROUND, "boligorganisationer")}
    total, whole = plan_goals.key_total(problem), sum(moves.values())
    target = {name: total * moved // whole for name, moved in moves.items()}
    rest = sorted(moves, key=lambda name: (-(total * moves[name] % whole), name))
    for name in rest[:total - sum(target.values())]:
        target[name] += 1
    told = [{row["organisation"]: row for row in summary(folder)["key"]} for folder in (PLAIN, PLAN)]
    kind = {row["bolig"]: row["type"] for row in table(ROUND, "boliger")}
    owner = {row["afdeling"]: row["organisation"] for row in table(ROUND, "afdelinger")}
    section = {row["bolig"]: row["afdeling"] for row in table(ROUND, "boliger")}
    for name, moved in moves.items():
        used = [sum(kind[d] in ("familie", "ungdom") and owner[section[d]] == name for d in set(plan_of(folder).values()))
                for folder in (PLAIN, PLAN)]
        for count, row in zip(used, told):
            assert (row[name]["move_outs"], row[name]["target"], row[name]["used"]) == (moved, target[name], count), row
        yield (f"| {name} | {moved} | {total * moved / whole:.2f} | {target[name]} | {plan_goals.can_take(problem, name)} | "
               f"{used[0]} | {used[1]} |")
    yield f"{total} dwellings among {whole} move-outs"
    misses = target["B"] - plan_goals.dwellings_used(problem, plan_of(PLAN))["B"]
    yield f"50 × {misses}² = {50 * misses ** 2:,} points"


def costs():
    rows = table(PLAN, "costs")
    total = sum(round(100 * float(row["udgift_runde"].replace(",", "."))) for row in rows)
    assert total == summary(PLAN)["cost"]["round"]
    places = Counter(row["sted"] for row in rows)
    yield (f"{places['varig']} households have a permanent dwelling, {places['midlertidig']} share the temporary place "
           f"and {places['nødplads']} live in an emergency place")
    for place, word in ("varig", "permanent"), ("midlertidig", "temporary"), ("nødplads", "emergency"):
        kroner = sum(round(100 * float(row["udgift_runde"].replace(",", "."))) for row in rows if row["sted"] == place)
        yield f"| {place}, {word} | {places[place]} | {kroner // 100:,} |"


def stage_cost():
    saved = summary(PLAN)["stages"][2]["value"] - summary(PLAN)["cost"]["round"]
    transit = sum(float(row["udgift_runde"].replace(",", ".")) for row in table(PLAN, "costs") if row["sted"] == "midlertidig")
    assert 2 * 15000 - transit == saved / 100
    yield f"2 × 15,000 − {transit:,.0f} = {saved // 100:,}"


def main():
    problem = Problem(reading.read_round(ROUND))
    found = results.findings(problem, results.read_result(PLAN))
    assert not found, found
    print("\n".join([*adds_up(), *household_sum("H34"), *compared(problem), *terms(problem), *uneven(problem), *evenness(), *key(problem),
                     *costs(),
                     *stage_cost()]))


main()
