# SPDX-License-Identifier: GPL-3.0-or-later
"""`husly survey --json` on random rounds: every number counted again from the CSV files, the
argument checked, its bound held against a matching of our own, against the most that CBC can
place, and against husly's own plan.

Arguments: number of rounds, first seed."""

import copy
import json
import os
import sys
import tempfile

import husly
import lp
import reading
import results
from model import Problem
from program import Program
from random_rounds import generate
from round_writer import DANISH, ENGLISH, Writer
from survey_counts import Survey
from test_summary_schema import mistakes

SIZES = [(3, 4), (8, 8), (12, 10), (14, 7), (24, 20), (20, 9)]


class Count(Program):
    """The round with one point for each household placed, and nobody pinned."""

    def points(self, stage):
        return {("x", h, d): 1 for h, d in self.problem.pairs}


def most_placed(problem, work):
    """What CBC can place at most."""
    free = copy.copy(problem)
    free.pins = {}
    if not free.pairs:
        return 0
    path = os.path.join(work, "count.lp")
    lp.write(Count(free), "count", [], path)
    return lp.solve_cbc(path)


def matched(survey):
    """Most households that find a path through the network of places: augmenting paths."""
    net = survey.network()
    used = {}  # arc (node, next) -> households on it; a place's own room is the arc (place, None)

    def seek(node, seen):
        """Sends one more household from the node, or says that it cannot."""
        if node in seen:
            return False
        seen.add(node)
        if node[0] in net_ends and used.get((node, None), 0) < net.room[node]:
            used[node, None] = used.get((node, None), 0) + 1
            return True
        for other in arcs(node):
            if free(node, other) and seek(other, seen):
                used[node, other] = used.get((node, other), 0) + 1
                return True
        for (source, target), count in list(used.items()):
            if target == node and count > 0 and seek(source, seen):
                used[source, target] -= 1
                return True
        return False

    def arcs(node):
        if node[0] == "household":
            return [("in", d) for d in survey.open[node[1]]]
        if node[0] == "in":
            return [("dwelling", node[1])]
        return net.onward.get(node, [])

    def free(node, other):
        return node[0] != "in" or used.get((node, other), 0) < net.room[other]

    # A dwelling outside the right ends the way; its own room was counted on the way in.
    for place, onward in net.onward.items():
        if place[0] == "dwelling" and not onward:
            net.onward[place] = [("free", place[1])]
            net.room["free", place[1]] = net.room[place]
    net_ends = ("own", "extras", "free")
    return sum(seek(("household", h), set()) for h in survey.problem.households)


def differences(found, wanted):
    for name, table in wanted.items():
        if found[name] == table:
            continue
        if isinstance(table, dict):
            yield f"{name}: {found[name]}, wanted {table}"
            continue
        if len(found[name]) != len(table):
            yield f"{name}: {len(found[name])} rows, wanted {len(table)}: {table}"
        for one, other in zip(found[name], table):
            if one != other:
                yield f"{name}: {one}, wanted {other}"


def judge(problem, found, folder, work):
    survey = Survey(problem)
    yield from differences(found, survey.tables())
    most = found["most"]
    yield from survey.argument_mistakes(most)
    coded = [row["household"] for row in most["barred"]]
    if coded != [h for h in problem.households if survey.code[h]]:
        yield f"barred: {coded}"
    own = matched(survey)
    if most["bound"] != own:
        yield f"the bound is {most['bound']}, the matching of our own {own}"
    placed = most_placed(problem, work)
    if placed > most["bound"]:
        yield f"CBC places {placed}, more than {most['bound']}"
    out = os.path.join(work, "out")
    run = husly.solve(folder, out)
    if run.returncode == 4 and problem.pins:
        return  # the pins leave no plan; the argument sets them aside
    if run.returncode not in (0, 5):
        yield f"solve: {husly.said(run)}"
    elif len(results.read_result(out).placements) > most["bound"]:
        yield f"the plan places more than {most['bound']}"


def one_round(seed, schema, work):
    tables = generate(seed, *SIZES[seed % len(SIZES)], plain=seed % 3 == 0)
    folder = os.path.join(work, "round")
    Writer(DANISH if seed % 2 else ENGLISH, seed).write(tables, folder)
    problem = Problem(reading.read_round(folder))
    run = husly.run("survey", folder, "--json", "--lang", "en")
    if run.returncode in (3, 4):
        refused = problem.unlawful_pins() or lp.optima(problem, Program(problem), work) is None
        return None, [] if refused else [f"refused: {husly.said(run)}"]
    if run.returncode != 0:
        return None, [f"survey: {run.returncode} {husly.said(run)}"]
    found = json.loads(run.stdout)
    return found, list(mistakes(found, schema, "survey")) + list(
        judge(problem, found, folder, work))


def main():
    rounds, first = (int(word) for word in (sys.argv[1:] + ["40", "1"][len(sys.argv) - 1:]))
    with open(os.path.join(husly.SOURCE, "docs", "survey.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    failed, refused, groups, limits = 0, 0, 0, set()
    for seed in range(first, first + rounds):
        with tempfile.TemporaryDirectory() as work:
            found, wrong = one_round(seed, schema, work)
        failed += bool(wrong)
        for line in wrong:
            print(f"seed {seed}: {line}", flush=True)
        refused += found is None
        if found:
            groups += len(found["most"]["groups"])
            limits |= {row["kind"] for group in found["most"]["groups"] for row in group["limits"]}
    print(f"{rounds} rounds from seed {first}: {failed} wrong, {refused} refused, {groups} groups")
    if rounds >= 40 and limits != {"dwelling", "unit", "extras"}:
        print(f"the rounds show too little: only {limits}")
        failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
