# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python side against itself: dialects read alike, the program and the checker agree, and so do
CBC and enumeration. Needs cbc, not husly. Arguments: rounds, first seed."""

import random
import sys
import tempfile

import benefit
import brute
import check
import fake_result
import lp
import random_proofs
import reading
import results
import right
from model import Problem
from program import Program
from random_rounds import generate
from round_writer import DIALECTS, TABBED, Writer


def rows_hold(program, plan):
    """True when the rows of the program, with the extras as small as may be, admit the plan."""
    z = dict(program.count_bound)  # a goal's count costs points, but is never too many
    for name, unit in program.units.items():
        used = [h for h, d in plan.items() if d in unit.dwellings]
        others = [h for h in used if not right.is_flexible_for(program.problem, unit, h)]
        z[name] = max(0, len(used) - unit.pool - unit.entitlement)
        if unit.flexible:
            z[name] = max(z[name], len(others) - unit.entitlement)
    for d in program.problem.dwellings:
        z["open/home/" + d] = int(d in plan.values())
    for row in program.rows.values():
        total = sum(a * (z[v[1]] if v[0] == "z" else plan.get(v[1]) == v[2])
                    for v, a in row.terms.items())
        if total > row.limit or (row.equal and total != row.limit):
            return False
    return all(plan.get(h) == d for h, d in program.problem.pins.items())


def same_in_all_dialects(tables, seed, folder):
    found = []
    for dialect in DIALECTS + (TABBED,):
        path = f"{folder}/{dialect.name}"
        Writer(dialect, seed).write(tables, path)
        problem = Problem(reading.read_round(path))
        found.append((problem.pairs, problem.rules, [
            {k: v for k, v in vars(row).items() if k not in ("section", "area", "for_as_written")}
            for table in (problem.households, problem.dwellings, problem.sections, problem.areas,
                          problem.organisations) for row in table.values()]))
    assert all(other == found[0] for other in found), seed
    return problem


def judges_results(problem, program, plan, folder):
    """A result of our own is found right, and wrong once a household moves or a figure changes."""
    def wrong(result):
        return [text for text in results.findings(problem, result, program)
                if "temporary places" not in text]
    fake_result.write(problem, program, plan, folder)
    assert not wrong(results.read_result(folder)), wrong(results.read_result(folder))
    for column in results.PLACEMENTS[2:]:
        result = results.read_result(folder)
        for row in result.placements[:1]:
            setattr(row, column, getattr(row, column) + "1")
            assert wrong(result), column
    result = results.read_result(folder)
    if result.plan:
        result.plan.popitem()
        assert wrong(result)


def one_round(seed, folder):
    tables = generate(seed, 2 + seed % 4, 2 + seed % 5)
    problem = same_in_all_dialects(tables, seed, f"{folder}/{seed}")
    program = Program(problem)
    if brute.size(problem) > brute.LIMIT:
        return "large"
    for plan in brute.plans(problem):
        lawful = not check.breaches(problem, plan)
        assert lawful == rows_hold(program, plan), (seed, plan, check.breaches(problem, plan))
    optima = brute.optima(problem)
    assert optima == lp.optima(problem, program, folder), seed
    if optima is not None and program.rows and problem.stages()[0] == "need":
        draw = random.Random(seed)
        for _ in range(20):
            assert random_proofs.bound(draw, program) >= optima[0][1], seed
    if optima is not None:
        plan = max(brute.lawful_plans(problem), key=len)
        judges_results(problem, program, plan, f"{folder}/{seed}-out")
    return "none" if optima is None else "empty" if optima[0][1] == 0 else "placed"


def main():
    rounds, first = (int(word) for word in (sys.argv[1:] + ["40", "1"][len(sys.argv) - 1:]))
    benefit.self_test()
    random_proofs.self_test()
    counts = {}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + rounds):
            result = one_round(seed, folder)
            counts[result] = counts.get(result, 0) + 1
    print(f"{rounds} rounds: {counts}")


if __name__ == "__main__":
    main()
